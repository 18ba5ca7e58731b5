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
 */
export type DelayedValue<TValue> = (record: never) => TValue;

/** The parameters of a cmdlet class: its public properties that are not the base's, all optional. */
export type DeclaredParametersOf<TClass extends CmdletClass> = {
  readonly [TName in Exclude<keyof InstanceType<TClass>, keyof PSCmdlet>]?:
    | InstanceType<TClass>[TName]
    | DelayedValue<InstanceType<TClass>[TName]>
    | undefined;
};

/** Parameters that every cmdlet has. */
export interface CommonParameters {
  /** Writes what the command is doing. */
  readonly verbose?: boolean;
  /** Writes what the author wants to see. */
  readonly debug?: boolean;
  /** What happens when the command reports an error. */
  readonly errorAction?: ActionPreference;
  readonly warningAction?: ActionPreference;
  readonly informationAction?: ActionPreference;
  readonly progressAction?: ActionPreference;
  /** Name of the session variable that collects errors; `+` in front appends. */
  readonly errorVariable?: string;
  readonly warningVariable?: string;
  readonly informationVariable?: string;
  readonly outVariable?: string;
  /** How many objects are held back before the next command gets them. */
  readonly outBuffer?: number;
  /** Name of the session variable that holds the object on its way down the pipeline. */
  readonly pipelineVariable?: string;
  /** Only says what would be done. For cmdlets that support ShouldProcess. */
  readonly whatIf?: boolean;
  /** Asks before each change, or never. For cmdlets that support ShouldProcess. */
  readonly confirm?: boolean;
  /** For cmdlets that support paging. */
  readonly first?: number;
  readonly skip?: number;
  readonly includeTotalCount?: boolean;
}

/** Parameters that turn a call into a background job. */
export interface JobParameters {
  /** Returns a job at once instead of the results. */
  readonly asJob?: boolean;
  /** Name of the job; implies `asJob`. */
  readonly jobName?: string;
  /** How many child jobs run at the same time. For cmdlets that fan out. */
  readonly throttleLimit?: number;
}

/** Everything that may be given to a cmdlet in a call from TypeScript. */
export type ParametersOf<TClass extends CmdletClass> = DeclaredParametersOf<TClass> & CommonParameters & JobParameters;

/** Marks a cmdlet that hands its input on: in a typed pipeline its output has the type of what comes in. */
export interface PassThrough {
  readonly ['~passThrough']: true;
}

/** The type of what leaves a command of a typed pipeline, given the type of what enters it. */
export type PipedOutput<TClass extends CmdletClass, TInput> =
  OutputOf<TClass> extends PassThrough ? TInput : OutputOf<TClass>;
