import { ConversionException } from '../../../packages/core/src/bind/convert/conversion-exception.js';
import { convertTo } from '../../../packages/core/src/bind/convert/convert-to.js';
import { checkSets } from '../../../packages/core/src/declare/build/check-sets.js';
import { checkValidation } from '../../../packages/core/src/declare/build/check-validation.js';
import { mergeParameters } from '../../../packages/core/src/declare/build/merge-parameters.js';
import { commonParameters } from '../../../packages/core/src/declare/common-parameters.js';
import {
  ALL_PARAMETER_SETS,
  type ArgumentTransformation,
  type CommandMetadata,
  type ParameterMetadata,
  type ParameterOrigin,
} from '../../../packages/core/src/declare/metadata.js';
import { pagingParameters } from '../../../packages/core/src/declare/paging-parameters.js';
import { shouldProcessParameters } from '../../../packages/core/src/declare/should-process-parameters.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import type { ParameterType } from '../../../packages/core/src/declare/types/parameter-type.js';
import type {
  RangeKind,
  RangeLimit,
  ValidationMetadata,
} from '../../../packages/core/src/declare/validation-metadata.js';
import { MetadataException } from '../../../packages/core/src/records/exceptions.js';
import { type CmdletDeclaration, NotApplicable, type ParameterDeclaration, type SetFlags } from './binding-case.js';
import { typeNamed } from './binding-types.js';
import { decode } from './binding-values.js';

/** Counts how often transformations are called. */
export interface TransformCounter {
  transforms: number;
}

/**
 * The metadata of a declared cmdlet.
 *
 * @param checked whether mistakes of declaration that PowerShell lets pass are refused, as registration does
 * @throws MetadataException for a mistake in the declaration
 */
export function declareGoldenCmdlet(
  name: string,
  declaration: CmdletDeclaration,
  counter: TransformCounter,
  checked: boolean,
): CommandMetadata {
  const [verb = '', noun = ''] = name.split('-');
  const className = `${verb}${noun}`;
  const { defaultParameterSetName, supportsShouldProcess = false, supportsPaging = false } = declaration;
  const parameters = [
    goldenParameters(declaration.parameters, 'declared', counter),
    commonParameters,
    supportsShouldProcess ? shouldProcessParameters : [],
    supportsPaging ? pagingParameters : [],
  ].reduce<readonly ParameterMetadata[]>((merged, added) => mergeParameters(className, merged, added), []);
  checkDeclaration(className, parameters, defaultParameterSetName, checked);
  return {
    verb,
    noun,
    name,
    className,
    aliases: [],
    defaultParameterSetName,
    supportsShouldProcess,
    confirmImpact: 'Medium',
    supportsPaging,
    obsolete: undefined,
    outputTypes: [],
    hasDynamicParameters: declaration.dynamic !== undefined,
    jobSupport: { asJob: false, throttleLimit: false, job: undefined },
    parameters,
    synopsis: undefined,
    description: undefined,
    examples: [],
  };
}

/** The metadata of declared or dynamic parameters. */
export function goldenParameters(
  declarations: Readonly<Record<string, ParameterDeclaration>>,
  origin: ParameterOrigin,
  counter: TransformCounter,
): readonly ParameterMetadata[] {
  return Object.entries(declarations).map(([name, declaration]) => goldenParameter(name, declaration, origin, counter));
}

