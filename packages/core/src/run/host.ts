import type { ErrorRecord } from '../records/error-record.js';
import type { InformationRecord } from '../records/information-record.js';
import type { DebugRecord, VerboseRecord, WarningRecord } from '../records/message-records.js';
import type { ProgressRecord } from '../records/progress-record.js';

/** One answer that can be given to a question. */
export interface ChoiceDescription {
  /** Shown text; `&` stands before the hot key. */
  readonly label: string;
  readonly helpMessage: string;
}

/** One value that is asked for. */
export interface FieldDescription {
  readonly name: string;
  /** The name with its hot key marked by `&`. */
  readonly label: string;
  /** Name of the type, as help shows it. */
  readonly typeName: string;
  readonly helpMessage: string;
  readonly isMandatory: boolean;
  /** Names of the transformations and validations declared on it. */
  readonly attributes: readonly string[];
  /**
   * Says what is wrong with an answer, so that it can be asked for again; undefined if nothing is. Of a list, one element
   * at a time. What is left out is found out when the answers are bound.
   */
  readonly validate?: (answer: unknown) => string | undefined;
}

/**
 * Whoever can be asked and shown something: a terminal, a test, a bridge.
 *
 * Every member is optional; what is left out the host cannot do. Questions take the run's stop signal and are expected
 * to reject when it fires.
 */
export interface Host {
  /** Asks for one of several choices: its index, or -1 for cancelled. Without it a needed question is `HostFunctionNotImplemented`. */
  promptForChoice?(
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    defaultChoice: number,
    signal: AbortSignal,
  ): Promise<number>;
  /** Asks for named values. Without it a missing mandatory parameter is `MissingMandatoryParameter` at once. */
  prompt?(
    caption: string,
    message: string,
    fields: readonly FieldDescription[],
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>> | null>;
  /** Lets the user do other things before the question is asked again. Without it Suspend is not offered. */
  enterNestedPrompt?(signal: AbortSignal): Promise<void>;
  /**
   * One line of output, drawn by the views of the objects; without line break. Without it output is not shown.
   *
   * @returns a promise when no further line is to come before it resolves
   */
  showOutput?(line: string): Promise<void> | void;
  /** Cells of a line and lines of a page, as they are now; undefined where there is no page. Without it lines have 120 cells. */
  windowSize?(): { readonly columns: number; readonly rows: number } | undefined;
  /** Whether escape sequences for colours are shown. Default false. */
  readonly supportsColor?: boolean;
  /** A record of a stream that nobody redirected and whose preference says to show it. */
  showError?(record: ErrorRecord): void;
  showWarning?(record: WarningRecord): void;
  showVerbose?(record: VerboseRecord): void;
  showDebug?(record: DebugRecord): void;
  showInformation?(record: InformationRecord): void;
  showProgress?(record: ProgressRecord): void;
}
