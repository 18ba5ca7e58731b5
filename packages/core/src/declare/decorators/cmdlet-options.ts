import type { CommandExample, ConfirmImpact, RelatedLink } from '../metadata.js';
import type { OutputTypeSpecifier } from './output-type-names.js';

/** What `@Cmdlet` can say besides verb and noun. */
export interface CmdletOptions<TOutputType extends OutputTypeSpecifier = OutputTypeSpecifier> {
  /** The set meant when nothing else decides. It may be one that no parameter names. */
  readonly defaultParameterSetName?: string;
  /** Adds `-WhatIf` and `-Confirm`; needed to call `shouldProcess`. Default false. */
  readonly supportsShouldProcess?: boolean;
  /** How serious the action is. Default Medium; without `supportsShouldProcess` it is None. */
  readonly confirmImpact?: ConfirmImpact;
  /** Adds `-First`, `-Skip` and `-IncludeTotalCount`; the cmdlet itself does the paging. Default false. */
  readonly supportsPaging?: boolean;
  /** Other names of the command; the same as `@Alias` on the class. */
  readonly aliases?: readonly string[];
  /** Warns whoever calls the command; the same as `@Obsolete` on the class. */
  readonly obsolete?: string;
  /** What is written to output, for help, completion and types; name elements, not lists. */
  readonly outputType?: TOutputType | readonly TOutputType[];
  /** Whether `-AsJob` and `-JobName` exist. Default true. */
  readonly asJob?: boolean;
  /** Adds `-ThrottleLimit`: the command splits its work. Default false. */
  readonly throttleLimit?: boolean;
  /** The job class made by `-AsJob`, where the usual one does not do. */
  readonly job?: new (
    ...parameters: never[]
  ) => object;
  /** The class name in error ids, `‹id›,‹pack›.‹class name›`; for code whose class names a minifier changes. */
  readonly className?: string;
  /** One line of help. */
  readonly synopsis?: string;
  /** Help text. */
  readonly description?: string;
  /** Examples for help; `code` is what is typed. */
  readonly examples?: readonly CommandExample[];
  /** Help text that stands behind the examples: what else there is to know. */
  readonly notes?: string;
  /** Where to look further, for help. */
  readonly links?: readonly RelatedLink[];
}
