import type { CommandExample, ConfirmImpact, RelatedLink } from './metadata.js';

/** Everything worth knowing about a command as plain data: for help, completion, listings, and the index of a pack. */
export interface CommandDescription {
  readonly name: string;
  /** Name of the class. */
  readonly type: string;
  readonly aliases: readonly string[];
  readonly defaultParameterSet: string | null;
  readonly supportsShouldProcess: boolean;
  readonly confirmImpact: ConfirmImpact;
  readonly supportsPaging: boolean;
  readonly asJob: boolean;
  readonly hasDynamicParameters: boolean;
  /** The warning's text; null if not obsolete. */
  readonly obsolete: string | null;
  readonly outputTypes: readonly string[];
  readonly parameters: readonly ParameterDescription[];
  /** The default set first. */
  readonly sets: readonly ParameterSetDescription[];
  /** One line per parameter set, in the order of `sets`. */
  readonly syntax: readonly string[];
  readonly synopsis: string | null;
  readonly description: string | null;
  readonly examples: readonly CommandExample[];
  /** Left out if there are none. */
  readonly notes?: string;
  /** Left out if there are none. */
  readonly links?: readonly RelatedLink[];
}

export interface ParameterDescription {
  readonly name: string;
  /** The property that holds the value. */
  readonly property: string;
  /** As lines of syntax show it: `string[]`. */
  readonly type: string;
  readonly isSwitch: boolean;
  readonly aliases: readonly string[];
  readonly dynamic: boolean;
  readonly wildcards: boolean;
  readonly hidden: boolean;
  /** What is checked: `ValidateRange(1..9)`, `AllowNull`. */
  readonly validation: readonly string[];
  /** The values that are accepted, where they are a closed list; otherwise values to propose. */
  readonly values: readonly string[];
  /** Set if `values` are proposals and others are accepted too. */
  readonly suggestionsOnly?: true;
  /** Set if code proposes the values, so that completion has to load the command. */
  readonly hasCompleter?: true;
  readonly obsolete: string | null;
  readonly defaultValue: string | null;
  readonly helpMessage: string | null;
  readonly description: string | null;
  readonly sets: readonly ParameterInSetDescription[];
}

export interface ParameterInSetDescription {
  readonly set: string;
  readonly mandatory: boolean;
  readonly position: number | null;
  readonly valueFromPipeline: boolean;
  readonly valueFromPipelineByPropertyName: boolean;
  readonly valueFromRemainingArguments: boolean;
}

export interface ParameterSetDescription {
  readonly name: string;
  readonly default: boolean;
  /** Names of its parameters, those of all sets included. */
  readonly parameters: readonly string[];
  /** Its line of syntax without the command's name. */
  readonly text: string;
}
