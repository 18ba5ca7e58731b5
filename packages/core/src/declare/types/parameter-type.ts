import type { EnumMember } from './enum-type.js';

/** A class, abstract or not. */
export type Class<T = unknown> = abstract new (...parameters: never[]) => T;

/** Kinds that need nothing but their name. */
export type SimpleKind =
  | 'any'
  | 'string'
  | 'char'
  | 'boolean'
  | 'switch'
  | 'number'
  | 'date'
  | 'duration'
  | 'guid'
  | 'version'
  | 'uri'
  | 'regex'
  | 'scriptBlock'
  | 'type';

/**
 * What a parameter holds, as plain data: the binder's tests and conversions are chosen by it, help shows its name.
 *
 * `T` is the TypeScript type of the converted value; it exists at compile time only.
 */
export type ParameterType<T = unknown> = TypeShape & { readonly ['~type']?: T };

/** What happens to a fraction where a whole number is wanted: refused unless said otherwise. */
export type FractionRule = 'halfToEven';

/** Types of the settable properties of a class, by name. */
export type PropertyTypes = Readonly<Record<string, ParameterType>>;

type TypeShape =
  | { readonly kind: SimpleKind; readonly name: string }
  /** A whole number held in a `number`, with its limits. */
  | {
      readonly kind: 'integer';
      readonly name: string;
      readonly min: number;
      readonly max: number;
      readonly fractions?: FractionRule;
    }
  /** A whole number without limits, held in a `bigint`. */
  | { readonly kind: 'bigint'; readonly name: string; readonly fractions?: FractionRule }
  /** One of named values; `flags` may be combined. */
  | { readonly kind: 'enum'; readonly name: string; readonly members: readonly EnumMember[]; readonly flags: boolean }
  /** An instance of a class. A function gives the property types where the class mentions itself. */
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly class: Class;
      readonly properties?: PropertyTypes | (() => PropertyTypes);
    }
  /** `T[]`. */
  | { readonly kind: 'array'; readonly name: string; readonly element: ParameterType }
  /** `Set<T>`. */
  | { readonly kind: 'set'; readonly name: string; readonly element: ParameterType }
  /** `T | null`. */
  | { readonly kind: 'nullable'; readonly name: string; readonly element: ParameterType }
  /** `Map<K, V>`. */
  | {
      readonly kind: 'dictionary';
      readonly name: string;
      readonly key: ParameterType;
      readonly element: ParameterType;
    };

/** The shape of one kind. */
export type ShapeOf<K extends TypeShape['kind']> = Extract<TypeShape, { readonly kind: K }>;
