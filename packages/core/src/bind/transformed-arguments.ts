import type { ParameterMetadata } from '../declare/metadata.js';
import { ParameterBindingArgumentTransformationException } from '../records/exceptions.js';
import { typeNameOf } from '../records/type-name.js';
import type { BindableParameter } from './bindable-parameter.js';
import { about, reasonOf } from './binding-errors.js';
import { transformationFailed } from './text.js';

/** What transformations made of arguments, so that they run once per argument although it is tried several times. */
export class TransformedArguments {
  readonly #results = new Map<ParameterMetadata, Transformed[]>();

  /** The transformed argument; computed if this one was not seen before. */
  of(parameter: BindableParameter, argument: unknown): unknown {
    let known = this.#results.get(parameter.metadata);
    if (known === undefined) {
      known = [];
      this.#results.set(parameter.metadata, known);
    }
    let result = known.find((one) => Object.is(one.argument, argument));
    if (result === undefined) {
      result = transformedOnce(parameter, argument);
      known.push(result);
    }
    if (result.failure !== undefined) throw result.failure;
    return result.value;
  }
}

interface Transformed {
  readonly argument: unknown;
  readonly value?: unknown;
  readonly failure?: ParameterBindingArgumentTransformationException;
}

/**
 * Runs a parameter's transformations on an argument, in declaration order.
 *
 * @throws ParameterBindingArgumentTransformationException `ParameterArgumentTransformationError`
 */
export function transformed(parameter: BindableParameter, argument: unknown): unknown {
  let value = argument;
  for (const transformation of parameter.metadata.transformations) {
    const isNull = value === null || value === undefined;
    if (isNull && !parameter.transformsNull && transformation.transformNullOptionalParameters === false) continue;
    try {
      value = transformation.transform(value);
    } catch (cause) {
      throw new ParameterBindingArgumentTransformationException(transformationFailed(parameter.name, reasonOf(cause)), {
        errorId: 'ParameterArgumentTransformationError',
        category: 'InvalidData',
        ...about(parameter),
        typeSpecified: typeNameOf(argument),
        cause,
      });
    }
  }
  return value;
}

function transformedOnce(parameter: BindableParameter, argument: unknown): Transformed {
  try {
    return { argument, value: transformed(parameter, argument) };
  } catch (failure) {
    if (failure instanceof ParameterBindingArgumentTransformationException) return { argument, failure };
    throw failure;
  }
}
