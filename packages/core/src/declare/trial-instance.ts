import type { Class } from './types/parameter-type.js';

let making = false;

/**
 * An instance made at registration, to read what its properties hold initially.
 *
 * Nobody runs it, so what its initialisers ask the engine for is answered by stand-ins; see {@link isMakingTrialInstance}.
 */
export function trialInstance(target: Class<object>): object {
  const outer = making;
  making = true;
  try {
    return Reflect.construct(target, []) as object;
  } finally {
    making = outer;
  }
}

/** Whether the object under construction is a trial instance. */
export function isMakingTrialInstance(): boolean {
  return making;
}
