import { isMakingTrialInstance } from '../declare/trial-instance.js';
import { InvalidOperationException } from '../records/exceptions.js';
import { sharedState } from '../records/shared-state.js';
import type { CmdletRuntime } from './cmdlet-runtime.js';
import { DetachedRuntime } from './detached-runtime.js';
import type { ServiceToken } from './service-token.js';
import { text } from './text.js';

/**
 * The runtime of the cmdlet that is being constructed.
 *
 * A cmdlet gets its runtime in a field initialiser, before the author's own initialisers run, so that `inject` and
 * `stopping` work in them. Construction is synchronous and nests, hence a stack of one.
 */
const construction = sharedState<{ runtime: CmdletRuntime | undefined }>('construction', () => ({
  runtime: undefined,
}));

/** Runs a construction during which {@link claimRuntime} and {@link inject} answer for this runtime. */
export function withRuntime<T>(runtime: CmdletRuntime, construct: () => T): T {
  const outer = construction.runtime;
  construction.runtime = runtime;
  try {
    return construct();
  } finally {
    construction.runtime = outer;
  }
}

/** The runtime of the cmdlet under construction; a detached one where somebody constructs it by hand. */
export function claimRuntime(): CmdletRuntime {
  return construction.runtime ?? new DetachedRuntime();
}

/**
 * The session's instance of a service, for field initialisers and constructors of cmdlets and services.
 *
 * Fails with `InvalidOperation` outside of a construction by the engine.
 *
 * @example
 * private readonly api = inject(WeatherApi);
 */
export function inject<T>(token: ServiceToken<T>): T {
  if (isMakingTrialInstance()) return standIn as T;
  const { runtime } = construction;
  if (runtime === undefined) throw new InvalidOperationException(text.injectOutsideConstruction(token.name));
  return runtime.resolve(token);
}

/** What trial instances get for a service: every property or call gives the same again; as text it is empty. */
const standIn: unknown = new Proxy(() => undefined, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => '' : standIn),
  apply: () => standIn,
});