/** The property that holds a parameter's value. */
export function propertyOf(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** What PowerShell refuses too, and what it lets pass. */
function checkDeclaration(
  className: string,
  parameters: readonly ParameterMetadata[],
  defaultSet: string | undefined,
  checked: boolean,
): void {
  try {
    checkSets(className, parameters, defaultSet);
    for (const parameter of parameters) {
      const place = { className, property: parameter.property };
      for (const validation of parameter.validations) checkValidation(validation, parameter.type, place);
    }
  } catch (error) {
    if (!(error instanceof MetadataException) || checked || !LET_PASS.has(error.errorId)) throw error;
  }
}

const LET_PASS = new Set([
  'ParameterSetNameSpelledTwoWays',
  'DefaultParameterSetNameReserved',
  'AmbiguousPositionalParameterNoName',
  'NotAnArrayParameter',
]);

function goldenParameter(
  name: string,
  declaration: ParameterDeclaration,
  origin: ParameterOrigin,
  counter: TransformCounter,
): ParameterMetadata {
  const type = typeNamed(declaration.type);
  const allow = new Set(declaration.allow ?? []);
  const sets = isPairs(declaration.in) ? declaration.in : Object.entries(declaration.in);
  return {
    name,
    property: propertyOf(name),
    origin,
    type,
    aliases: declaration.aliases ?? [],
    sets: sets.map(([setName, flags]) => setMetadata(setName, flags)),
    transformations: [declaration.transform ?? []].flat().map((transform) => transformation(transform, counter)),
    validations: (declaration.validate ?? []).map((rule) => validation(rule, type)),
    allowNull: allow.has('null'),
    allowEmptyString: allow.has('emptyString'),
    allowEmptyCollection: allow.has('emptyCollection'),
    obsolete: declaration.obsolete,
    typeName: declaration.typeName,
    delayBind: false,
    supportsWildcards: false,
    defaultValueNote: undefined,
    completer: undefined,
    suggestions: [],
    description: undefined,
  };
}

function isPairs(sets: ParameterDeclaration['in']): sets is readonly (readonly [string, SetFlags])[] {
  return Array.isArray(sets);
}

function setMetadata(setName: string, flags: SetFlags): ParameterMetadata['sets'][number] {
  if (flags.helpMessage === '') throw new MetadataException('Argument', 'The help message is empty.');
  return {
    parameterSetName: setName === '*' || setName === '' ? ALL_PARAMETER_SETS : setName,
    mandatory: flags.mandatory ?? false,
    position: flags.position,
    valueFromPipeline: flags.valueFromPipeline ?? false,
    valueFromPipelineByPropertyName: flags.valueFromPipelineByPropertyName ?? false,
    valueFromRemainingArguments: flags.valueFromRemainingArguments ?? false,
    helpMessage: flags.helpMessage,
    dontShow: flags.dontShow ?? false,
  };
}

function validation(rule: Readonly<Record<string, unknown>>, type: ParameterType): ValidationMetadata {
  const texts = typeof rule.errorMessage === 'string' ? { errorMessage: rule.errorMessage } : {};
  const [kind = '', content] = Object.entries(rule).find(([key]) => Object.hasOwn(validations, key)) ?? [];
  const make = validations[kind];
  if (make === undefined)
    throw new NotApplicable(`there is no validation ${Object.keys(rule).join(', ')} on ${type.name}`);
  return { ...make(content, rule), ...texts };
}

const validations: Readonly<
  Record<string, (content: unknown, rule: Readonly<Record<string, unknown>>) => ValidationMetadata>
> = {
  range: (content) => {
    if (typeof content === 'string') return { kind: 'ValidateRangeKind', rangeKind: content as RangeKind };
    const [min, max] = (content as unknown[]).map(decode) as RangeLimit[];
    return { kind: 'ValidateRange', min: min!, max: max! };
  },
  length: (content) => {
    const [minLength = 0, maxLength = 0] = content as number[];
    return { kind: 'ValidateLength', minLength, maxLength };
  },
  count: (content) => {
    const [minCount = 0, maxCount = 0] = content as number[];
    return { kind: 'ValidateCount', minCount, maxCount };
  },
  pattern: (content, { options }) => {
    const ignoreCase = options === undefined || String(options).includes('IgnoreCase');
    return { kind: 'ValidatePattern', pattern: new RegExp(String(content), ignoreCase ? 'i' : '') };
  },
  set: (content, { ignoreCase }) => ({
    kind: 'ValidateSet',
    values: content as string[],
    ignoreCase: ignoreCase !== false,
    canonical: false,
  }),
  script: (content) => ({
    kind: 'ValidateScript',
    script: decode({ $scriptblock: content }) as (element: unknown) => unknown,
  }),
  notNull: () => ({ kind: 'ValidateNotNull' }),
  notNullOrEmpty: () => ({ kind: 'ValidateNotNullOrEmpty' }),
  notNullOrWhiteSpace: () => ({ kind: 'ValidateNotNullOrWhiteSpace' }),
};

function transformation(name: string, counter: TransformCounter): ArgumentTransformation {
  const colon = name.indexOf(':');
  const kind = colon < 0 ? name : name.slice(0, colon);
  const transform = transforms[kind];
  if (transform === undefined) throw new NotApplicable(`there is no transformation ${name}`);
  const detail = name.slice(colon + 1);
  return {
    transform: (argument) => {
      counter.transforms++;
      return transform(argument, detail);
    },
    transformNullOptionalParameters: kind !== 'not-null',
  };
}

const transforms: Readonly<Record<string, (argument: unknown, detail: string) => unknown>> = {
  upper: (argument) => (typeof argument === 'string' ? argument.toUpperCase() : argument),
  append: (argument, detail) => (typeof argument === 'string' ? argument + detail : argument),
  split: (argument) => (typeof argument === 'string' ? argument.split(',') : argument),
  twice: (argument) => (Number.isInteger(argument) ? Number(argument) * 2 : argument),
  count: (argument) => (Array.isArray(argument) ? argument.length : argument),
  'null-to-default': (argument) => argument ?? 'default',
  'not-null': (argument) => argument ?? 'was null',
  fail: (_, detail) => {
    throw new Error(detail);
  },
  throw: (_, detail) => {
    throw new Error(detail);
  },
  'fail-unless-int': (argument, detail) => {
    if (!Number.isInteger(argument)) throw new Error(detail);
    return argument;
  },
  'convert-int': (argument) => convertTo(argument, Int32),
  'convert-int-wrapped': (argument) => {
    try {
      return convertTo(argument, Int32);
    } catch (cause) {
      throw ConversionException.is(cause) ? new Error('The transformation failed.', { cause }) : cause;
    }
  },
};
