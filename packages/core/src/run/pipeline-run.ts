import type { ErrorRecord } from '../records/error-record.js';
import { PipelineStoppedException } from '../records/exceptions.js';
import { errorRecordOf } from './error-record-of.js';
import { feed, type PipelineInput } from './feed.js';
import type { PipelineCommand } from './pipeline-command.js';
import type { RunEnvironment } from './run-environment.js';

/** How a run ended, or that it has not. */
export type RunState = 'NotStarted' | 'Running' | 'Completed' | 'Failed' | 'Stopped';

/**
 * One run of a pipeline: commands that are bound already, from begin to dispose.
 *
 * The order is that of a PowerShell pipeline: every begin, then the records one by one all the way down, then each
 * command's end, then dispose of everybody whatever happened. Once a run has failed or was stopped it stays so: every
 * later write throws the stop signal, and catching it revives nothing.
 */
export class PipelineRun {
  state: RunState = 'NotStarted';
  /** The failure that ended the run; the first one counts. */
  failure: ErrorRecord | undefined;
  /** Whether any error was written or thrown, whatever the preference. */
  hadErrors = false;
  /** Why the run was stopped, if whoever stopped it said so. */
  stopReason: unknown;
  #hasInput = false;

  constructor(
    readonly environment: RunEnvironment,
    readonly commands: readonly PipelineCommand[],
  ) {}

  /** How many records went into the first command; none where it runs without input. */
  get recordsFed(): number {
    const first = this.commands[0];
    return first === undefined || !this.#hasInput ? 0 : first.iterations + (first.misfits ?? 0);
  }

  /** Whether no record, end or question is wanted any more. */
  get isOver(): boolean {
    return this.state === 'Failed' || this.state === 'Stopped';
  }

  /**
   * Runs to the end. Never throws or rejects: how it went is in {@link state} and {@link failure}.
   *
   * @param input records for the first command; undefined when no input is expected
   */
  execute(input: PipelineInput | undefined): Promise<void> | undefined {
    if (this.state === 'NotStarted') this.state = 'Running';
    try {
      const pending = this.begin();
      if (pending !== undefined) return this.#executeLater(pending, input, 'begun');
      const fed = this.process(input);
      if (fed !== undefined) return this.#executeLater(fed, input, 'processed');
      const ended = this.end();
      if (ended !== undefined) return this.#executeLater(ended, input, 'ended');
    } catch (error) {
      this.#absorb(error);
    }
    return this.close();
  }

  /** Goes on from a part of the run that was not done at once. */
  async #executeLater(
    pending: Promise<void>,
    input: PipelineInput | undefined,
    part: 'begun' | 'processed' | 'ended',
  ): Promise<void> {
    try {
      await pending;
      if (part === 'begun') await this.process(input);
      if (part !== 'ended') await this.end();
    } catch (error) {
      this.#absorb(error);
    }
    await this.close();
  }

  /** Begins the commands in order; one that a write has begun already is passed over. */
  begin(): Promise<void> | undefined {
    return this.#inTurn(begin, 0);
  }

  /** Feeds the first command: every record, or one process call where no input is expected. */
  process(input: PipelineInput | undefined): Promise<void> | undefined {
    const first = this.commands[0];
    this.#hasInput = input !== undefined;
    if (first === undefined || this.isOver || first.isSatisfied) return undefined;
    if (input === undefined) return this.#unlessSatisfied(first, processOnce);
    return this.#unlessSatisfied(first, (command) => feed(input, command, this.environment));
  }

  /** Ends the commands in order; those that a later command has satisfied are left out. */
  end(): Promise<void> | undefined {
    return this.#inTurn(end, 0);
  }

  /** Disposes all commands, left to right; afterwards the run has its final state. */
  close(): Promise<void> | undefined {
    for (const command of this.commands) command.release();
    return this.#disposeFrom(0);
  }

  #disposeFrom(first: number): Promise<void> | undefined {
    for (let index = first; index < this.commands.length; index++) {
      const pending = this.commands[index]?.dispose();
      if (pending !== undefined) return pending.then(() => this.#disposeFrom(index + 1));
    }
    this.#complete();
    return undefined;
  }

  /** Stops the run: fires the signals and calls the stop steps in order. A run that is over already stays as it is. */
  stop(reason?: unknown): void {
    if (this.isOver || this.state === 'Completed') return;
    this.giveUp(reason);
    for (const command of this.commands) command.stopStep();
  }

  /** Ends the run as stopped without calling anybody's stop step: a cmdlet threw the stop signal by itself. */
  giveUp(reason?: unknown): void {
    if (this.isOver) return;
    this.state = 'Stopped';
    this.hadErrors = true;
    this.stopReason = reason;
    for (const command of this.commands) command.shut();
    for (const command of this.commands) command.fireStopping(reason);
  }

  /**
   * Records a failure as the outcome of the run, unless it is over already, and shuts every command.
   *
   * @returns the stop signal, to be thrown by the caller
   */
  fail(record: ErrorRecord): PipelineStoppedException {
    if (!this.isOver) this.environment.errors.add(record);
    return this.failBinding(record);
  }

  /** As {@link fail} for a command line that did not bind: the session does not list such an error, its caller gets it. */
  failBinding(record: ErrorRecord): PipelineStoppedException {
    if (!this.isOver) {
      this.state = 'Failed';
      this.failure = record;
      this.hadErrors = true;
      for (const command of this.commands) command.shut();
      for (const command of this.commands) command.fireStopping(record.exception);
    }
    return new PipelineStoppedException();
  }

  /** Says that a command needs nothing more from those upstream of it. They are shut, it itself is closed for input. */
  satisfy(command: PipelineCommand): void {
    for (const upstream of this.commands) {
      upstream.satisfy();
      if (upstream === command) return;
    }
  }

  /** Takes a step with one command after the other, waiting only for those that are not done at once. */
  #inTurn(step: Step, first: number): Promise<void> | undefined {
    for (let index = first; index < this.commands.length && !this.isOver; index++) {
      const pending = this.#unlessSatisfied(this.commands[index] as PipelineCommand, step);
      if (pending !== undefined) return pending.then(() => this.#inTurn(step, index + 1));
    }
    return undefined;
  }

  /** Takes a step; the signal that unwinds commands whose output nobody needs is no failure. */
  #unlessSatisfied(command: PipelineCommand, step: Step): Promise<void> | undefined {
    try {
      return step(command)?.catch((error: unknown) => this.#passUnlessSatisfied(error));
    } catch (error) {
      this.#passUnlessSatisfied(error);
      return undefined;
    }
  }

  #passUnlessSatisfied(error: unknown): void {
    const satisfied =
      !this.isOver && PipelineStoppedException.is(error) && this.commands.some((command) => command.isSatisfied);
    if (!satisfied) throw error;
  }

  #complete(): void {
    if (this.state === 'Running' || this.state === 'NotStarted') this.state = 'Completed';
  }

  #absorb(error: unknown): void {
    if (PipelineStoppedException.is(error)) this.giveUp();
    else this.fail(errorRecordOf(error));
  }
}

type Step = (command: PipelineCommand) => Promise<void> | undefined;

const begin: Step = (command) => command.begin();
const processOnce: Step = (command) => command.processOnce();
const end: Step = (command) => (command.isSatisfied ? undefined : command.end());
