import type { ParameterBindingException } from '../records/exceptions.js';
import type { PositionalFailures } from './bind-positional-arguments.js';
import { bindValue } from './bind-value.js';
import type { BindableParameter } from './bindable-parameter.js';
import { namedParameterNotFound, positionalParameterNotFound, severalRemainingParameters } from './binding-errors.js';
import type { BindingState } from './binding-state.js';
import type { CommandArgument } from './command-argument.js';
import { enumerableElements } from './convert/enumerable-elements.js';
import { shown } from './convert/text.js';
import { withoutDash } from './find-parameter.js';
import { typedText } from './reparse-arguments.js';

/**
 * Gives the arguments that nobody took to the parameter that collects them, if there is one.
 *
 * @throws ParameterBindingException `AmbiguousParameterSet / MetadataError` if two parameters would collect them
 */
export function bindRemainingArguments(state: BindingState): void {
  if (state.unused.length === 0) return;
  const collector = collectorOf(state);
  if (collector === undefined) return;
  const values = state.unused.flatMap(collected);
  const [only] = values;
  const rest = values.length === 1 && enumerableElements(only) !== undefined ? only : values;
  bindValue(state, collector, rest, true);
  state.given?.set(collector.metadata, rest);
  state.unused = [];
}

/** Why the first argument that nobody took was not taken; undefined if all were. */
export function failureOfLeftovers(
  state: BindingState,
  failures: readonly PositionalFailures[],
): ParameterBindingException | undefined {
  const [argument] = state.unused;
  if (argument === undefined) return undefined;
  if (argument.name !== undefined) return namedParameterNotFound(state.command, withoutDash(argument.name));
  const remembered =
    state.historical.lastPositionalFailure === true
      ? failures.map((passes) => passes.last)
      : failures.map((passes) => passes.byArgument.get(argument)).reverse();
  return (
    remembered.find((failure) => failure !== undefined) ??
    positionalParameterNotFound(state.command, argumentText(argument.value), argument.value)
  );
}

function collectorOf(state: BindingState): BindableParameter | undefined {
  let collector: BindableParameter | undefined;
  for (const parameter of state.command.remainingParameters) {
    if (state.isBound(parameter) || parameter.setIn(state.sets)?.remaining !== true) continue;
    if (collector !== undefined) throw severalRemainingParameters(collector, parameter);
    collector = parameter;
  }
  return collector;
}

/** The typed name, if there is one, and the value, if there is one. */
function collected(argument: CommandArgument): unknown[] {
  const { name, value, hasValue } = argument;
  const texts: unknown[] = name === undefined ? [] : [typedText({ ...argument, name })];
  return hasValue && value !== undefined ? [...texts, value] : texts;
}

function argumentText(value: unknown): string {
  return value === null || value === undefined ? '$null' : shown(value);
}
