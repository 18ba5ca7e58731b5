import { MetadataException } from '../../records/exceptions.js';
import { commonParameters } from '../common-parameters.js';
import type { CmdletPart, OutputTypePart } from '../declaration-parts.js';
import { ownDeclarations } from '../declarations.js';
import type { CmdletOptions } from '../decorators/cmdlet-options.js';
import { outputTypeNames } from '../decorators/output-type-names.js';
import { jobParameters } from '../job-parameters.js';
import type { CommandMetadata, JobSupport, OutputTypeMetadata } from '../metadata.js';
import { pagingParameters } from '../paging-parameters.js';
import { initialValuesOf } from '../resolve-type.js';
import { shouldProcessParameters } from '../should-process-parameters.js';
import { text } from '../text.js';
import type { Class } from '../types/parameter-type.js';
import { checkCommandOptions } from './check-options.js';
import { checkSets } from './check-sets.js';
import { declaredParameters } from './declared-parameters.js';
import { mergeParameters } from './merge-parameters.js';

/** Puts together everything declared on a class and its bases; every mistake is thrown as a MetadataException. */
export function buildCommand(target: Class<object>): CommandMetadata {
  const own = ownDeclarations(target);
  const cmdlet = own.find((declarations) => declarations.cmdlet !== undefined)?.cmdlet;
  if (cmdlet === undefined) throw new MetadataException('CmdletNotDeclared', text.notACmdlet(target.name));
  const { options } = cmdlet;
  const className = options.className ?? target.name;
  checkName(className, cmdlet);
  checkCommandOptions(options, className);
  const jobSupport = jobSupportOf(className, options);
  const supportsShouldProcess = options.supportsShouldProcess ?? false;
  const supportsPaging = options.supportsPaging ?? false;
  const defaultParameterSetName = options.defaultParameterSetName || undefined;
  const declared = declaredParameters(target, className, 'declared', initialValuesOf(target));
  const parameters = mergeParameters(className, declared, [
    ...commonParameters,
    ...(supportsShouldProcess ? shouldProcessParameters : []),
    ...(supportsPaging ? pagingParameters : []),
    ...jobParameters(jobSupport),
  ]);
  checkSets(className, declared, defaultParameterSetName);
  return Object.freeze<CommandMetadata>({
    verb: cmdlet.verb,
    noun: cmdlet.noun,
    name: `${cmdlet.verb}-${cmdlet.noun}`,
    className,
    aliases: Object.freeze([...(options.aliases ?? []), ...own.flatMap(({ aliases }) => aliases.toReversed().flat())]),
    defaultParameterSetName,
    supportsShouldProcess,
    confirmImpact: supportsShouldProcess ? (options.confirmImpact ?? 'Medium') : 'None',
    supportsPaging,
    obsolete: options.obsolete ?? own.find(({ obsolete }) => obsolete !== undefined)?.obsolete,
    outputTypes: Object.freeze(
      outputTypes(
        options,
        own.flatMap((declarations) => declarations.outputTypes.toReversed()),
      ),
    ),
    hasDynamicParameters: typeof Reflect.get(target.prototype, 'getDynamicParameters') === 'function',
    jobSupport,
    parameters,
    synopsis: options.synopsis,
    description: options.description,
    examples: Object.freeze([...(options.examples ?? [])]),
    ...(options.notes === undefined ? {} : { notes: options.notes }),
    ...(options.links === undefined ? {} : { links: Object.freeze([...options.links]) }),
  });
}

function checkName(className: string, { verb, noun }: CmdletPart): void {
  if (typeof verb !== 'string' || verb.trim() === '')
    throw new MetadataException('Argument', text.emptyName(className, 'verb'));
  if (typeof noun !== 'string' || noun.trim() === '')
    throw new MetadataException('Argument', text.emptyName(className, 'noun'));
  if (verb.includes('-')) throw new MetadataException('Argument', text.dashInVerb(className, verb));
}

function jobSupportOf(className: string, options: CmdletOptions): JobSupport {
  const asJob = options.asJob ?? true;
  if (!asJob && options.job !== undefined) throw new MetadataException('Argument', text.jobWithoutAsJob(className));
  return Object.freeze({ asJob, throttleLimit: options.throttleLimit ?? false, job: options.job });
}

function outputTypes(options: CmdletOptions, parts: readonly OutputTypePart[]): OutputTypeMetadata[] {
  const { outputType } = options;
  const first = outputType === undefined ? [] : [{ names: outputTypeNames(outputType), parameterSetNames: [] }];
  return [...first, ...parts].map((part) => Object.freeze({ ...part }));
}
