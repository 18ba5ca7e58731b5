import { type AnyAttribute, declareAttribute } from './decorators/declare-attribute.js';
import type { ParameterOptions } from './decorators/parameter-options.js';
import type { TypeOf, TypeSpecifier } from './types/type-specifier.js';

/** A parameter as data, for commands that are declared without decorators and for dynamic parameters. */
export interface ParameterDefinition<TType extends TypeSpecifier = TypeSpecifier> extends ParameterOptions<TType> {
  /** What the parameter holds. */
  readonly type: TType;
  /** One declaration per parameter set, where one does not do; each adds to the options beside it. */
  readonly parameters?: readonly Omit<ParameterOptions, 'type' | 'name'>[];
  /** Validations in their order: `[ValidateRange(1, 9)]`. Checked against the type, as on a property. */
  readonly validate?: readonly AttributeFor<NoInfer<TypeOf<TType>>>[];
  /** Any other decorators of parameters: `[Transform(trim), AllowEmptyString()]`. */
  readonly attributes?: readonly AttributeFor<NoInfer<TypeOf<TType>>>[];
}

/** A decorator value that may stand on a property of this type. */
export type AttributeFor<TProperty> = (prototype: { readonly value: TProperty }, property: 'value') => void;

/** Declares a property of a class, or of any object, by hand: the order of the decorators is that on a page. */
export function declareParameter(prototype: object, property: string, attributes: readonly AnyAttribute[]): void {
  for (const attribute of attributes.toReversed()) attribute(prototype, property);
}

/** The decorators that a definition stands for. */
export function attributesOf(definition: ParameterDefinition): readonly AnyAttribute[] {
  const { parameters, validate = [], attributes = [], ...options } = definition;
  const others = [...attributes, ...validate] as readonly AnyAttribute[];
  if (parameters === undefined) return [declared(options), ...others];
  const declarations = parameters.map((parameter, index) => ({
    ...options,
    ...(index === 0 ? {} : { aliases: [] }),
    ...parameter,
  }));
  return [...declarations.map(declared), ...others];
}

function declared(options: ParameterOptions): AnyAttribute {
  return declareAttribute('Parameter', { kind: 'parameter', options });
}
