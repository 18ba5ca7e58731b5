/**
 * Where PowerShell binds differently and the older answer costs nothing to keep.
 *
 * Every member is false unless said otherwise. Meant for scripts that depend on the older answer, and for comparing with
 * PowerShell itself.
 */
export interface HistoricalBinding {
  /** `-Name -zzz`: an unknown word with a dash becomes the value of the name before it, instead of `MissingArgument`. */
  readonly dashWordsAsValues?: boolean;
  /** An unused positional argument reports the conversion that failed last, instead of its own. */
  readonly lastPositionalFailure?: boolean;
  /** A parameter with two positions takes the second argument too, which overwrites the first. */
  readonly repeatedPositions?: boolean;
  /** A user's default value for a parameter that takes pipeline input switches that input off. */
  readonly defaultsBlockInput?: boolean;
  /** Abbreviations of common parameters are taken before dynamic parameters are known. */
  readonly commonAbbreviationsFirst?: boolean;
  /** Once any missing mandatory parameter was answered, the others may stay unset. */
  readonly oneAnswerIsEnough?: boolean;
  /** Entries of earlier records stay in the bound parameters. */
  readonly staleBoundParameters?: boolean;
  /** Null and empty values are refused if any set makes the parameter mandatory, also one that is not chosen. */
  readonly emptinessOfAnySet?: boolean;
  /** Transformations run once per pass and phase, instead of once per argument. */
  readonly repeatedTransformations?: boolean;
  /** Values are converted as PowerShell does; see the options of conversion. */
  readonly conversion?: boolean;
}
