import type { Class, ParameterType } from './parameter-type.js';

/**
 * How an author says what a parameter holds:
 *
 * - a JavaScript constructor: `String`, `Number`, `Boolean`, `BigInt`, `Date`, `RegExp`, `URL`, `Map`, `Set`,
 *   `Function`, `Array` (list of anything), `Object` (anything)
 * - a type of this package: `Int32`, `Switch`, `Guid`, `enumOf(Color)`, `nullable(Date)` …
 * - a class of one's own
 * - a list of one of these: `[String]`
 */
export type TypeSpecifier = JavaScriptConstructor | ParameterType | Class | readonly [TypeSpecifier];

type JavaScriptConstructor =
  | StringConstructor
  | NumberConstructor
  | BooleanConstructor
  | BigIntConstructor
  | ObjectConstructor
  | FunctionConstructor;

/** The TypeScript type of the value that a parameter of the specified type holds. */
export type TypeOf<S> = S extends readonly [infer E]
  ? TypeOf<E>[]
  : S extends StringConstructor
    ? string
    : S extends NumberConstructor
      ? number
      : S extends BooleanConstructor
        ? boolean
        : S extends BigIntConstructor
          ? bigint
          : S extends FunctionConstructor
            ? (...parameters: never[]) => unknown
            : S extends ArrayConstructor
              ? unknown[]
              : S extends MapConstructor
                ? Map<unknown, unknown>
                : S extends SetConstructor
                  ? Set<unknown>
                  : S extends ObjectConstructor
                    ? unknown
                    : S extends { readonly kind: string; readonly ['~type']?: infer T }
                      ? T
                      : S extends abstract new (
                            ...parameters: never[]
                          ) => infer T
                        ? T
                        : unknown;
