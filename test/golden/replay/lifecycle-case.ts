/** The format of the topic `lifecycle`; see its README for what the parts mean. */

/** One file: cases on one theme. */
export interface LifecycleFile {
  readonly about?: string;
  readonly cmdlets?: CmdletsSpec;
  readonly cases: readonly LifecycleCase[];
  readonly console?: boolean;
  readonly sessionErrors?: boolean;
}

export type CmdletsSpec = Readonly<Record<string, CmdletSpec>>;

/** How a cmdlet of a case is declared, and what its steps do. */
export interface CmdletSpec {
  readonly supportsShouldProcess?: boolean;
  readonly confirmImpact?: 'None' | 'Low' | 'Medium' | 'High';
  readonly parameters?: Readonly<Record<string, ParameterSpec>>;
  readonly begin?: readonly Action[];
  readonly process?: readonly Action[];
  readonly end?: readonly Action[];
  readonly stop?: readonly Action[];
  readonly dispose?: readonly Action[];
}

export type StepName = 'begin' | 'process' | 'end' | 'stop' | 'dispose';

export interface ParameterSpec {
  readonly type: string;
  readonly mandatory?: boolean;
  readonly position?: number;
  readonly valueFromPipeline?: boolean;
  readonly valueFromPipelineByPropertyName?: boolean;
  readonly helpMessage?: string;
  readonly validateSet?: readonly string[];
  readonly aliases?: readonly string[];
  readonly allowNull?: boolean;
  readonly allowEmptyString?: boolean;
}

/** The first key names the action, the others modify it. */
export type Action = Readonly<Record<string, unknown>>;

export interface StageSpec {
  readonly cmdlet: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly merge?: Readonly<Record<string, string>>;
}

export interface LifecycleCase {
  readonly id: string;
  readonly note?: string;
  readonly cmdlets?: CmdletsSpec;
  readonly preferences?: Readonly<Record<string, unknown>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly host?: 'noUserInterface' | 'refusing';
  readonly answers?: readonly unknown[];
  readonly input?: readonly unknown[];
  readonly pipeline: readonly StageSpec[];
  readonly then?: readonly StageSpec[];
  readonly after?: readonly string[];
  readonly traceHost?: boolean;
  readonly traceStreams?: boolean;
  readonly iterationInfo?: boolean;
  readonly categoryLine?: boolean;
  readonly promptHelp?: boolean;
  readonly sessionErrors?: boolean;
  readonly untyped?: boolean;
  readonly statement?: boolean;
  readonly console?: boolean;
  readonly expect: Expectation;
}

/** What came out: captured from PowerShell, or observed on our side in the same format. */
export interface Expectation {
  readonly trace?: readonly string[];
  readonly output?: readonly unknown[];
  readonly errors?: readonly ErrorFacts[];
  readonly terminating?: Terminating;
  readonly warnings?: readonly string[];
  readonly verbose?: readonly string[];
  readonly debug?: readonly string[];
  readonly information?: readonly unknown[];
  readonly progress?: readonly unknown[];
  readonly prompts?: readonly PromptFacts[];
  readonly host?: readonly string[];
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly sessionErrors?: readonly string[];
  readonly hadErrors?: boolean;
  readonly success?: boolean | null;
  readonly state?: string;
  readonly answersLeft?: number;
  readonly rejected?: { readonly variable?: string };
  readonly then?: Expectation;
}

export interface Terminating {
  readonly error: ErrorFacts;
}

export interface ErrorFacts {
  readonly id: string;
  readonly category: string;
  readonly message: string;
  readonly target: unknown;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string;
  readonly targetType: string;
  readonly command: string | null;
  readonly exceptionMessage?: string;
  readonly recommendedAction?: string;
  readonly categoryLine?: string;
  readonly pipelineIterationInfo?: readonly number[];
}

export interface PromptFacts {
  readonly kind: 'choice' | 'fields';
  readonly caption: string;
  readonly message: string;
  readonly choices?: readonly string[];
  readonly default?: number;
  readonly helpMessages?: readonly string[];
  readonly fields?: readonly FieldFacts[];
  readonly answer?: unknown;
}

export interface FieldFacts {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly helpMessage: string;
  readonly mandatory: boolean;
  readonly attributes: readonly string[];
}

/** How one case went. */
export interface CaseResult {
  readonly id: string;
  readonly passed: boolean;
  /** What is not as expected, or why the case does not apply. */
  readonly difference?: string;
  /** False: the case is about something that has no counterpart here. */
  readonly applicable?: boolean;
  /** Passes with an option whose default is another. */
  readonly byOption?: boolean;
  /** The documented departure that explains the result, if one is needed. */
  readonly departure?: string;
}

/** Our own expected results where they depart on purpose: the parts that differ, null for a part that is not there. */
export type Deviations = Readonly<
  Record<string, { readonly reason: string; readonly expect: Readonly<Record<string, unknown>> }>
>;
