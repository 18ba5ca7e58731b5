/** How values are converted. The defaults are those of a structured call. */
export interface ConversionOptions {
  /** Enum values by their full names only, no prefixes. Default false. */
  readonly strict?: boolean;
  /**
   * Answers as PowerShell does where the two differ and the older answer costs little. Default false.
   *
   * - a fraction is rounded half to even for whole numbers, and cut off for bigints
   * - commas anywhere in number text are skipped, the top bit of hexadecimal and binary text is a sign
   * - numbers become text with 15 digits, dates `05/06/2024 07:08:09`, a null text property becomes empty
   * - dates and durations from numbers are in ticks of 100 ns; dates are also read month first, whole-number text is a
   *   duration in days
   * - an argument's lists are arrays only, null elements become zero, dictionaries are made from dictionaries only
   * - a null switch is on; no text and no bigint is a boolean argument, only a boolean converts to a switch
   * - several names of an enum without flags add up
   */
  readonly historical?: boolean;
}
