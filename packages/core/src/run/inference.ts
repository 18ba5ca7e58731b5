import type { ActionPreference } from './action-preference.js';
import type { PSCmdlet } from './ps-cmdlet.js';

/** A class of cmdlets that can be constructed. */
export type CmdletClass<TCmdlet extends PSCmdlet<never> | PSCmdlet = PSCmdlet> = new (
  ...parameters: never[]
) => TCmdlet;

/** What the cmdlets of a class write. */
export type OutputOf<TClass extends CmdletClass> =
  InstanceType<TClass> extends { readonly ['~output']: () => infer TOutput } ? TOutput : never;

/**
 * A function in place of a value: run once per pipeline record, its result is bound.
 *
 * Legal for parameters that take pipeline input.
 *
 * @typeParam TRecord what comes in; in a typed pipeline the output of the command before
 */
export type DelayedValue<TValue, TRecord = never> = (record: TRecord) => TValue;

/**
 * What may be given for a parameter that holds a `TValue`: for lists also read-only ones and single elements, for
 * dictionaries also plain objects.
 */
export type ArgumentFor<TValue> = TValue extends readonly (infer TElement)[]
  ? TValue | readonly TElement[] | TElement
  : TValue extends ReadonlySet<infer TElement>
    ? TValue | ReadonlySet<TElement> | readonly TElement[] | TElement
    : TValue extends ReadonlyMap<infer TKey, infer TElement>
      ? TValue | ReadonlyMap<TKey, TElement> | Readonly<Record<TKey & string, TElement>>
      : TValue;

/**
 * The parameters of a cmdlet class: its public properties that are not the base's, all optional.
 *
 * The compiler cannot tell a method from a parameter that holds a function; a method that is given is refused when it
 * is bound, like every name that is no parameter.
 */
export type DeclaredParametersOf<TClass extends CmdletClass, TRecord = never> =
  InstanceType<TClass> extends TypedStage<infer TTypes>
    ? StageWith<TTypes, TRecord, unknown>['parameters']
    : PropertiesAsParameters<TClass, TRecord>;

type PropertiesAsParameters<TClass extends CmdletClass, TRecord> = {
  readonly [TName in ParameterNames<InstanceType<TClass>>]?:
    | ArgumentFor<InstanceType<TClass>[TName]>
    | Delayed<InstanceType<TClass>[TName], TRecord>
    | undefined;
};

/** Nothing for a parameter that holds functions: one that is given is the value, and the compiler knows what it takes. */
type Delayed<TValue, TRecord> = [Extract<TValue, (...parameters: never[]) => unknown>] extends [never]
  ? DelayedValue<ArgumentFor<TValue>, TRecord>
  : never;

/** `~` stands in front of what only the compiler sees. */
type ParameterNames<TCmdlet> = Exclude<keyof TCmdlet, keyof PSCmdlet | symbol | `~${string}`>;

/** A preference that a user may choose; Suspend is reserved. */
type ChosenPreference = Exclude<ActionPreference, 'Suspend'>;

/** Parameters that every cmdlet has. */
export interface CommonParameters {
  /** Writes what the command is doing. */
  readonly verbose?: boolean | undefined;
  /** Writes what the author wants to see. */
  readonly debug?: boolean | undefined;
  /** What happens when the command reports an error. */
  readonly errorAction?: ChosenPreference | undefined;
  readonly warningAction?: ChosenPreference | undefined;
  readonly informationAction?: ChosenPreference | undefined;
  readonly progressAction?: ChosenPreference | undefined;
  /** Name of the session variable that collects errors; `+` in front appends. */
  readonly errorVariable?: string | undefined;
  readonly warningVariable?: string | undefined;
  readonly informationVariable?: string | undefined;
  readonly outVariable?: string | undefined;
  /** How many objects are held back before the next command gets them. */
  readonly outBuffer?: number | undefined;
  /** Name of the session variable that holds the object on its way down the pipeline. */
  readonly pipelineVariable?: string | undefined;
  /** Only says what would be done. For cmdlets that support ShouldProcess. */
  readonly whatIf?: boolean | undefined;
  /** Asks before each change, or never. For cmdlets that support ShouldProcess. */
  readonly confirm?: boolean | undefined;
  /** For cmdlets that support paging. */
  readonly first?: number | undefined;
  readonly skip?: number | undefined;
  readonly includeTotalCount?: boolean | undefined;
}

