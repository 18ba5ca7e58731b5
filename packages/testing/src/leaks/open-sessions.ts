import type { Leak } from './leak.js';

/** What is asked of a session at the end of a test. */
interface OpenSession extends AsyncDisposable {
  readonly leaks: readonly Leak[];
}

/** One list for all copies of this package in the process. */
const KEY = Symbol.for('@cmdlet/testing/open-sessions');
interface Registry {
  [KEY]?: { readonly sessions: Set<OpenSession>; readonly found: Leak[] };
}

function registry(): NonNullable<Registry[typeof KEY]> {
  const holder = globalThis as Registry;
  holder[KEY] ??= { sessions: new Set(), found: [] };
  return holder[KEY];
}

/** A session has been opened; the result says that it is closed. */
export function sessionOpened(session: OpenSession): () => void {
  const { sessions } = registry();
  sessions.add(session);
  return () => sessions.delete(session);
}

/** Remembers what a run has left behind, for {@link takeLeaks}. */
export function leaksFound(leaks: readonly Leak[]): void {
  registry().found.push(...leaks);
}

/**
 * What all runs since the last call have left behind, and what sessions that are still open would leave behind. Closes
 * them, and ends what goes on in them.
 *
 * The matchers for vitest do so after each test. With another runner, do it in its hook:
 *
 * @param kept sessions that stay open, and are not looked at. Default none
 *
 * @example
 * afterEach(async () => assert.deepEqual((await takeLeaks()).map(String), []));
 */
export async function takeLeaks(kept: ReadonlySet<object> = NONE): Promise<readonly Leak[]> {
  const { sessions, found } = registry();
  const closing = [...sessions].filter((session) => !kept.has(session));
  const leaks = [...found.splice(0), ...closing.flatMap((session) => session.leaks)];
  for (const session of closing) await session[Symbol.asyncDispose]();
  found.length = 0;
  return leaks;
}

/** The sessions that are open now: of a test that begins, those that outlive it. */
export function openSessions(): ReadonlySet<object> {
  return new Set(registry().sessions);
}

const NONE: ReadonlySet<object> = new Set();
