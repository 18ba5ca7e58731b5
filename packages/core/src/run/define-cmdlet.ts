import type { Observable } from 'rxjs';
import { Cmdlet } from '../declare/decorators/cmdlet.js';
import type { CmdletOptions } from '../declare/decorators/cmdlet-options.js';
import type { OutputTypeSpecifier } from '../declare/decorators/output-type-names.js';
import type { Mistake } from '../declare/decorators/property-rules.js';
import {
  type AttributeFor,
  attributesOf,
  declareParameter,
  type ParameterDefinition,
} from '../declare/parameter-definition.js';
import { text } from '../declare/text.js';
import type { ParameterType } from '../declare/types/parameter-type.js';
import { Switch } from '../declare/types/simple-types.js';
import type { TypeOf, TypeSpecifier } from '../declare/types/type-specifier.js';
import type { Verb } from '../declare/verbs.js';
import { MetadataException } from '../records/exceptions.js';
import type { NeverAsJob } from './inference.js';
import { PSCmdlet, type StepResult } from './ps-cmdlet.js';

/**
 * Declares a cmdlet without decorators: the same class as a decorated one would be, for `session.invoke`, packs and tests.
 *
 * Steps are the methods of {@link PSCmdlet} under short names; in them `this` is the cmdlet, its parameters typed: those
 * that are mandatory or have a default always hold a value, a switch is false if not given, all others may be undefined.
 *
 * What the command writes is known from `outputType`, else from what `process` yields.
 *
 * @throws MetadataException what is declared wrongly
 *
 * @example
 * export const GetForecast = defineCmdlet({
 *   verb: 'Get',
 *   noun: 'Forecast',
 *   outputType: Forecast,
 *   parameters: {
 *     city: { type: String, mandatory: true, position: 0, valueFromPipeline: true },
 *     days: { type: Int32, default: 1, validate: [ValidateRange(1, 9)] },
 *   },
 *   async process() {
 *     await this.writeObject(await forecast(this.city, this.days));
 *   },
 * });
 */
export function defineCmdlet<
  const TParameters extends DefinedParameters = Record<never, never>,
  const TOutputType extends OutputTypeSpecifier = string,
  TYield = unknown,
  const TAsJob extends boolean = true,
>(
  definition: CmdletDefinition<TParameters, TOutputType, TYield, TAsJob> &
    ThisType<PSCmdlet<DeclaredOutput<TOutputType, unknown>> & ParameterValues<TParameters>>,
): DefinedCmdletClass<
  PSCmdlet<DeclaredOutput<TOutputType, TYield>> &
    ParameterValues<TParameters> &
    ([TAsJob] extends [false] ? NeverAsJob : unknown)
>;
export function defineCmdlet(
  definition: CmdletDefinition<DefinedParameters, OutputTypeSpecifier, unknown>,
): DefinedCmdletClass<PSCmdlet> {
  const {
    verb,
    noun,
    parameters = {},
    begin,
    process,
    stream,
    end,
    stop,
    dispose,
    dynamicParameters,
    ...options
  } = definition;
  const properties = Object.entries(parameters);

  class DefinedCmdlet extends PSCmdlet {
    constructor() {
      super();
      for (const [property, parameter] of properties) Reflect.set(this, property, initialValue(parameter));
    }
  }

  const className = options.className ?? verb + noun;
  Object.defineProperty(DefinedCmdlet, 'name', { value: className });
  const steps = {
    beginProcessing: begin,
    processRecord: process,
    processStream: stream,
    endProcessing: end,
    stopProcessing: stop,
    dispose,
    getDynamicParameters: dynamicParameters,
  };
  for (const [name, step] of Object.entries(steps)) {
    if (step !== undefined) Object.defineProperty(DefinedCmdlet.prototype, name, { value: step, configurable: true });
  }
  for (const [property, parameter] of properties) {
    if (property in PSCmdlet.prototype || property in steps || property === 'commandRuntime') {
      throw new MetadataException('ReservedParameterName', text.memberOfBase(className, property));
    }
    const { default: _initial, ...declared } = parameter;
    declareParameter(DefinedCmdlet.prototype, property, attributesOf(declared));
  }
  Cmdlet(verb, noun, options)(DefinedCmdlet);
  return DefinedCmdlet;
}

