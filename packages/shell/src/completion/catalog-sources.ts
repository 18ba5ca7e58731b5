import {
  type ArgumentCompleter,
  type CmdletClass,
  type CommandMetadata,
  describeCall,
  loadCmdlets,
  metadataOf,
  type PackDefinition,
  type ParameterMetadata,
  Session,
} from '@cmdlet/core';
import type { CatalogCommand, CommandCatalog } from '../commands/command-catalog.js';
import type { Surroundings } from '../surroundings.js';
import type { CommandName, CompletableCommand, CompletionSources } from './completion-sources.js';
import { plainStyle } from './plain-style.js';
import { readFolder } from './read-folder.js';
import { sorted, wordPattern } from './word-pattern.js';

/**
 * Proposals from the packs of a catalog: from their indexes, as long as no code of an author is asked for.
 *
 * @param describes whether commands are proposed with what they are for; to tell names alone fewer files are read
 */
export function catalogSources(
  catalog: CommandCatalog,
  { workingDirectory, environment }: Pick<Surroundings, 'workingDirectory' | 'environment'>,
  describes = true,
): CompletionSources {
  const attempt = async (name: string): Promise<CatalogCommand | undefined> => {
    try {
      return await catalog.find(name);
    } catch {
      return undefined;
    }
  };
  return {
    style: plainStyle,
    files: { workingDirectory, home: environment['HOME'] ?? environment['USERPROFILE'], list: readFolder },
    async find(name) {
      const found = await attempt(name);
      return found === undefined ? undefined : completable(found);
    },
    async names() {
      const packs = await catalog.namesOfPacks();
      return packs.flatMap(({ packName, names }) =>
        names.flatMap(([name, ...aliases]) => [
          {
            name,
            packName,
            toolTip: async () => (describes ? toolTipOf(await attempt(`${packName}/${name}`), name) : name),
          },
          ...aliases.map(
            (alias): CommandName => ({ name: alias, definition: name, packName, toolTip: async () => name }),
          ),
        ]),
      );
    },
  };
}

function completable(command: CatalogCommand): CompletableCommand {
  const { description, packName } = command;
  return {
    description,
    packName,
    async completer(parameter) {
      const { metadata } = await loaded(command);
      const found = metadata.parameters.find(({ name }) => name === parameter);
      return found?.completer ?? (found === undefined ? undefined : generatedValues(found));
    },
    async describeFor(given) {
      try {
        const { cmdletClass, definition } = await loaded(command);
        const session = await Session.create({ packs: [definition] });
        await using _session = session;
        return describeCall(session, cmdletClass, { arguments: given });
      } catch {
        return description;
      }
    },
  };
}

interface LoadedCommand {
  readonly cmdletClass: CmdletClass;
  readonly metadata: CommandMetadata;
  readonly definition: PackDefinition;
}

async function loaded(command: CatalogCommand): Promise<LoadedCommand> {
  const definition = await command.load();
  for (const cmdletClass of (await loadCmdlets(definition)) as readonly CmdletClass[]) {
    const metadata = metadataOf(cmdletClass);
    if (metadata.name === command.description.name) return { cmdletClass, metadata, definition };
  }
  throw new Error(`The pack has no command ${command.description.name}.`);
}

/** The values of a list that is made when it is asked for. */
function generatedValues({ validations }: ParameterMetadata): ArgumentCompleter | undefined {
  for (const validation of validations) {
    if (validation.kind !== 'ValidateSet' || typeof validation.values !== 'function') continue;
    const { values } = validation;
    return ({ wordToComplete }) => sorted((values() ?? []).filter(wordPattern(wordToComplete)), (value) => value);
  }
  return undefined;
}

function toolTipOf(command: CatalogCommand | undefined, name: string): string {
  const { synopsis, syntax } = command?.description ?? { synopsis: null, syntax: [] };
  return synopsis ?? syntax[0] ?? name;
}
