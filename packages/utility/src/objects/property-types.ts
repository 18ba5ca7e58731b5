/** One or several, as a parameter that holds a list takes them. */
export type Several<T> = T | readonly T[];

/** The names of a record's properties; any other text is allowed, as names ignore case and may have wildcards. */
export type PropertyName<TRecord> = (keyof TRecord & string) | (string & Record<never, never>);

/** What a property may be computed from: a name, or a function over the record. */
export type ExpressionFor<TRecord> = PropertyName<TRecord> | ((record: TRecord) => unknown);

/** What records can be ordered by. */
export type OrderProperty<TRecord> =
  | ExpressionFor<TRecord>
  | {
      readonly expression: ExpressionFor<TRecord>;
      readonly ascending?: boolean;
      readonly descending?: boolean;
    };

/** What records can be grouped and compared by. */
export type KeyProperty<TRecord> = ExpressionFor<TRecord> | { readonly expression: ExpressionFor<TRecord> };
