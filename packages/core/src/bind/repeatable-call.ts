import type { ParameterMetadata } from '../declare/metadata.js';
import { nameKey, sameName } from '../declare/names.js';
import { argumentsOf } from './arguments-of.js';
import type { BindingState } from './binding-state.js';
import type { CommandArgument } from './command-argument.js';
import { DelayedBinding } from './delayed-value.js';
import { findParameter } from './find-parameter.js';

/** A call that was bound, kept so that it can be made once more: wholly or with other values for some parameters. */
export class RepeatableCall {
  /**
   * What the call is bound to: converted values, dynamic parameters and the user's default values included. Keys are the
   * names by which a program gives them. Parameters about the job, and functions that wait for records, are left out.
   */
  readonly values: Readonly<Record<string, unknown>>;
  readonly #state: BindingState;
  /** As given: neither converted nor transformed, so that both are done once for each time the call is made. */
  readonly #given: ReadonlyMap<ParameterMetadata, unknown>;

  constructor(state: BindingState) {
    this.#state = state;
    this.#given = new Map(state.given);
    this.values = byKey([...state.bound.entries()].filter(([, value]) => !(value instanceof DelayedBinding)));
  }

  /**
   * What {@link values} were before they were transformed and converted, to make the call where this session is not.
   * Functions that wait for records are among them.
   */
  get given(): Readonly<Record<string, unknown>> {
    return byKey([...this.#given]);
  }

  /**
   * The arguments for making the call again.
   *
   * Each names its parameter, also where it was given by position. Default values of the user are not among them: they
   * are found anew.
   *
   * @param overrides take the place of what was given for the same parameters; undefined leaves them out
   * @throws ParameterBindingException `AmbiguousParameter`
   */
  argumentsWith(overrides: Readonly<Record<string, unknown>>): readonly CommandArgument[] {
    const { command, request, boundByDefault } = this.#state;
    const rules = { strict: request.strict === true, leaveCommon: false };
    const replaced = new Set(Object.keys(overrides).map((name) => findParameter(command, name, rules)?.metadata));
    const found = new Set(boundByDefault.map(nameKey));
    const kept = [...this.#given]
      .filter(([parameter]) => parameter.origin !== 'job' && !replaced.has(parameter))
      .filter(([{ name }]) => !found.has(nameKey(name)))
      .map(([{ name }, value]) => ({ name, value, hasValue: true }));
    return [...kept, ...argumentsOf(overrides)];
  }
}

function byKey(values: readonly (readonly [ParameterMetadata, unknown])[]): Readonly<Record<string, unknown>> {
  const kept = values.filter(([{ origin }]) => origin !== 'job');
  return Object.fromEntries(kept.map(([parameter, value]) => [keyOf(parameter), value]));
}

/** The property, unless the parameter has another name. */
function keyOf({ property, name }: ParameterMetadata): string {
  return sameName(property, name) ? property : name;
}
