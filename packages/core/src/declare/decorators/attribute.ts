import type { Mistake, PropertyRules } from './property-rules.js';

/**
 * A decorator for the property of a parameter, in both dialects:
 *
 * - legacy decorators, and calls by hand: `(prototype, 'city')`, where `city` is a public property
 * - TC39 decorators of fields, accessors and setters: `(value, context)`
 *
 * One signature and not one per call, because the compiler explains only the last of several: where the type of the
 * property does not fit, it shows the sentence of a {@link Mistake}.
 *
 * @typeParam TRule what it demands of the property's type
 * @typeParam TArgument the type that the rule compares with
 */
export type ParameterAttribute<TRule extends keyof PropertyRules<unknown, unknown> = 'any', TArgument = unknown> = <
  TTarget,
  TPlace extends PropertyKey | object,
>(
  target: TTarget,
  place: TPlace & Demand<TTarget, TPlace, TRule, TArgument>,
) => void;

/**
 * A decorator for a cmdlet class, in both dialects: the context is there in TC39 only.
 *
 * @typeParam TOutput what the decorator says the class writes
 */
export type CmdletAttribute<TOutput = unknown> = <TClass extends ConcreteClass>(
  target: TClass & WritesDemand<TClass, TOutput>,
  context?: ClassDecoratorContext<TClass>,
) => void;

/** The declared output and what `PSCmdlet<…>` says must have something in common. */
type WritesDemand<TClass extends AnyClass, TOutput> =
  InstanceType<TClass> extends { readonly ['~output']: () => infer TWritten }
    ? [TOutput] extends [TWritten]
      ? unknown
      : [TWritten] extends [TOutput]
        ? unknown
        : Mistake<'outputType is not what the class writes: see its PSCmdlet<…>'>
    : unknown;

type AnyClass = abstract new (...parameters: never[]) => object;
type ConcreteClass = new (...parameters: never[]) => object;

type Demand<TTarget, TPlace, TRule extends keyof PropertyRules<unknown, unknown>, TArgument> =
  // Legacy: the place is a key of the prototype.
  TPlace extends keyof TTarget
    ? TTarget extends AnyClass
      ? Mistake<'a parameter belongs to an instance, not to the class'>
      : PropertyRules<TTarget[TPlace], TArgument>[TRule]
    : TPlace extends PropertyKey
      ? Mistake<'a parameter is a public property'>
      : // TC39: the place is the context of a member that can be set.
        TPlace extends SettableMember<infer TProperty>
        ? PropertyRules<TProperty, TArgument>[TRule]
        : Mistake<'a parameter is a public field, accessor or setter'>;

/** Class{Field,Accessor,Setter}DecoratorContext of a public member. */
interface SettableMember<TProperty> {
  readonly kind: 'field' | 'accessor' | 'setter';
  readonly static: false;
  readonly private: false;
  readonly access: { set(object: never, value: TProperty): void };
}
