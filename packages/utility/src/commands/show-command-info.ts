import { ALL_PARAMETER_SETS, type ParameterDescription, sharedParameters } from '@cmdlet/core';
import { type AliasInfo, CmdletInfo } from './command-infos.js';

/** A command in plain records, as a program needs it that shows a form for its parameters. */
export interface ShowCommandInfo {
  readonly name: string;
  /** Name of the pack it came with; empty for none. */
  readonly moduleName: string;
  readonly module: { readonly name: string };
  readonly commandType: 'Alias' | 'Cmdlet';
  /** How it is typed; for an alias the name of the command. */
  readonly definition: string;
  /** For an alias those of the command. */
  readonly parameterSets: readonly ShowCommandParameterSet[];
}

/** One of the ways in which a command is called. */
export interface ShowCommandParameterSet {
  readonly name: string;
  readonly isDefault: boolean;
  /** Those of all commands stand last. */
  readonly parameters: readonly ShowCommandParameter[];
}

/** A parameter as it is in one set. */
export interface ShowCommandParameter {
  readonly name: string;
  readonly isMandatory: boolean;
  readonly valueFromPipeline: boolean;
  /** From 0; null if it has to be named. */
  readonly position: number | null;
  readonly parameterType: ShowCommandParameterType;
  /** Whether it takes one of a list of values. The types of enumerations are not meant: those have `enumValues`. */
  readonly hasParameterSet: boolean;
  readonly validParamSetValues: readonly string[];
}

/** The type of a parameter. */
export interface ShowCommandParameterType {
  /** As lines of syntax show it: `string[]`. */
  readonly fullName: string;
  readonly isEnum: boolean;
  readonly isArray: boolean;
  readonly isSwitch: boolean;
  readonly isBoolean: boolean;
  readonly isString: boolean;
  readonly isScriptBlock: boolean;
  /** Empty for a type that is no enumeration. */
  readonly enumValues: readonly string[];
  /** The type of the elements; null for what is no array. */
  readonly elementType: ShowCommandParameterType | null;
}

/** What `Get-Command -ShowCommandInfo` gives in the place of a command. */
export function showCommandInfo(command: CmdletInfo | AliasInfo): ShowCommandInfo {
  const { name, source, commandType, definition } = command;
  const { description } = command instanceof CmdletInfo ? command : command.resolvedCommand;
  const own = description.parameters;
  const shared = sharedParameters(description).filter((each) => !own.some(({ name: taken }) => taken === each.name));
  return {
    name,
    moduleName: source,
    module: { name: source },
    commandType,
    definition,
    parameterSets: description.sets.map((set) => ({
      name: set.name,
      isDefault: set.default,
      parameters: [...own.filter((each) => set.parameters.includes(each.name)), ...shared].map((each) =>
        parameterIn(set.name, each),
      ),
    })),
  };
}

function parameterIn(setName: string, parameter: ParameterDescription): ShowCommandParameter {
  const inSet = (wanted: string) => parameter.sets.find(({ set }) => set.toUpperCase() === wanted.toUpperCase());
  const {
    mandatory = false,
    valueFromPipeline = false,
    position = null,
  } = inSet(setName) ?? inSet(ALL_PARAMETER_SETS) ?? {};
  const isChosen = hasValueSet(parameter);
  return {
    name: parameter.name,
    isMandatory: mandatory,
    valueFromPipeline,
    position,
    parameterType: typeOfParameter(parameter.type, parameter),
    hasParameterSet: isChosen,
    validParamSetValues: isChosen ? parameter.values : [],
  };
}

function typeOfParameter(fullName: string, parameter: ParameterDescription): ShowCommandParameterType {
  const isArray = fullName.endsWith('[]');
  const enumValues = isArray ? [] : enumValuesOf(parameter);
  return {
    fullName,
    isEnum: enumValues.length > 0,
    isArray,
    isSwitch: parameter.isSwitch,
    isBoolean: fullName === 'bool',
    isString: fullName === 'string',
    isScriptBlock: fullName === 'scriptblock',
    enumValues,
    elementType: isArray ? typeOfParameter(fullName.slice(0, -'[]'.length), parameter) : null,
  };
}

/** A closed list of values that no validation gives is that of the type. */
function enumValuesOf(parameter: ParameterDescription): readonly string[] {
  return hasValueSet(parameter) || parameter.suggestionsOnly === true ? [] : parameter.values;
}

function hasValueSet({ validation }: ParameterDescription): boolean {
  return validation.some((each) => each === 'ValidateSet' || each.startsWith('ValidateSet('));
}
