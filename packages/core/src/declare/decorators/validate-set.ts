import type { ParameterAttribute } from './attribute.js';
import { type AnyAttribute, declareAttribute } from './declare-attribute.js';

/** How `@ValidateSet` compares. */
export interface ValidateSetOptions {
  /** Default true. */
  readonly ignoreCase?: boolean;
  /** Whether the parameter gets the spelling of the list: `-Level low` holds `Low`. Default false. */
  readonly canonical?: boolean;
  /** Replaces the message; `{0}` is the text, `{1}` the list. */
  readonly errorMessage?: string;
}

/**
 * Accepts values whose text is one of a list; completion offers the list.
 *
 * Refusals: `ValidateSetFailure`; `ValidateSetGeneratedValidValuesListIsNull` if the function gives none.
 *
 * @param values the texts, or a function that gives them, asked each time
 *
 * @example
 * @Parameter() @ValidateSet('Low', 'High') level!: 'Low' | 'High';
 * @Parameter() @ValidateSet(() => readZones(), { canonical: true }) zone!: string;
 */
export function ValidateSet(
  ...values: readonly [...values: string[], last: string | ValidateSetOptions]
): ParameterAttribute<'elements', string | number | bigint>;
export function ValidateSet(
  values: readonly string[] | (() => readonly string[] | null | undefined),
  options?: ValidateSetOptions,
): ParameterAttribute<'elements', string | number | bigint>;
export function ValidateSet(...given: readonly unknown[]): AnyAttribute {
  const { values, options } = read(given);
  const { errorMessage } = options;
  return declareAttribute('ValidateSet', {
    kind: 'validation',
    attribute: 'ValidateSet',
    validation: {
      kind: 'ValidateSet',
      values,
      ignoreCase: options.ignoreCase ?? true,
      canonical: options.canonical ?? false,
      ...(errorMessage === undefined ? {} : { errorMessage }),
    },
  });
}

type Values = readonly string[] | (() => readonly string[] | null | undefined);

function read(given: readonly unknown[]): { values: Values; options: ValidateSetOptions } {
  const last = given.at(-1);
  const hasOptions = typeof last === 'object' && last !== null && !Array.isArray(last);
  const values = hasOptions ? given.slice(0, -1) : given;
  const first = values[0];
  return {
    values: (values.length === 1 && typeof first !== 'string' ? first : values) as Values,
    options: hasOptions ? last : {},
  };
}
