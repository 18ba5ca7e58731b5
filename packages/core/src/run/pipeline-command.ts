import type { RecordReceiver } from './receiver.js';

/**
 * One place in a pipeline as the run drives it: a command that runs here, or one whose work goes to a job.
 *
 * A member that returns undefined is done; a promise is awaited before the run goes on.
 */
export interface PipelineCommand extends RecordReceiver {
  /** Who gets what the command writes. */
  next: RecordReceiver;
  /** How often its process step was entered. */
  readonly iterations: number;
  /** How many records did not bind, for which it so was not entered. */
  readonly misfits?: number;
  /** Whether a command downstream said that it needs no more from this one. */
  readonly isSatisfied: boolean;
  /** Makes the variables that common parameters name. Called when all commands are bound and connected. */
  openCaptures(): void;
  /** Runs the begin step unless a record has done so already. */
  begin(): Promise<void> | undefined;
  /** One process call without a record: the first command of a pipeline that has no input. */
  processOnce(): Promise<void> | undefined;
  /** Runs the end step, then hands on what is still held back. */
  end(): Promise<void> | undefined;
  /** Runs the dispose step once, whatever happened before; never throws. */
  dispose(): Promise<void> | undefined;
  /** Ends what lasts as long as the run. */
  release(): void;
  /** From now on every write, question and record throws the stop signal. */
  shut(): void;
  /** Shuts the command because nobody needs what it writes. */
  satisfy(): void;
  fireStopping(reason: unknown): void;
  /** Calls the author's stop step; never throws. */
  stopStep(): void;
}
