/**
 * @packageDocumentation
 * Matchers for vitest: importing this module registers them, and lets a test fail that leaves something behind.
 *
 * @example
 * import '@cmdlet/testing/vitest';
 * expect(await run(GetForecast, { city: 'Olso' })).toHaveErrorId('CityNotFound');
 */

import type { ObservedConfirmation, Pack } from '@cmdlet/core';
import { type Assertion, afterAll, afterEach, beforeEach, expect } from 'vitest';
import { LeakError } from './leaks/leak.js';
import { openSessions, takeLeaks } from './leaks/open-sessions.js';
import { type ExpectedParameter, toHaveParameter, toSupportWhatIf } from './matchers/command-matchers.js';
import type { MatcherResult } from './matchers/matcher.js';
import { matcherText } from './matchers/matcher-text.js';
import {
  type ExpectedBinding,
  toHaveAskedConfirmation,
  toHaveBoundTo,
  toHaveErrorId,
  toHaveNoLeaks,
  toHaveOutput,
  toHaveState,
  toHaveWarned,
} from './matchers/run-matchers.js';
import type { TestRunOptions } from './run/run-options.js';
import { commandSurface } from './surface/command-surface.js';

export type { ExpectedParameter } from './matchers/command-matchers.js';
export type { ExpectedBinding } from './matchers/run-matchers.js';

/**
 * Matchers for cmdlets, results of runs, jobs and packs.
 *
 * @typeParam TResult what the runner's matchers give back
 */
export interface CmdletMatchers<TResult = void> {
  /** A result, or a job: these objects on output, in this order, and no others; compared as by `toEqual`. */
  toHaveOutput(expected: readonly unknown[]): TResult;
  /** A result, a job, or an exception: an error of this id, with or without the source behind it. */
  toHaveErrorId(errorId: string): TResult;
  /** A result, or a job: a warning; with a text or pattern one that has it in it. */
  toHaveWarned(expected?: string | RegExp): TResult;
  /** A result, or a job: its state. */
  toHaveState(state: string): TResult;
  /** A result: somebody was asked whether to go on; with facts, about that. `decidedBy` may say that it was decided otherwise. */
  toHaveAskedConfirmation(expected?: Partial<ObservedConfirmation>): TResult;
  /** A result: what a command was bound to; the last one of a pipeline unless another is named. */
  toHaveBoundTo(expected: ExpectedBinding): TResult;
  /** A result: nothing goes on that the run began. */
  toHaveNoLeaks(): TResult;
  /** A cmdlet class: it has a parameter; with facts, it is declared so. */
  toHaveParameter(name: string, expected?: ExpectedParameter): TResult;
  /** A cmdlet class: it declares `-WhatIf`. */
  toSupportWhatIf(): TResult;
  /** A cmdlet class: a call with `-WhatIf` says what it would do, asks nobody, and completes. To be awaited. */
  toSupportWhatIf(parameters: Readonly<Record<string, unknown>>, options?: TestRunOptions): Promise<void>;
  /** A pack: its commands, sets, parameters and types are those of the snapshot; see `commandSurface`. To be awaited; `.not` is refused. */
  toMatchCommandSurface(hint?: string): Promise<void>;
}

/**
 * What `expect(received)` gives, with these matchers.
 *
 * It also keeps the import of vitest in the declarations of this module: without one, vitest 3 takes no notice of them in a
 * file that imports this module first.
 */
export type CmdletAssertion<TReceived = unknown> = Assertion<TReceived>;

/** What vitest tells a matcher about the call. */
interface Negatable {
  /** Whether it is called as `expect(x).not.to…`. */
  readonly isNot: boolean;
}

async function toMatchCommandSurface(this: Negatable, received: Pack, hint?: string): Promise<MatcherResult> {
  // A snapshot tells what is wanted, and nothing tells what is not.
  if (this.isNot) throw new TypeError(matcherText.surfaceOnlyMatches);
  const surface = await commandSurface(received);
  expect(surface).toMatchSnapshot(hint ?? `command surface of ${received.name}`);
  return { pass: true, message: () => '' };
}

expect.extend({
  toHaveOutput,
  toHaveErrorId,
  toHaveWarned,
  toHaveState,
  toHaveAskedConfirmation,
  toHaveBoundTo,
  toHaveNoLeaks,
  toHaveParameter,
  toSupportWhatIf,
  toMatchCommandSurface,
});

// Sessions that were open before a test belong to several. Tests that run at the same time share what is open: for them
// the file is looked at when it is over.
let openBefore: ReadonlySet<object> = new Set();
beforeEach(({ task }) => {
  if (task.concurrent !== true) openBefore = openSessions();
});
afterEach(async ({ task }) => {
  if (task.concurrent !== true) await failOnLeaks(openBefore);
});
afterAll(() => failOnLeaks());

async function failOnLeaks(kept?: ReadonlySet<object>): Promise<void> {
  const leaks = await takeLeaks(kept);
  if (leaks.length > 0) throw new LeakError(leaks);
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: merging needs the type parameters of the original, letter by letter.
  interface Assertion<T = any> extends CmdletMatchers<void> {} // eslint-disable-line @typescript-eslint/no-explicit-any
  interface AsymmetricMatchersContaining extends CmdletMatchers<unknown> {}
}
