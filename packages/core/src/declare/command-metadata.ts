import type {
  CommandDescription,
  ParameterDescription,
  ParameterInSetDescription,
  ParameterSetDescription,
} from './command-description.js';
import { commonParameters } from './common-parameters.js';
import { jobParameters } from './job-parameters.js';
import type { CommandMetadata, ParameterMetadata, ParameterSetMetadata } from './metadata.js';
import { metadataOf } from './metadata-of.js';
import { type CommandParameterSet, parameterSetsOf } from './parameter-sets.js';
import { isAddedOnRequest, parameterSetText, syntaxOf, typeText } from './syntax.js';
import type { Class, ParameterType } from './types/parameter-type.js';
import type { ValidationMetadata } from './validation-metadata.js';
import { validationNames } from './validation-names.js';

/**
 * A cmdlet class as plain data that can be shown, compared, and written to a file.
 *
 * Parameters that every command has (common ones, `-AsJob`, `-JobName`) are left out unless asked for.
 *
 * @example
 * commandMetadata(GetForecast).syntax[0]; // 'Get-Forecast [-City] <string> [<CommonParameters>]'
 */
export function commandMetadata(
  cmdletClass: Class<object>,
  options: { readonly allParameters?: boolean } = {},
): CommandDescription {
  return describeCommand(metadataOf(cmdletClass), options);
}

/** The same for metadata at hand, for example with dynamic parameters added. */
export function describeCommand(
  command: CommandMetadata,
  { allParameters = false }: { readonly allParameters?: boolean } = {},
): CommandDescription {
  const isShown = (parameter: ParameterMetadata) => allParameters || isOwn(parameter);
  return {
    name: command.name,
    type: command.className,
    aliases: command.aliases,
    defaultParameterSet: command.defaultParameterSetName ?? null,
    supportsShouldProcess: command.supportsShouldProcess,
    confirmImpact: command.confirmImpact,
    supportsPaging: command.supportsPaging,
    asJob: command.jobSupport.asJob,
    hasDynamicParameters: command.hasDynamicParameters,
    obsolete: command.obsolete ?? null,
    outputTypes: [...new Set(command.outputTypes.flatMap(({ names }) => names))],
    parameters: command.parameters.filter(isShown).map(describeParameter),
    sets: parameterSetsOf(command).map((set) => describeSet(set, isShown)),
    syntax: syntaxOf(command),
    synopsis: command.synopsis ?? null,
    description: command.description ?? null,
    examples: command.examples,
    ...(command.notes === undefined ? {} : { notes: command.notes }),
    ...(command.links === undefined ? {} : { links: command.links }),
  };
}

/** The parameters of every command that descriptions leave out: those of jobs, if the command runs as one, and the common ones. */
export function sharedParameters(command: Pick<CommandDescription, 'asJob'>): readonly ParameterDescription[] {
  const ofJobs = jobParameters({ asJob: command.asJob, throttleLimit: false });
  return [...ofJobs, ...commonParameters].map(describeParameter);
}

function isOwn(parameter: ParameterMetadata): boolean {
  return parameter.origin === 'declared' || parameter.origin === 'dynamic' || isAddedOnRequest(parameter);
}

function describeParameter(parameter: ParameterMetadata): ParameterDescription {
  return {
    name: parameter.name,
    property: parameter.property,
    type: typeText(parameter),
    isSwitch: parameter.type.kind === 'switch',
    aliases: parameter.aliases,
    dynamic: parameter.origin === 'dynamic',
    wildcards: parameter.supportsWildcards,
    hidden: parameter.sets.some(({ dontShow }) => dontShow),
    validation: validationNames(parameter),
    values: valuesOf(parameter),
    ...(suggestsOnly(parameter) ? { suggestionsOnly: true } : {}),
    ...(hasCompleter(parameter) ? { hasCompleter: true } : {}),
    obsolete: parameter.obsolete ?? null,
    defaultValue: parameter.defaultValueNote ?? null,
    helpMessage: parameter.sets.find(({ helpMessage }) => helpMessage !== undefined)?.helpMessage ?? null,
    description: parameter.description ?? null,
    sets: parameter.sets.map(describeParameterInSet),
  };
}

function describeParameterInSet(set: ParameterSetMetadata): ParameterInSetDescription {
  return {
    set: set.parameterSetName,
    mandatory: set.mandatory,
    position: set.position ?? null,
    valueFromPipeline: set.valueFromPipeline,
    valueFromPipelineByPropertyName: set.valueFromPipelineByPropertyName,
    valueFromRemainingArguments: set.valueFromRemainingArguments,
  };
}

function describeSet(
  set: CommandParameterSet,
  isShown: (parameter: ParameterMetadata) => boolean,
): ParameterSetDescription {
  return {
    name: set.name,
    default: set.isDefault,
    parameters: set.parameters.flatMap(({ parameter }) => (isShown(parameter) ? [parameter.name] : [])),
    text: parameterSetText(set),
  };
}

/** A generated list is not asked for: it may depend on the moment. */
function valuesOf({ type, validations, suggestions }: ParameterMetadata): readonly string[] {
  for (const validation of validations) {
    if (isValidateSet(validation) && typeof validation.values !== 'function') return validation.values;
  }
  const members = enumMembers(type);
  return members.length > 0 ? members : suggestions;
}

function suggestsOnly({ type, validations, suggestions }: ParameterMetadata): boolean {
  return suggestions.length > 0 && enumMembers(type).length === 0 && !validations.some(isValidateSet);
}

/** A generated list is code too. */
function hasCompleter({ completer, validations }: ParameterMetadata): boolean {
  return (
    completer !== undefined || validations.some((each) => isValidateSet(each) && typeof each.values === 'function')
  );
}

function isValidateSet(validation: ValidationMetadata): validation is ValidateSetMetadata {
  return validation.kind === 'ValidateSet';
}

type ValidateSetMetadata = Extract<ValidationMetadata, { kind: 'ValidateSet' }>;

function enumMembers(type: ParameterType): readonly string[] {
  if (type.kind === 'enum') return type.members.map(({ name }) => name);
  return type.kind === 'array' || type.kind === 'set' || type.kind === 'nullable' ? enumMembers(type.element) : [];
}
