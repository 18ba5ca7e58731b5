import { parseArgs } from 'node:util';
import { CreateError } from '../create-error.js';
import { type Template, templates } from '../pack/template.js';
import { type PackageManager, packageManagers } from '../programs/package-manager.js';
import { text } from '../text.js';

/** What the command line says; undefined where it says nothing. */
export interface GivenAnswers {
  readonly place: string | undefined;
  readonly name: string | undefined;
  readonly template: Template | undefined;
  readonly packageManager: PackageManager | undefined;
  /** A folder of packed packages that the new pack is to depend on. */
  readonly packages: string | undefined;
  readonly install: boolean;
  readonly test: boolean;
  readonly git: boolean | undefined;
  readonly overwrite: boolean;
  readonly yes: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/**
 * Reads the words of the command line.
 *
 * @throws CreateError `BadWords` for options that are not there or lack their value, `UnknownTemplate`,
 *   `UnknownPackageManager`, `TestWithoutInstall`
 */
export function readWords(words: readonly string[]): GivenAnswers {
  const { values, positionals } = parsed(words);
  if (positionals.length > 1) throw new CreateError('BadWords', text.severalPlaces(positionals));
  if (values.test === true && values.install === false) {
    throw new CreateError('TestWithoutInstall', text.testWithoutInstall);
  }
  return {
    place: positionals[0],
    name: values.name,
    template: oneOf(templates, values.template, 'UnknownTemplate', text.unknownTemplate),
    packageManager: oneOf(packageManagers, values['package-manager'], 'UnknownPackageManager', text.unknownManager),
    packages: values.packages,
    install: values.install ?? true,
    test: values.test ?? values.install ?? true,
    git: values.git,
    overwrite: values.overwrite ?? false,
    yes: values.yes ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      allowNegative: true,
      options: {
        name: { type: 'string', short: 'n' },
        template: { type: 'string', short: 't' },
        'package-manager': { type: 'string', short: 'm' },
        packages: { type: 'string' },
        install: { type: 'boolean' },
        test: { type: 'boolean' },
        git: { type: 'boolean' },
        overwrite: { type: 'boolean' },
        yes: { type: 'boolean', short: 'y' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw new CreateError('BadWords', text.badWords((error as Error).message));
  }
}

function oneOf<const TName extends string>(
  names: readonly TName[],
  given: string | undefined,
  errorId: string,
  message: (given: string, names: readonly string[]) => string,
): TName | undefined {
  const found = names.find((name) => name === given);
  if (given !== undefined && found === undefined) throw new CreateError(errorId, message(given, names));
  return found;
}
