/**
 * Where and how a command was called: attached to every record that the command writes.
 *
 * Positions are 1-based, as people count.
 */
export interface InvocationInfo {
  /** Name of the command, `Get-Forecast`. */
  readonly commandName: string;
  /** What errors of this command end in: `‹pack›.‹class›`, or the class alone. */
  readonly source: string;
  /** The command as it was called: its name, an alias, or `Pack\Name`. */
  readonly invocationName: string;
  /** Everything bound so far by name, with the converted value; common parameters included. */
  readonly boundParameters: Readonly<Record<string, unknown>>;
  /** Place of the command in its pipeline, from 1. */
  readonly pipelinePosition: number;
  /** Number of commands in the pipeline. */
  readonly pipelineLength: number;
  /** Whether records may come from the pipeline. */
  readonly expectingInput: boolean;
  /**
   * How often each command of the pipeline was entered so far. Index 0 counts the records fed to the first command,
   * index n the process calls of command n.
   */
  readonly pipelineIterationInfo: readonly number[];
  /** Text of the line that called the command, where there is one. */
  readonly line?: string;
}
