import type { CommandRuntime } from '../run/command-runtime.js';
import { PREFERENCE_VARIABLE, type PreferenceStream } from '../run/preferences.js';
import { type VariableScope, VariableTable } from '../run/variables.js';

/**
 * The variables that commands see which a cmdlet calls: the caller's, and on top what its parameters said.
 *
 * `-Verbose` on the outer command so holds for the inner ones too, `-WhatIf` above all.
 */
export function inheritedVariables({ common, environment, preferences }: CommandRuntime): VariableScope {
  const scope = new VariableTable(environment.variables);
  for (const [stream, variable] of Object.entries(PREFERENCE_VARIABLE)) {
    const given = preferences.given(stream as PreferenceStream);
    if (given !== undefined) scope.set(variable, given);
  }
  if (common.whatIf !== undefined) scope.set('WhatIfPreference', common.whatIf);
  if (common.confirm !== undefined) scope.set('ConfirmPreference', preferences.confirmThreshold);
  return new WriteThrough(scope, environment.variables);
}

/** Reads the inner scope first; what is set appears in the caller's, for a cmdlet has no scope of its own. */
class WriteThrough implements VariableScope {
  constructor(
    private readonly inner: VariableScope,
    private readonly outer: VariableScope,
  ) {}
  get(name: string): unknown {
    return this.inner.get(name);
  }
  has(name: string): boolean {
    return this.inner.has(name);
  }
  set(name: string, value: unknown): void {
    this.outer.set(name, value);
  }
  remove(name: string): void {
    this.outer.remove(name);
  }
}
