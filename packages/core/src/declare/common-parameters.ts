import { engineParameter } from './engine-parameter.js';
import type { ArgumentTransformation, ParameterMetadata } from './metadata.js';
import { enumOf } from './types/enum-of.js';
import { Int32 } from './types/number-types.js';
import { StringType, Switch } from './types/simple-types.js';

/** In the order of their numbers, 0 to 6. */
const PREFERENCES = ['SilentlyContinue', 'Stop', 'Continue', 'Inquire', 'Ignore', 'Suspend', 'Break'] as const;
const ActionPreferenceType = enumOf(PREFERENCES, 'ActionPreference');

/** Scripts write `-ErrorAction 0`; the parameter holds the name. */
const preferenceByNumber: ArgumentTransformation = Object.freeze({
  transform: (argument: unknown) =>
    typeof argument === 'number' || (typeof argument === 'string' && /^\s*\d\s*$/.test(argument))
      ? (PREFERENCES[Number(argument)] ?? argument)
      : argument,
  transformNullOptionalParameters: false,
});

/**
 * The parameters that every command has, in all sets; they belong to the engine, not to the cmdlet.
 *
 * `property` is the name on the engine's own receiver: `verbose`, `errorAction` …
 */
export const commonParameters: readonly ParameterMetadata[] = Object.freeze([
  flag('Verbose', 'verbose', 'vb', 'Shows verbose messages.'),
  flag('Debug', 'debug', 'db', 'Shows debug messages.'),
  preference('ErrorAction', 'errorAction', 'ea', 'What to do at an error.'),
  preference('WarningAction', 'warningAction', 'wa', 'What to do at a warning.'),
  preference('InformationAction', 'informationAction', 'infa', 'What to do with an information message.'),
  preference('ProgressAction', 'progressAction', 'proga', 'What to do with progress.'),
  variable('ErrorVariable', 'errorVariable', 'ev', 'A variable that collects errors; with + in front it is added to.'),
  variable('WarningVariable', 'warningVariable', 'wv', 'A variable that collects warnings.'),
  variable('InformationVariable', 'informationVariable', 'iv', 'A variable that collects information messages.'),
  variable('OutVariable', 'outVariable', 'ov', 'A variable that collects what the command writes to output.'),
  engineParameter('common', {
    name: 'OutBuffer',
    property: 'outBuffer',
    aliases: ['ob'],
    type: Int32,
    validations: [{ kind: 'ValidateRange', min: 0, max: Int32.max }],
    description: 'How many objects wait before the next command is entered.',
  }),
  variable('PipelineVariable', 'pipelineVariable', 'pv', 'A variable that holds the object written last.'),
]);

function flag(name: string, property: string, alias: string, description: string): ParameterMetadata {
  return engineParameter('common', { name, property, aliases: [alias], type: Switch, description });
}

function preference(name: string, property: string, alias: string, description: string): ParameterMetadata {
  return engineParameter('common', {
    name,
    property,
    aliases: [alias],
    type: ActionPreferenceType,
    transformations: [preferenceByNumber],
    description,
  });
}

function variable(name: string, property: string, alias: string, description: string): ParameterMetadata {
  return engineParameter('common', {
    name,
    property,
    aliases: [alias],
    type: StringType,
    validations: [{ kind: 'ValidateVariableName' }],
    description,
  });
}