/** What {@link defineCmdlet} is given. */
export interface CmdletDefinition<
  TParameters extends DefinedParameters,
  TOutputType extends OutputTypeSpecifier,
  TYield,
  TAsJob extends boolean = boolean,
> extends Omit<CmdletOptions, 'outputType' | 'asJob'> {
  readonly verb: Verb;
  readonly noun: string;
  /** What is written to output; gives `writeObject` its type. */
  readonly outputType?: TOutputType | readonly TOutputType[];
  /** Whether it can run as a job. Default true. */
  readonly asJob?: TAsJob;
  /** By property name; shown with a capital first letter. */
  readonly parameters?: TParameters & FittingAttributes<TParameters>;
  /** Once, before the first record. */
  readonly begin?: () => StepResult<unknown>;
  /** Once per bound record; once in all without pipeline input. */
  readonly process?: () => StepResult<TYield>;
  /** Instead of `process`: all bound records as one stream. */
  readonly stream?: (records$: Observable<ParameterValues<TParameters>>) => Observable<TYield>;
  /** Once, after the last record. */
  readonly end?: () => StepResult<unknown>;
  /** At most once, while another step may be running. */
  readonly stop?: () => void;
  /** Once, always, at the very end. */
  readonly dispose?: () => void | Promise<void>;
  /** Parameters for this invocation only. */
  readonly dynamicParameters?: () => object | undefined;
}

/** A parameter of {@link defineCmdlet}. */
export interface DefinedParameter<TType extends TypeSpecifier = TypeSpecifier>
  extends Omit<ParameterDefinition<TType>, 'validate' | 'attributes'> {
  /** What the property holds if nothing is bound; a function is called for each run and gives it. */
  readonly default?: unknown;
  readonly validate?: readonly AttributeFor<never>[];
  readonly attributes?: readonly AttributeFor<never>[];
}

/** Parameters by property name. */
export type DefinedParameters = Readonly<Record<string, DefinedParameter>>;

/** A class made by {@link defineCmdlet}. */
export interface DefinedCmdletClass<TCmdlet> {
  new (): TCmdlet;
  readonly prototype: TCmdlet;
}

/** What the properties of a definition hold. */
export type ParameterValues<TParameters extends DefinedParameters> = {
  -readonly [TName in keyof TParameters]: ValueOf<TParameters[TName]>;
};

type ValueOf<TParameter extends DefinedParameter> =
  | TypeOf<TParameter['type']>
  | (AlwaysHolds<TParameter> extends true ? never : undefined);

type AlwaysHolds<TParameter extends DefinedParameter> = TParameter extends
  | { readonly mandatory: true; readonly parameterSetName?: never }
  | { readonly default: unknown }
  | { readonly type: typeof Switch }
  ? true
  : false;

/** Validations must fit the type beside them, and so must the default; there are no other options. */
type FittingAttributes<TParameters extends DefinedParameters> = {
  readonly [TName in keyof TParameters]: {
    readonly default?: TypeOf<TParameters[TName]['type']> | (() => TypeOf<TParameters[TName]['type']>);
    readonly validate?: readonly AttributeFor<TypeOf<TParameters[TName]['type']>>[];
    readonly attributes?: readonly AttributeFor<TypeOf<TParameters[TName]['type']>>[];
  } & { readonly [TOption in Exclude<keyof TParameters[TName], keyof DefinedParameter>]: Mistake<'no such option'> };
};

/** Named types say nothing to the compiler. */
type DeclaredOutput<TOutputType extends OutputTypeSpecifier, TYield> = [TOutputType] extends [string]
  ? TYield
  : TypeOf<Exclude<TOutputType, string>>;

function initialValue(parameter: DefinedParameter): unknown {
  const value = parameter.default;
  if (value === undefined) return isFlag(parameter.type) ? false : undefined;
  return typeof value === 'function' ? (value as () => unknown)() : value;
}

/** `Switch`, and `BooleanType`, which the compiler cannot tell from it. */
function isFlag(type: TypeSpecifier): boolean {
  const { kind } = type as Partial<ParameterType>;
  return kind === 'switch' || kind === 'boolean';
}
