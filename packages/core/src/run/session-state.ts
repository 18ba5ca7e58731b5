import type { VariableScope } from './variables.js';

/** What a cmdlet can reach of the session that runs it. */
export interface SessionState {
  /** The caller's variables. A cmdlet has no scope of its own: what it sets, its caller sees. */
  readonly variables: VariableScope;
}
