import type { BindableParameter } from './bindable-parameter.js';
import { parameterBindingFailed, reasonOf } from './binding-errors.js';
import type { BindingState } from './binding-state.js';
import { checkTypeName } from './check-type-name.js';
import { ConversionException } from './convert/conversion-exception.js';
import { convertArgument } from './convert/convert-argument.js';
import { asInstance, isInstanceOf } from './convert/is-instance-of.js';
import { checkEmptiness } from './doubtful-values.js';
import { nullNotAssignable, parameterObsolete } from './text.js';
import { transformArgument } from './transform-argument.js';
import { validateArgument } from './validate/validate-argument.js';

/**
 * Binds one value to one parameter: transformations, conversion, type name, validations, null and empty check, setter.
 *
 * Then rules out the sets that the parameter does not belong to.
 *
 * @param convert whether the value is converted; if not, it must be of the parameter's type as it is
 * @returns false if the value does not fit and no conversion was wanted
 * @throws ParameterBindingException for every other failure
 */
export function bindValue(
  state: BindingState,
  parameter: BindableParameter,
  argument: unknown,
  convert: boolean,
): boolean {
  let value: unknown;
  try {
    value = transformArgument(state, parameter, argument);
    if (convert) {
      value = converted(state, parameter, value);
    } else {
      value = fitting(value, parameter);
      if (value === NOT_FITTING) return false;
    }
    checkTypeName(value, parameter, convert);
    value = validateArgument(value, parameter.metadata);
    if (parameter.mandatory) checkEmptiness(state, parameter, value);
  } catch (failure) {
    if (!convert && isConversionFailure(failure)) return false;
    throw failure;
  }
  assign(state, parameter, value);
  state.bound.set(parameter.metadata, value);
  state.narrowTo(parameter);
  if (parameter.metadata.obsolete !== undefined) warnObsolete(state, parameter);
  return true;
}

/** Whether a failure is, or was caused by, a value that does not convert. */
export function isConversionFailure(failure: unknown): boolean {
  let current: unknown = failure;
  // The bound is for causes that go in a circle.
  for (let depth = 0; depth < DEEPEST_CAUSE && current instanceof Error; depth++, current = current.cause) {
    if (ConversionException.is(current)) return true;
  }
  return false;
}

const DEEPEST_CAUSE = 20;

/** Warns, when a parameter is bound for the first time, that it is obsolete. */
export function warnObsolete(state: BindingState, { name, metadata }: BindableParameter): void {
  state.warn(`obsolete ${name}`, {
    id: 'ParameterObsolete',
    message: parameterObsolete(name, metadata.obsolete ?? ''),
  });
}

function converted(state: BindingState, parameter: BindableParameter, value: unknown): unknown {
  const { metadata } = parameter;
  const { strict } = state.request;
  const { conversion } = state.historical;
  const bare = metadata.type.kind === 'any' ? value : withoutBox(value);
  if (strict !== true && conversion !== true) return convertArgument(bare, metadata.type, metadata.name);
  return convertArgument(bare, metadata.type, metadata.name, {
    strict: strict === true,
    historical: conversion === true,
  });
}

const NOT_FITTING = Symbol('not fitting');

/** The value as the parameter holds it, if it is of its type. */
function fitting(value: unknown, { metadata: { type } }: BindableParameter): unknown {
  if (isInstanceOf(value, type)) return asInstance(value, type);
  const bare = withoutBox(value);
  return bare !== value && isInstanceOf(bare, type) ? asInstance(bare, type) : NOT_FITTING;
}

/** A boxed primitive counts as the primitive: it is how a number or a text carries properties of its own. */
function withoutBox(value: unknown): unknown {
  const boxed = value instanceof Number || value instanceof String || value instanceof Boolean;
  return boxed ? value.valueOf() : value;
}

function assign(state: BindingState, parameter: BindableParameter, value: unknown): void {
  const { metadata } = parameter;
  if ((value === null || value === undefined) && !parameter.canBeNull) {
    throw parameterBindingFailed(parameter, value, nullNotAssignable(metadata.type.name));
  }
  try {
    state.receiverOf(parameter)[metadata.property] = value;
  } catch (cause) {
    throw parameterBindingFailed(parameter, value, reasonOf(cause), cause);
  }
}
