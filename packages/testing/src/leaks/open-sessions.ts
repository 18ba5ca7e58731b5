import { text } from '../text.js';
import { type Leak, LeakError } from './leak.js';

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
 * them, and ends what goes on in them. Rejects, when all are closed, if some cannot be.
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
  const leaks = onceEach([...found.splice(0), ...closing.flatMap((session) => session.leaks)]);
  const closed = await Promise.allSettled(closing.map(async (session) => session[Symbol.asyncDispose]()));
  found.length = 0;
  const failures = closed.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  if (failures.length === 0) return leaks;
  throw failures.length === 1 && leaks.length === 0
    ? failures[0]
    : new AggregateError(leaks.length === 0 ? failures : [...failures, new LeakError(leaks)], text.notClosed(failures));
}

/** What a run has left behind is found again in its session, if it is still open. */
function onceEach(leaks: readonly Leak[]): readonly Leak[] {
  return leaks.filter((leak, index) => !leaks.slice(0, index).some((other) => other.isSame(leak)));
}

/** The sessions that are open now: of a test that begins, those that outlive it. */
export function openSessions(): ReadonlySet<object> {
  return new Set(registry().sessions);
}

const NONE: ReadonlySet<object> = new Set();
