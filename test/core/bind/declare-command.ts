import { commonParameters } from '../../../packages/core/src/declare/common-parameters.js';
import {
  ALL_PARAMETER_SETS,
  type CommandMetadata,
  type ParameterMetadata,
  type ParameterOrigin,
} from '../../../packages/core/src/declare/metadata.js';
import type { ParameterType } from '../../../packages/core/src/declare/types/parameter-type.js';
import { StringType } from '../../../packages/core/src/declare/types/simple-types.js';

/**
 * What a parameter is, per set: `M` mandatory, `P0` position 0, `V` by value, `N` by property name, `R` takes the
 * remaining arguments; several with blanks between. A text alone is about all sets.
 */
type Flags = string | Readonly<Record<string, string>>;

export interface ParameterFacts extends Partial<Omit<ParameterMetadata, 'sets' | 'name' | 'type'>> {
  readonly type?: ParameterType;
  readonly in?: Flags;
}

/** The metadata of a command with the given and the common parameters. */
export function declareCommand(
  parameters: Readonly<Record<string, ParameterFacts>>,
  facts: Partial<CommandMetadata> = {},
): CommandMetadata {
  return {
    verb: 'Test',
    noun: 'Binding',
    name: 'Test-Binding',
    className: 'TestBinding',
    aliases: [],
    defaultParameterSetName: undefined,
    supportsShouldProcess: false,
    confirmImpact: 'Medium',
    supportsPaging: false,
    obsolete: undefined,
    outputTypes: [],
    hasDynamicParameters: false,
    jobSupport: { asJob: false, throttleLimit: false, job: undefined },
    synopsis: undefined,
    description: undefined,
    examples: [],
    ...facts,
    parameters: [...declareParameters(parameters, 'declared'), ...commonParameters],
  };
}

export function declareParameters(
  parameters: Readonly<Record<string, ParameterFacts>>,
  origin: ParameterOrigin,
): ParameterMetadata[] {
  return Object.entries(parameters).map(([name, { in: flags = '', type = StringType, ...facts }]) => ({
    name,
    property: name.charAt(0).toLowerCase() + name.slice(1),
    origin,
    type,
    aliases: [],
    sets: Object.entries(typeof flags === 'string' ? { [ALL_PARAMETER_SETS]: flags } : flags).map(([set, words]) =>
      setMetadata(set === '*' ? ALL_PARAMETER_SETS : set, words.split(' ')),
    ),
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
  }));
}

function setMetadata(parameterSetName: string, words: readonly string[]): ParameterMetadata['sets'][number] {
  const position = words.find((word) => word.startsWith('P'))?.slice(1);
  return {
    parameterSetName,
    mandatory: words.includes('M'),
    position: position === undefined ? undefined : Number(position),
    valueFromPipeline: words.includes('V'),
    valueFromPipelineByPropertyName: words.includes('N'),
    valueFromRemainingArguments: words.includes('R'),
    helpMessage: undefined,
    dontShow: false,
  };
}
