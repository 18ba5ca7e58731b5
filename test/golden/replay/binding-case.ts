/** The topic `binding`, as it stands in its files; see `../binding/README.md`. */
export interface BindingFile {
  readonly about: string;
  readonly cmdlets: Readonly<Record<string, CmdletDeclaration>>;
  readonly cases: readonly BindingCase[];
}

export interface CmdletDeclaration {
  readonly defaultParameterSetName?: string;
  readonly supportsShouldProcess?: boolean;
  readonly supportsPaging?: boolean;
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
  readonly dynamic?: readonly DynamicBranch[];
}

export interface DynamicBranch {
  readonly when?: { readonly parameter: string; readonly equals: unknown } | { readonly bound: string };
  readonly parameters?: Readonly<Record<string, ParameterDeclaration>>;
  readonly throws?: string;
}

export interface ParameterDeclaration {
  readonly type: string;
  readonly in: Readonly<Record<string, SetFlags>> | readonly (readonly [string, SetFlags])[];
  readonly aliases?: readonly string[];
  readonly validate?: readonly Readonly<Record<string, unknown>>[];
  readonly allow?: readonly ('null' | 'emptyString' | 'emptyCollection')[];
  readonly transform?: string | readonly string[];
  readonly initial?: unknown;
  readonly obsolete?: string;
  readonly typeName?: string;
  readonly setterThrowsOn?: unknown;
  readonly getterThrows?: boolean;
}

export interface SetFlags {
  readonly mandatory?: boolean;
  readonly position?: number;
  readonly valueFromPipeline?: boolean;
  readonly valueFromPipelineByPropertyName?: boolean;
  readonly valueFromRemainingArguments?: boolean;
  readonly helpMessage?: string;
  readonly dontShow?: boolean;
}

export interface BindingCase {
  readonly id: string;
  readonly note?: string;
  readonly cmdlet: string;
  readonly arguments: readonly { readonly name?: string; readonly value?: unknown; readonly splatted?: boolean }[];
  readonly input?: readonly unknown[];
  readonly trace?: boolean;
  readonly countTransforms?: boolean;
  readonly defaultParameterValues?: Readonly<Record<string, unknown>>;
  readonly answers?: Readonly<Record<string, unknown>> | null;
  readonly alias?: string;
  readonly expect: BindingExpectation;
}

export interface BindingExpectation {
  readonly records: readonly ExpectedRecord[];
  readonly errors: readonly ExpectedError[];
  readonly warnings?: readonly string[];
  readonly prompts?: readonly ExpectedPrompt[];
  readonly transforms?: number;
  readonly assignmentError?: string;
}

export interface ExpectedRecord {
  readonly step: 'begin' | 'process' | 'end';
  readonly set: string;
  readonly bound: Readonly<Record<string, unknown>>;
  readonly common?: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface ExpectedError {
  readonly id: string;
  readonly category: string;
  readonly reason: string;
  readonly parameter?: string;
  readonly innerId?: string;
  readonly target?: unknown;
  readonly terminating: boolean;
}

export interface ExpectedPrompt {
  readonly fields: readonly { readonly name: string; readonly help: string; readonly mandatory: boolean }[];
}

/** What came out on our side. */
export interface BindingOutcome {
  readonly records: readonly OutcomeRecord[];
  readonly errors: readonly OutcomeError[];
  readonly warnings: number;
  readonly prompts: readonly (readonly { readonly name: string; readonly help: string }[])[];
  readonly transforms: number;
}

export interface OutcomeRecord {
  readonly step: string;
  readonly set: string;
  readonly bound: ReadonlyMap<string, unknown>;
  readonly common: ReadonlyMap<string, unknown>;
  readonly values: ReadonlyMap<string, unknown>;
}

export interface OutcomeError {
  readonly id: string;
  readonly category: string;
  readonly reason: string;
  readonly parameter: string;
  readonly innerId: string;
  readonly target: unknown;
  readonly terminating: boolean;
}

/** How one case went. */
export interface CaseResult {
  readonly id: string;
  readonly passed: boolean;
  /** False for cases about values or types that this package does not have; those are not passes. */
  readonly applicable: boolean;
  readonly difference?: string;
  /** Passed with the historical options only. */
  readonly byOption?: boolean;
  /** Why the expected result is not the captured one. */
  readonly departure?: string;
}

/** Our own expected results where they are not PowerShell's, by id of the case. */
export type Deviations = Readonly<Record<string, { readonly reason: string; readonly expect: BindingExpectation }>>;

/** A case is about something that TypeScript values or this package do not have. */
export class NotApplicable extends Error {
  override name = 'NotApplicable';
}
