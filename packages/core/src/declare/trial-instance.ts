import { sharedState } from '../records/shared-state.js';
import type { Class } from './types/parameter-type.js';

const trial = sharedState('trial', () => ({ making: false }));

/**
 * An instance made at registration, to read what its properties hold initially.
 *
 * Nobody runs it, so what its initialisers ask the engine for is answered by stand-ins; see {@link isMakingTrialInstance}.
 */
export function trialInstance(target: Class<object>): object {
  const outer = trial.making;
  trial.making = true;
  try {
    return Reflect.construct(target, []) as object;
  } finally {
    trial.making = outer;
  }
}

/** Whether the object under construction is a trial instance. */
export function isMakingTrialInstance(): boolean {
  return trial.making;
}
