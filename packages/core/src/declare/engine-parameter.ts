import { ALL_PARAMETER_SETS, type ParameterMetadata, type ParameterOrigin } from './metadata.js';
import type { ParameterType } from './types/parameter-type.js';

/** What the engine's own parameters say of themselves; everything else is as if not declared. */
interface EngineParameter {
  readonly name: string;
  readonly property: string;
  readonly type: ParameterType;
  readonly description: string;
  readonly aliases?: readonly string[];
  readonly validations?: ParameterMetadata['validations'];
  readonly transformations?: ParameterMetadata['transformations'];
  readonly suggestions?: readonly string[];
}

/** Completes a parameter that the engine adds: in all sets, only by name, optional. */
export function engineParameter(origin: ParameterOrigin, facts: EngineParameter): ParameterMetadata {
  // Each member by name, in the order of declared ones: all parameters then have one shape.
  return Object.freeze<ParameterMetadata>({
    name: facts.name,
    property: facts.property,
    origin,
    type: facts.type,
    aliases: facts.aliases ?? NONE,
    sets: ALL_SETS,
    transformations: facts.transformations ?? NONE,
    validations: facts.validations ?? NONE,
    allowNull: false,
    allowEmptyString: false,
    allowEmptyCollection: false,
    obsolete: undefined,
    typeName: undefined,
    delayBind: false,
    supportsWildcards: false,
    defaultValueNote: undefined,
    completer: undefined,
    suggestions: facts.suggestions ?? NONE,
    description: facts.description,
  });
}

const NONE = Object.freeze([]);

const ALL_SETS: ParameterMetadata['sets'] = Object.freeze([
  Object.freeze({
    parameterSetName: ALL_PARAMETER_SETS,
    mandatory: false,
    position: undefined,
    valueFromPipeline: false,
    valueFromPipelineByPropertyName: false,
    valueFromRemainingArguments: false,
    helpMessage: undefined,
    dontShow: false,
  }),
]);
