/** What a validation attribute demands, as plain data. The rules are applied by `bind/validate`. */
export type ValidationMetadata =
  | { readonly kind: 'ValidateLength'; readonly minLength: number; readonly maxLength: number }
  | { readonly kind: 'ValidateRange'; readonly min: RangeLimit; readonly max: RangeLimit }
  | { readonly kind: 'ValidateRangeKind'; readonly rangeKind: RangeKind }
  | { readonly kind: 'ValidatePattern'; readonly pattern: RegExp; readonly errorMessage?: string }
  | {
      readonly kind: 'ValidateSet';
      readonly values: readonly string[] | (() => readonly string[] | null | undefined);
      readonly ignoreCase: boolean;
      /** Whether the value becomes the spelling of the list. */
      readonly canonical: boolean;
      readonly errorMessage?: string;
    }
  | { readonly kind: 'ValidateScript'; readonly script: (element: unknown) => unknown; readonly errorMessage?: string }
  | { readonly kind: 'ValidateCount'; readonly minCount: number; readonly maxCount: number }
  | { readonly kind: 'ValidateNotNull' }
  | { readonly kind: 'ValidateNotNullOrEmpty' }
  | { readonly kind: 'ValidateNotNullOrWhiteSpace' }
  | { readonly kind: 'ValidateDrive'; readonly drives: readonly string[] }
  /** The name of a session variable, for common parameters. */
  | { readonly kind: 'ValidateVariableName' }
  /** An author's own rule: throws, or returns false, for a value it refuses. */
  | { readonly kind: 'Validate'; readonly name: string; readonly validate: (value: unknown) => boolean | void };

export type RangeLimit = number | bigint | string | Date;

/** Ranges without limits: above zero, not below, and so on. */
export type RangeKind = 'Positive' | 'NonNegative' | 'Negative' | 'NonPositive';
