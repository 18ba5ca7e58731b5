/**
 * What decorators demand of the type of the property they stand on: `unknown` where it fits, a {@link Mistake} where not.
 *
 * A property of type `any` or `unknown` always fits.
 */
export interface PropertyRules<TProperty, TArgument> {
  /** Nothing. */
  any: unknown;
  /** A value of the declared type can be assigned. */
  holds: unknown extends TProperty
    ? unknown
    : [TArgument] extends [TProperty]
      ? unknown
      : true extends NarrowedByText<TProperty, TArgument> | VouchedFor<TProperty, TArgument>
        ? unknown
        : Mistake<'the type given to @Parameter does not fit the type of the property'>;
  /** The type can be told without `type:`. */
  inferable: unknown extends TProperty
    ? unknown
    : [NonNullable<TProperty>] extends [
          DerivedByBuild extends { readonly listTypes: true } ? never : readonly unknown[],
        ]
      ? Mistake<'the elements of a list are unknown at run time: write @Parameter({ type: [String] })'>
      : unknown;
  /** The value, or each element of it, is of the type. */
  elements: unknown extends TProperty
    ? unknown
    : [ElementOf<NonNullable<TProperty>>] extends [TArgument]
      ? unknown
      : Mistake<'this validation never accepts a value of the type of the property'>;
  /** Every value of the property's type can be handed over. */
  accepts: unknown extends TProperty
    ? unknown
    : [TProperty] extends [TArgument]
      ? unknown
      : Mistake<'the function of @Validate does not take the type of the property'>;
  /** A list of some kind. */
  collection: unknown extends TProperty
    ? unknown
    : [NonNullable<TProperty>] extends [Collection]
      ? unknown
      : Mistake<'only collections can be counted: lists, sets, maps'>;
  /** Null, or a list that may hold null. */
  nullable: unknown extends TProperty
    ? unknown
    : null extends TProperty | ElementOf<NonNullable<TProperty>>
      ? unknown
      : Mistake<'the type of the property has no null: write `| null`'>;
}

/**
 * What the build adds to declarations, so that the compiler does not ask for it. Empty; a pack that is built by
 * `cmdlet build`, or with its plugin, merges into it what that derives.
 *
 * @example
 * declare module '@cmdlet/core' {
 *   interface DerivedByBuild {
 *     readonly listTypes: true; // `@Parameter() tag: string[]` needs no `type: [String]`
 *   }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be merged into
export interface DerivedByBuild {}

/** Says in the compiler's error what is wrong; no value has this type. */
export interface Mistake<TSentence extends string> {
  readonly ['~mistake']: TSentence;
}

type Collection = readonly unknown[] | ReadonlySet<unknown> | ReadonlyMap<unknown, unknown>;

type ElementOf<T> = T extends readonly (infer TElement)[]
  ? TElement
  : T extends ReadonlySet<infer TElement>
    ? TElement
    : T;

/**
 * `type: Object` on a property of some interface, `[Object]` on a list of them, `Map` on a map: nothing of it exists at
 * run time that could be checked, so the author vouches for it. Texts, numbers and the like have types of their own.
 */
type VouchedFor<TProperty, TArgument> = unknown extends TArgument
  ? [NonNullable<TProperty>] extends [string | number | boolean | bigint | symbol]
    ? false
    : true
  : TArgument extends readonly (infer TElement)[]
    ? NonNullable<TProperty> extends readonly (infer TWanted)[]
      ? VouchedFor<TWanted, TElement>
      : false
    : Set<unknown> extends TArgument
      ? NonNullable<TProperty> extends ReadonlySet<unknown>
        ? true
        : false
      : Map<unknown, unknown> extends TArgument
        ? NonNullable<TProperty> extends ReadonlyMap<unknown, unknown>
          ? true
          : false
        : false;

/** `type: String` on a property of type `'low' | 'high'`: the values come from a `ValidateSet`. */
type NarrowedByText<TProperty, TArgument> = [NonNullable<TProperty>] extends [TArgument]
  ? [TArgument] extends [string | number | readonly (string | number)[]]
    ? true
    : false
  : false;
