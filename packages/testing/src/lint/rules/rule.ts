import type { CmdletClass, CommandMetadata, ParameterMetadata } from '@cmdlet/core';
import type { LintReport } from '../finding.js';

/** A command with the class behind it. */
export interface LintedCommand {
  readonly command: CommandMetadata;
  readonly cmdlet: CmdletClass;
  /** Those that the author declared. */
  readonly parameters: readonly ParameterMetadata[];
  /** The names by which it may be called, in upper case. */
  readonly callNames: ReadonlySet<string>;
  /** The names of the pack's commands. */
  readonly siblings: ReadonlySet<string>;
}

/** Looks at a command. */
export type CommandRule = (linted: LintedCommand) => readonly LintReport[];

/** Looks at one parameter that the author declared. */
export type ParameterRule = (parameter: ParameterMetadata, linted: LintedCommand) => readonly LintReport[];

/** What a rule gives: one report, or none. */
export function when(found: boolean, report: () => LintReport): readonly LintReport[] {
  return found ? [report()] : [];
}

/** Whether somebody is told what the command writes. */
export function declaresOutput({ outputTypes }: CommandMetadata): boolean {
  return outputTypes.some(({ names }) => names.length > 0);
}