/** Parameters that turn a call into a background job. */
export interface JobParameters {
  /** Returns a job at once instead of the results. */
  readonly asJob?: boolean | undefined;
  /** Name of the job; implies `asJob`. */
  readonly jobName?: string | undefined;
  /** How many child jobs run at the same time. For cmdlets that fan out. */
  readonly throttleLimit?: number | undefined;
}

/** Marks a cmdlet that cannot run as a job; `defineCmdlet({ asJob: false })` does. A decorated one says `declare`. */
export interface NeverAsJob {
  readonly ['~asJob']: false;
}

/**
 * Everything that may be given to a cmdlet in a call from TypeScript.
 *
 * @typeParam TRecord what comes in, for functions that compute a value from it
 */
export type ParametersOf<TClass extends CmdletClass, TRecord = never> = DeclaredParametersOf<TClass, TRecord> &
  EngineParametersOf<TClass>;

/** What the engine adds; where an author declares a parameter of the same name, his counts. */
type EngineParametersOf<TClass extends CmdletClass> = Omit<
  InstanceType<TClass> extends NeverAsJob ? CommonParameters : CommonParameters & JobParameters,
  keyof DeclaredParametersOf<TClass>
>;

/** Parameters of a call that gives a job; none for a cmdlet that cannot run as one. */
export type AsJobParameters<TClass extends CmdletClass, TRecord = never> =
  InstanceType<TClass> extends NeverAsJob
    ? never
    : Omit<ParametersOf<TClass, TRecord>, 'asJob' | 'jobName'> &
        ({ readonly asJob: true; readonly jobName?: string } | { readonly jobName: string; readonly asJob?: true });

/** Parameters of a call that gives what the cmdlet writes. */
export type InlineParameters<TClass extends CmdletClass, TRecord = never> = ParametersOf<TClass, TRecord> & {
  readonly asJob?: false | undefined;
  readonly jobName?: undefined;
};

/**
 * Marks a cmdlet that hands its input on: in a typed pipeline its output has the type of what comes in.
 *
 * @example
 * class SelectFirst extends PSCmdlet implements PassThrough {
 *   declare readonly ['~passThrough']: true;
 */
export interface PassThrough {
  readonly ['~passThrough']: true;
}

/**
 * The types of a command in a pipeline whose parameters or output depend on the type of what comes in.
 *
 * Extend it and say `parameters` and `output` in terms of `this['record']` and `this['given']`; the pipeline fills
 * these two in. The class then declares `declare readonly ['~stage']: ItsTypes`; see {@link TypedStage}.
 *
 * @example
 * interface WhereTypes extends StageTypes {
 *   readonly parameters: { readonly filterScript?: (record: this['record']) => unknown };
 *   readonly output: this['record'];
 * }
 */
export interface StageTypes {
  /** What comes in. */
  readonly record: unknown;
  /** The parameters as they were written in the call, literals included. */
  readonly given: unknown;
  /** What may be given, the parameters of the engine apart. */
  readonly parameters: unknown;
  /** What goes out. */
  readonly output: unknown;
}

/**
 * Marks a cmdlet that tells its own types in a typed pipeline, by {@link StageTypes}.
 *
 * @example
 * class WhereObject extends PSCmdlet implements TypedStage<WhereTypes> {
 *   declare readonly ['~stage']: WhereTypes;
 */
export interface TypedStage<TTypes extends StageTypes = StageTypes> {
  readonly ['~stage']: TTypes;
}

/** The types of a stage for a record and for the parameters of a call. */
type StageWith<TTypes extends StageTypes, TRecord, TGiven> = TTypes & {
  readonly record: TRecord;
  readonly given: TGiven;
};

/** What may be given to a stage that tells its own types, in a call that does not make a job of it. */
export type StageParameters<TClass extends CmdletClass, TRecord> =
  InstanceType<TClass> extends TypedStage ? InlineParameters<TClass, TRecord> : never;

/**
 * The type of what leaves a command of a typed pipeline, given the type of what enters it.
 *
 * @typeParam TGiven the parameters of the call, for a {@link TypedStage}
 */
export type PipedOutput<TClass extends CmdletClass, TInput, TGiven = unknown> =
  InstanceType<TClass> extends TypedStage<infer TTypes>
    ? StageWith<TTypes, TInput, TGiven>['output']
    : InstanceType<TClass> extends PassThrough
      ? TInput
      : OutputOf<TClass>;
