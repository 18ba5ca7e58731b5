import type { StageTypes } from '@cmdlet/core';
import type { ExpressionFor, PropertyName, Several } from './property-types.js';

/** What `Select-Object -Property` takes: names, wildcards, functions, calculated properties. */
export type SelectProperty<TRecord> =
  | ExpressionFor<TRecord>
  | { readonly name?: string; readonly expression: ExpressionFor<TRecord> }
  | { readonly label: string; readonly expression: ExpressionFor<TRecord> };

/** The parameters of {@link SelectObject} for records of a type. */
export interface SelectParameters<TRecord> {
  readonly inputObject?: TRecord;
  readonly property?: Several<SelectProperty<TRecord>>;
  readonly excludeProperty?: Several<PropertyName<TRecord>>;
  readonly expandProperty?: PropertyName<TRecord>;
  readonly unique?: boolean;
  readonly caseInsensitive?: boolean;
  readonly first?: number;
  readonly last?: number;
  readonly skip?: number;
  readonly skipLast?: number;
  readonly wait?: boolean;
  readonly index?: Several<number>;
  readonly skipIndex?: Several<number>;
}

/** The types of {@link SelectObject} in a pipeline: the record, or what of it was chosen. */
export interface SelectTypes extends StageTypes {
  readonly parameters: SelectParameters<this['record']>;
  readonly output: Selected<this['record'], this['given']>;
}

/** A record of which nothing is known before the program runs. */
type AnyBag = Record<string, unknown>;

/** What is left of a record, by the parameters as they were written. */
export type Selected<TRecord, TGiven> = 'expandProperty' extends keyof TGiven
  ? TGiven extends { readonly expandProperty: infer TName extends string }
    ? 'property' extends keyof TGiven
      ? unknown
      : ElementOf<ValueOf<TRecord, TName>>
    : unknown
  : 'property' extends keyof TGiven
    ? TGiven extends { readonly property: infer TProperty }
      ? 'excludeProperty' extends keyof TGiven
        ? AnyBag
        : Flat<BagOf<TRecord, TProperty>>
      : TRecord | AnyBag
    : 'excludeProperty' extends keyof TGiven
      ? TGiven extends { readonly excludeProperty: infer TName }
        ? WithoutNames<TRecord, NamesOf<TName>>
        : TRecord | AnyBag
      : TRecord;

type NamesOf<TName> = TName extends readonly (infer TElement)[] ? TElement : TName;

type WithoutNames<TRecord, TName> = [TName] extends [keyof TRecord] ? Omit<TRecord, TName> : AnyBag;

type BagOf<TRecord, TProperty> = TProperty extends readonly []
  ? TRecord
  : TProperty extends readonly [infer TFirst, ...infer TRest]
    ? PartOf<TRecord, TFirst> & (TRest extends readonly [] ? unknown : BagOf<TRecord, TRest>)
    : TProperty extends readonly unknown[]
      ? AnyBag
      : PartOf<TRecord, TProperty>;

/** What one entry of `-Property` adds to the result. */
type PartOf<TRecord, TEntry> = TEntry extends string
  ? NamedPart<TRecord, TEntry>
  : TEntry extends { readonly name: infer TName extends string; readonly expression: infer TSource }
    ? CalculatedPart<TRecord, TName, TSource>
    : TEntry extends { readonly label: infer TName extends string; readonly expression: infer TSource }
      ? CalculatedPart<TRecord, TName, TSource>
      : AnyBag;

type CalculatedPart<TRecord, TName extends string, TSource> = {
  readonly [TKey in TName]: TSource extends (record: never) => infer TValue
    ? NullFor<TValue>
    : TSource extends string
      ? ValueOf<TRecord, TSource>
      : unknown;
};

type NamedPart<TRecord, TName extends string> = string extends TName
  ? AnyBag
  : TName extends '*'
    ? TRecord
    : TName extends `${string}${'*' | '?' | '['}${string}`
      ? AnyBag
      : [KeyOf<TRecord, TName>] extends [never]
        ? { readonly [TKey in TName]: unknown }
        : { readonly [TKey in KeyOf<TRecord, TName>]-?: NullFor<TRecord[TKey]> };

/** The property that a name means, whatever its case. */
type KeyOf<TRecord, TName extends string> = {
  [TKey in keyof TRecord & string]-?: Lowercase<TKey> extends Lowercase<TName> ? TKey : never;
}[keyof TRecord & string];

type ValueOf<TRecord, TName extends string> = [KeyOf<TRecord, TName>] extends [never]
  ? unknown
  : NullFor<TRecord[KeyOf<TRecord, TName>]>;

/** What is not there is null in the result. */
type NullFor<TValue> = unknown extends TValue
  ? unknown
  : undefined extends TValue
    ? Exclude<TValue, undefined> | null
    : TValue;

/** Lists are written element by element; null is left out. */
type ElementOf<TValue> = unknown extends TValue
  ? unknown
  : NonNullable<TValue> extends infer TPresent
    ? TPresent extends readonly (infer TElement)[]
      ? NonNullable<TElement>
      : TPresent
    : never;

type Flat<TBag> = { readonly [TKey in keyof TBag]: TBag[TKey] };
