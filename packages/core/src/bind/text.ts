/** Texts of failed bindings and of warnings: what was wrong, with which parameter, what would be right. */
import { shown } from './convert/text.js';

export function namedParameterNotFound(name: string, command: string, nearest: readonly string[]): string {
  const hint = nearest.length === 0 ? '' : ` Did you mean ${list(nearest.map((parameter) => `-${parameter}`))}?`;
  return `A parameter cannot be found that matches parameter name '${name}' of ${command}.${hint}`;
}

export function positionalParameterNotFound(argument: string, command: string): string {
  return `A positional parameter cannot be found that accepts argument '${argument}'. ${command} takes no further unnamed argument here; write the name of a parameter before it.`;
}

export function missingArgument(parameter: string, typeName: string): string {
  return `Missing an argument for parameter '${parameter}'. Specify a value of type '${typeName}' and try again.`;
}

export function missingArgumentBefore(
  parameter: string,
  typeName: string,
  next: string,
  nearest: readonly string[],
): string {
  const hint = nearest.length === 0 ? '' : `, or did you mean ${list(nearest.map((name) => `-${name}`))}`;
  return `${missingArgument(parameter, typeName)} The next word, '${next}', is no parameter either; to pass it as a value, write -${parameter}:${next}${hint}.`;
}

export function ambiguousParameter(name: string, candidates: readonly string[]): string {
  return `Parameter cannot be processed because the parameter name '${name}' is ambiguous. Possible matches include:${candidates.map((candidate) => ` -${candidate}`).join('')}.`;
}

export function parameterAlreadyBound(name: string, takesList: boolean): string {
  const remedy = takesList ? ' To provide multiple values, use a list.' : '';
  return `Cannot bind parameter because parameter '${name}' is specified more than once.${remedy}`;
}

export function parameterNotInParameterSet(name: string, setName: string): string {
  return `The parameter '${name}' cannot be used here: it does not belong to the parameter set '${setName}' that the other arguments chose.`;
}

export function conflictingParameters(
  parameters: readonly (readonly [name: string, sets: readonly string[]])[],
): string {
  const facts = parameters.map(([name, sets]) => `-${name} (${sets.join(', ')})`);
  return `Parameter set cannot be resolved: these parameters have no parameter set in common and cannot be used together: ${list(facts)}.`;
}

export function severalParameterSets(sets: readonly string[], missing: readonly string[]): string {
  const remedy =
    missing.length === 0 ? 'Specify a parameter that only one of them has.' : `They need: ${missing.join('; ')}.`;
  return `Parameter set cannot be resolved: the given parameters fit several parameter sets, ${list(sets)}. ${remedy}`;
}

export function noParameterSet(): string {
  return 'Parameter set cannot be resolved: no parameter set is left that the given parameters fit.';
}

export function missingOfSet(setName: string, parameters: readonly string[]): string {
  return `${setName} ${parameters.map((name) => `-${name}`).join(' ')}`;
}

export function severalRemainingParameters(first: string, second: string): string {
  return `The parameters '${first}' and '${second}' both take the remaining arguments, and the parameter set does not tell which is meant. Use one of them by name.`;
}

export function ambiguousPositions(first: string, second: string, position: number): string {
  return `Positional parameters cannot be bound: '${first}' and '${second}' have the same position ${position} in one parameter set. Use names.`;
}

export function missingMandatoryParameters(parameters: readonly string[], command: string): string {
  return `Cannot process command because of one or more missing mandatory parameters:${spaced(parameters)}. Call ${command} with them.`;
}

export function inputObjectNotBound(candidates: readonly string[]): string {
  return candidates.length === 0
    ? 'The input object cannot be bound to any parameter: the command takes no pipeline input, or the parameters that take it were given otherwise.'
    : `The input object cannot be bound to any parameter: neither it nor its properties fit a parameter that takes pipeline input. These would: ${list(candidates)}.`;
}

export function inputObjectMissingMandatory(parameters: readonly string[]): string {
  return `The input object cannot be bound because it did not contain the information required to bind all mandatory parameters: ${spaced(parameters)}`;
}

export function scriptBlockNoInput(parameter: string): string {
  return `Cannot evaluate parameter '${parameter}' because its argument is a function that is run for each record, and there is no pipeline input.`;
}

export function scriptBlockFailed(parameter: string, reason: string): string {
  return `Cannot evaluate parameter '${parameter}' because its argument, a function, failed: ${reason}`;
}

export function scriptBlockNoOutput(parameter: string): string {
  return `Cannot evaluate parameter '${parameter}' because its argument, a function, returned nothing for this record.`;
}

export function scriptBlockAsynchronous(): string {
  return 'it returned a promise. Functions that compute a parameter must return their value at once.';
}

export function dynamicParametersFailed(reason: string): string {
  return `Cannot retrieve the dynamic parameters for the command. ${reason}`;
}

export function parameterBindingFailed(parameter: string, reason: string): string {
  return `Cannot bind parameter '${parameter}' to the target. Exception setting "${parameter}": "${reason}"`;
}

export function nullNotAssignable(typeName: string): string {
  return `Cannot convert null to type "${typeName}".`;
}

export function defaultValueNotReadable(parameter: string, reason: string): string {
  return `Cannot read the value that parameter '${parameter}' held before pipeline input: ${reason}`;
}

export function transformationFailed(parameter: string, reason: string): string {
  return `Cannot process argument transformation on parameter '${parameter}'. ${reason}`;
}

export function typeNameMismatch(parameter: string, wanted: string, actual: string): string {
  return `Cannot bind argument to parameter '${parameter}', because the PSTypeName of the argument is not '${wanted}': it is '${actual}'.`;
}

export function recordPropertyFailed(property: string, reason: string): string {
  return `The property '${property}' of the input object cannot be read: ${reason}`;
}

export function defaultsMayBeTheCause(message: string, parameters: readonly string[]): string {
  return `${message} Default values may be the cause: ${list(parameters)} came from PSDefaultParameterValues. Set its key 'Disabled' to true to switch it off.`;
}

export function parameterObsolete(parameter: string, message: string): string {
  return `Parameter '${parameter}' is obsolete. ${message}`;
}

export function defaultValueNotBound(value: unknown, parameter: string, reason: string): string {
  return `The binding of default value '${value === null || value === undefined ? 'null' : shown(value)}' to parameter '${parameter}' failed: ${reason}`;
}

export function severalDefaultValues(parameter: string): string {
  return `Multiple different default values are defined in PSDefaultParameterValues for the parameter matching the following name or alias: ${parameter}. These defaults have been ignored.`;
}

export function severalParametersMatched(pattern: string, matches: readonly string[]): string {
  return `The following name or alias defined in PSDefaultParameterValues for this command resolves to multiple parameters: ${pattern} (${list(matches)}). The default has been ignored.`;
}

export function badDefaultValueKeys(keys: readonly string[]): string {
  const quoted = keys.map((key) => `'${key}'`);
  return `The following ${keys.length > 1 ? 'keys do' : 'key does'} not have a valid format for PSDefaultParameterValues: ${list(quoted)}. Write 'Command:Parameter', or 'Disabled'.`;
}

function list(items: readonly string[]): string {
  return items.join(', ');
}

function spaced(names: readonly string[]): string {
  return names.map((name) => ` ${name}`).join('');
}
