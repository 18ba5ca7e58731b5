import type { CommandMetadata, ParameterMetadata } from './metadata.js';
import {
  type CommandParameterSet,
  type ParameterInSet,
  type ParameterSetSource,
  parameterSetsOf,
} from './parameter-sets.js';
import type { ParameterType } from './types/parameter-type.js';

/**
 * How a command is typed: one line per parameter set.
 *
 * @example
 * syntaxOf(metadataOf(GetForecast));
 * // ['Get-Forecast [-City] <string> [-Days <int>] [<CommonParameters>]']
 */
export function syntaxOf(command: ParameterSetSource & Pick<CommandMetadata, 'name'>): readonly string[] {
  return parameterSetsOf(command).map((set) => `${command.name} ${parameterSetText(set)}`);
}

/**
 * A parameter set as its line of syntax, without the command's name.
 *
 * Positional parameters by position, mandatory ones, the others; then what-if and confirm, paging, the throttle limit.
 * What every command has, `-AsJob` and `-JobName` too, is called `[<CommonParameters>]`.
 */
export function parameterSetText({ parameters }: CommandParameterSet): string {
  const own = parameters.filter(({ parameter }) => parameter.origin === 'declared' || parameter.origin === 'dynamic');
  const isPositional = ({ set }: ParameterInSet) => set.position !== undefined;
  const positional = own
    .filter(isPositional)
    .sort((left, right) => (left.set.position ?? 0) - (right.set.position ?? 0));
  const named = own.filter((inSet) => !isPositional(inSet));
  const added = parameters.filter(({ parameter }) => isAddedOnRequest(parameter));
  return [
    ...positional,
    ...named.filter(({ set }) => set.mandatory),
    ...named.filter(({ set }) => !set.mandatory),
    ...added,
  ]
    .map(parameterText)
    .concat('[<CommonParameters>]')
    .join(' ');
}

/** Whether an author asked the engine for this parameter, so that it is worth showing. */
export function isAddedOnRequest({ origin, name }: ParameterMetadata): boolean {
  return origin === 'shouldProcess' || origin === 'paging' || (origin === 'job' && name === 'ThrottleLimit');
}

/** The type of a parameter as lines of syntax show it: nullable ones as their base type. */
export function typeText({ type, typeName }: Pick<ParameterMetadata, 'type' | 'typeName'>): string {
  if (typeName === undefined) return type.kind === 'nullable' ? nameOf(type.element) : nameOf(type);
  const shortName = typeName.slice(typeName.lastIndexOf('.') + 1);
  return type.kind === 'array' ? `${shortName}[]` : shortName;
}

/** `-Force`, `[-Name] <string>`, `[[-Name] <string>]`, `-Name <string>`, `[-Name <string>]` */
function parameterText({ parameter, set }: ParameterInSet): string {
  if (parameter.type.kind === 'switch') return optional(`-${parameter.name}`, set.mandatory);
  const name = set.position === undefined ? `-${parameter.name}` : `[-${parameter.name}]`;
  return optional(`${name} <${typeText(parameter)}>`, set.mandatory);
}

function optional(text: string, mandatory: boolean): string {
  return mandatory ? text : `[${text}]`;
}

/** Inside a list it matters that an element may be null. */
function nameOf(type: ParameterType): string {
  if (type.kind !== 'array') return type.name;
  const { element } = type;
  return element.kind === 'nullable' ? `Nullable[${nameOf(element.element)}][]` : `${nameOf(element)}[]`;
}
