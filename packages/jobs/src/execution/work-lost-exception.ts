import { CmdletException } from '@cmdlet/core';
import { text } from './text.js';

/** What is known of an end that was none of the work's own. */
export interface LossFacts {
  /** What ended: `process`, `thread`, or a connection. */
  readonly where: 'process' | 'thread' | 'connection';
  /** Where it was, for people. */
  readonly location: string;
  readonly exitCode?: number | undefined;
  readonly signal?: string | undefined;
  /** Why, where neither exit code nor signal tells. */
  readonly reason?: string | undefined;
  /** The end of what it wrote to standard error. */
  readonly lastText?: string | undefined;
  readonly cause?: unknown;
}

/**
 * The thread, process or connection that work ran in has ended before the work did, or could not be started.
 *
 * Its ids are `2101,PSSessionStateBroken` for a thread or process that has ended or could not be started, and for a
 * connection that was lost; `2100,PSSessionStateBroken` for a computer that could not be reached; and
 * `2102,PSSessionStateBroken` for a connection that broke while the far side went on, since something else than records
 * of a job came, for one. Category OpenError; the target is the location.
 */
export class WorkLostException extends CmdletException {
  override name = 'WorkLostException';
  /** Exit code, where it ended with one. */
  readonly exitCode: number | undefined;
  /** Name of the signal that ended it, where one did. */
  readonly signal: string | undefined;

  constructor(facts: LossFacts, errorId = '2101,PSSessionStateBroken') {
    const { where, location, exitCode, signal, reason, lastText = '', cause } = facts;
    const how =
      reason ??
      (typeof signal === 'string' ? text.endedBySignal(signal) : undefined) ??
      (exitCode === undefined ? text.connectionClosed : text.endedWithCode(exitCode));
    super(errorId.startsWith('2100,') ? text.neverThere(how) : text.lost(where, how, lastText), {
      errorId,
      category: 'OpenError',
      target: location,
      ...(cause === undefined ? {} : { cause }),
    });
    this.exitCode = exitCode;
    this.signal = signal;
  }
}
