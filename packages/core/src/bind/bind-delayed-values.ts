import { PipelineStoppedException } from '../records/exceptions.js';
import { bindValue } from './bind-value.js';
import { scriptBlockFailed, scriptBlockNoOutput } from './binding-errors.js';
import type { BindingState } from './binding-state.js';
import type { DelayedValue } from './delayed-value.js';
import { scriptBlockAsynchronous } from './text.js';

/**
 * Computes delayed values from a record and binds them, with conversion.
 *
 * @throws ParameterBindingException `ScriptBlockArgumentInvocationFailed`, `ScriptBlockArgumentNoOutput`, or of binding
 */
export function bindDelayedValues(state: BindingState, record: unknown): void {
  for (const value of state.delayed) bindValue(state, value.parameter, computed(value, record), true);
}

function computed({ parameter, scriptBlock }: DelayedValue, record: unknown): unknown {
  let value: unknown;
  try {
    value = scriptBlock(record);
    if (value instanceof Promise) {
      value.catch(() => undefined);
      throw new TypeError(scriptBlockAsynchronous());
    }
  } catch (cause) {
    if (PipelineStoppedException.is(cause)) throw cause;
    throw scriptBlockFailed(parameter, cause);
  }
  if (value === undefined) throw scriptBlockNoOutput(parameter);
  return value;
}
