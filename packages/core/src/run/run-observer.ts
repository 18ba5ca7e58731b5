import type { CommandMetadata } from '../declare/metadata.js';
import type { InvocationInfo } from '../records/invocation-info.js';
import type { RunState } from './pipeline-run.js';

/** One command of a run; its members tell how things stand when they are read. */
export interface ObservedCommand {
  /** What is declared about it. */
  readonly command: CommandMetadata;
  /** How it was called; the parameters that are bound now are in it. */
  readonly invocation: InvocationInfo;
  /** The parameter set in use. */
  readonly parameterSetName: string;
}

/** How it was decided whether a command goes on. */
export interface ObservedConfirmation {
  /** Which method the cmdlet called; `shouldProcess` also where the engine asks whether a background job may begin. */
  readonly method: 'shouldProcess' | 'shouldContinue';
  /** Name of the command. */
  readonly command: string;
  /** What the action is about; of a description or query that text. */
  readonly target: string;
  /** What is done to it; the command's name if the cmdlet did not say. */
  readonly action: string;
  /** The caption of the question, whether or not it was asked. */
  readonly caption: string;
  /** The text of the question, whether or not it was asked. */
  readonly question: string;
  /**
   * Where the answer comes from: somebody was `Asked`; an earlier answer to all was `Remembered`; `NotDue` because the
   * impact is below the user's threshold; or the run only says what it would do (`WhatIf`).
   */
  readonly decidedBy: 'Asked' | 'Remembered' | 'NotDue' | 'WhatIf';
  /** The answer that the cmdlet got. */
  readonly proceed: boolean;
}

/**
 * Is told what happens in the runs of a session and stands in no stream, for tests and traces.
 *
 * It is called in the middle of things: it must be quick, and must not throw.
 */
export interface RunObserver {
  /** A command line was bound; the command has not begun. Also for a command whose work goes to a job. */
  commandBound?(command: ObservedCommand): void;
  /** Whether to go on was asked, by a cmdlet or before a job, and this is the answer. A question that fails is not told. */
  confirmationAnswered?(confirmation: ObservedConfirmation): void;
  /** A run goes on after the call that began it has returned. What comes back is called when it is over. */
  runGoesOn?(run: { readonly state: RunState }): () => void;
}
