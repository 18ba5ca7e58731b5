import type { CmdletDeclaration, DynamicBranch, ParameterDeclaration, SetFlags } from './binding-case.js';
import type { CompleterDeclaration } from './completion-case.js';

/** The topic `syntax`, as it stands in its files; see `../syntax/README.md`. */
export interface SyntaxFile {
  readonly about: string;
  readonly cmdlets: Readonly<Record<string, SyntaxDeclaration>>;
  readonly cases: readonly SyntaxCase[];
}

export interface SyntaxDeclaration extends Omit<CmdletDeclaration, 'parameters'> {
  readonly parameters: Readonly<Record<string, SyntaxParameter>>;
  readonly aliases?: readonly string[];
  readonly outputType?: readonly string[];
  readonly obsolete?: string;
  readonly confirmImpact?: 'None' | 'Low' | 'Medium' | 'High';
}

export interface SyntaxParameter extends Omit<ParameterDeclaration, 'in'> {
  readonly in?: Readonly<Record<string, SetFlags>>;
  readonly completer?: CompleterDeclaration;
  /** Suggested values. */
  readonly completions?: readonly string[];
}

export type { DynamicBranch };

export interface SyntaxCase {
  readonly id: string;
  readonly note?: string;
  readonly cmdlet: string;
  readonly command?: string;
  readonly argumentList?: readonly unknown[];
  readonly allParameters?: boolean;
  readonly help?: readonly string[];
  readonly expect: SyntaxExpectation;
}

export interface SyntaxExpectation {
  readonly syntax?: readonly string[];
  readonly definition?: string;
  readonly parameterSets?: readonly ExpectedSet[];
  readonly help?: Readonly<Record<string, readonly string[] | ExpectedFailure>>;
  readonly error?: { readonly id: string; readonly message: string; readonly terminating: boolean };
}

export interface ExpectedSet {
  readonly name: string;
  readonly isDefault: boolean;
  readonly text: string;
  readonly parameters: readonly string[];
}

export interface ExpectedFailure {
  readonly error: string;
  readonly message: string;
}
