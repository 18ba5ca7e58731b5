/** The errors of binding, one function each: id, category and what it carries. */
import { ParameterBindingException } from '../records/exceptions.js';
import { typeNameOf } from '../records/type-name.js';
import type { BindableCommand } from './bindable-command.js';
import type { BindableParameter } from './bindable-parameter.js';
import { nearestNames } from './convert/nearest-names.js';
import * as text from './text.js';

export function namedParameterNotFound(command: BindableCommand, name: string): ParameterBindingException {
  return new ParameterBindingException(
    text.namedParameterNotFound(name, command.metadata.name, similarParameters(command, name)),
    { errorId: 'NamedParameterNotFound', category: 'InvalidArgument', parameterName: name },
  );
}

/** @param argument text of the value; the error's parameter name holds it */
export function positionalParameterNotFound(
  command: BindableCommand,
  argument: string,
  value: unknown,
): ParameterBindingException {
  return new ParameterBindingException(text.positionalParameterNotFound(argument, command.metadata.name), {
    errorId: 'PositionalParameterNotFound',
    category: 'InvalidArgument',
    parameterName: argument,
    typeSpecified: typeNameOf(value),
  });
}

/** @param next the word that followed, if it named no parameter */
export function missingArgument(
  command: BindableCommand,
  parameter: BindableParameter,
  next?: string,
): ParameterBindingException {
  const typeName = parameter.metadata.type.name;
  const message =
    next === undefined
      ? text.missingArgument(parameter.name, typeName)
      : text.missingArgumentBefore(parameter.name, typeName, next, similarParameters(command, next));
  return new ParameterBindingException(message, {
    errorId: 'MissingArgument',
    category: 'InvalidArgument',
    ...about(parameter),
  });
}

export function ambiguousParameter(name: string, candidates: readonly BindableParameter[]): ParameterBindingException {
  return new ParameterBindingException(
    text.ambiguousParameter(
      name,
      candidates.map((candidate) => candidate.name),
    ),
    { errorId: 'AmbiguousParameter', category: 'InvalidArgument', parameterName: name },
  );
}

export function parameterAlreadyBound(parameter: BindableParameter, typedName: string): ParameterBindingException {
  return new ParameterBindingException(
    text.parameterAlreadyBound(typedName, parameter.metadata.type.kind === 'array'),
    { errorId: 'ParameterAlreadyBound', category: 'InvalidArgument', ...about(parameter), parameterName: typedName },
  );
}

export function parameterNotInParameterSet(
  parameter: BindableParameter,
  typedName: string,
  setName: string,
): ParameterBindingException {
  return new ParameterBindingException(text.parameterNotInParameterSet(typedName, setName), {
    errorId: 'ParameterNotInParameterSet',
    category: 'InvalidArgument',
    ...about(parameter),
    parameterName: typedName,
  });
}

/** @param message which sets are left, or which parameters exclude each other */
export function ambiguousParameterSet(message: string): ParameterBindingException {
  return new ParameterBindingException(message, { errorId: 'AmbiguousParameterSet', category: 'InvalidArgument' });
}

export function severalRemainingParameters(
  first: BindableParameter,
  second: BindableParameter,
): ParameterBindingException {
  return new ParameterBindingException(text.severalRemainingParameters(first.name, second.name), {
    errorId: 'AmbiguousParameterSet',
    category: 'MetadataError',
    ...about(second),
  });
}

export function ambiguousPositions(
  first: BindableParameter,
  second: BindableParameter,
  position: number,
): ParameterBindingException {
  return new ParameterBindingException(text.ambiguousPositions(first.name, second.name, position), {
    errorId: 'AmbiguousPositionalParameterNoName',
    category: 'InvalidArgument',
  });
}

/** The error's parameter name holds all names, with a blank before each. */
export function missingMandatoryParameters(
  command: BindableCommand,
  missing: readonly BindableParameter[],
): ParameterBindingException {
  const names = missing.map((parameter) => parameter.name);
  return new ParameterBindingException(text.missingMandatoryParameters(names, command.metadata.name), {
    errorId: 'MissingMandatoryParameter',
    category: 'InvalidArgument',
    parameterName: names.map((name) => ` ${name}`).join(''),
  });
}

/** @param candidates parameters that would take input */
export function inputObjectNotBound(candidates: readonly BindableParameter[]): ParameterBindingException {
  const facts = candidates.map(({ name, sets, metadata }) => {
    const byValue = sets.some((set) => set.byValue);
    return byValue ? `-${name} (${metadata.type.name})` : `-${name} (property ${name})`;
  });
  return new ParameterBindingException(text.inputObjectNotBound(facts), {
    errorId: 'InputObjectNotBound',
    category: 'InvalidArgument',
  });
}

export function inputObjectMissingMandatory(missing: readonly BindableParameter[]): ParameterBindingException {
  return new ParameterBindingException(text.inputObjectMissingMandatory(missing.map((parameter) => parameter.name)), {
    errorId: 'InputObjectMissingMandatory',
    category: 'InvalidArgument',
  });
}

export function scriptBlockNoInput(parameter: BindableParameter): ParameterBindingException {
  return new ParameterBindingException(text.scriptBlockNoInput(parameter.name), {
    errorId: 'ScriptBlockArgumentNoInput',
    category: 'MetadataError',
    ...about(parameter),
  });
}

export function scriptBlockFailed(parameter: BindableParameter, cause: unknown): ParameterBindingException {
  return new ParameterBindingException(text.scriptBlockFailed(parameter.name, reasonOf(cause)), {
    errorId: 'ScriptBlockArgumentInvocationFailed',
    category: 'InvalidArgument',
    ...about(parameter),
    cause,
  });
}

export function scriptBlockNoOutput(parameter: BindableParameter): ParameterBindingException {
  return new ParameterBindingException(text.scriptBlockNoOutput(parameter.name), {
    errorId: 'ScriptBlockArgumentNoOutput',
    category: 'InvalidArgument',
    ...about(parameter),
  });
}

export function dynamicParametersFailed(cause: unknown): ParameterBindingException {
  return new ParameterBindingException(text.dynamicParametersFailed(reasonOf(cause)), {
    errorId: 'GetDynamicParametersException',
    category: 'InvalidArgument',
    cause,
  });
}

export function parameterBindingFailed(
  parameter: BindableParameter,
  value: unknown,
  reason: string,
  cause?: unknown,
): ParameterBindingException {
  return new ParameterBindingException(text.parameterBindingFailed(parameter.name, reason), {
    errorId: 'ParameterBindingFailed',
    category: 'WriteError',
    ...about(parameter),
    typeSpecified: typeNameOf(value),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** The message of whatever was thrown. */
export function reasonOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  try {
    return String(thrown);
  } catch {
    return typeNameOf(thrown);
  }
}

/** What every error about a parameter carries. */
export function about(parameter: BindableParameter): { parameterName: string; parameterType: string } {
  return { parameterName: parameter.name, parameterType: parameter.metadata.type.name };
}

function similarParameters(command: BindableCommand, name: string): readonly string[] {
  return nearestNames(
    name,
    command.parameters.flatMap((parameter) => [parameter.name, ...parameter.metadata.aliases]),
  );
}
