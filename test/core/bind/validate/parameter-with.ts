import type { ParameterMetadata } from '../../../../packages/core/src/declare/metadata.js';
import { typeOf } from '../../../../packages/core/src/declare/types/type-of.js';
import type { TypeSpecifier } from '../../../../packages/core/src/declare/types/type-specifier.js';
import type { ValidationMetadata } from '../../../../packages/core/src/declare/validation-metadata.js';

/** A parameter `Value` of any type that says nothing beyond what is given. */
export function parameterWith(facts: Partial<ParameterMetadata>, type: TypeSpecifier = Object): ParameterMetadata {
  return {
    name: 'Value',
    property: 'value',
    origin: 'declared',
    type: typeOf(type),
    aliases: [],
    sets: [],
    transformations: [],
    validations: [],
    allowNull: false,
    allowEmptyString: false,
    allowEmptyCollection: false,
    obsolete: undefined,
    typeName: undefined,
    delayBind: false,
    supportsWildcards: false,
    defaultValueNote: undefined,
    completer: undefined,
    suggestions: [],
    description: undefined,
    ...facts,
  };
}

/** A parameter with these rules. */
export function validatedBy(...validations: readonly ValidationMetadata[]): ParameterMetadata {
  return parameterWith({ validations });
}
