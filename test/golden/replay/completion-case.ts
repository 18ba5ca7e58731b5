import type { SyntaxDeclaration } from './syntax-case.js';

/** The topic `completion`, as it stands in its files; see `../completion/README.md`. */
export interface CompletionFile {
  readonly about: string;
  readonly setup?: string;
  readonly files?: readonly string[];
  readonly cmdlets: Readonly<Record<string, SyntaxDeclaration>>;
  readonly cases: readonly CompletionCase[];
}

export interface CompletionCase {
  readonly id: string;
  readonly note?: string;
  readonly input: string;
  readonly cursor: number;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly location?: string;
  readonly setup?: string;
  readonly registered?: readonly RegisteredCompleter[];
  readonly only?: string;
  readonly expect: CompletionExpectation;
}

export interface RegisteredCompleter {
  readonly native?: true;
  readonly command?: string;
  readonly parameter?: string;
  readonly completer: CompleterDeclaration;
}

export interface CompleterDeclaration {
  readonly kind: 'prefix' | 'fixed' | 'strings' | 'results' | 'nothing' | 'null' | 'throws' | 'report';
  readonly values?: readonly string[];
  readonly results?: readonly ExpectedMatch[];
}

export interface ExpectedMatch {
  readonly text: string;
  readonly listItem: string;
  readonly type: string;
  readonly toolTip: string;
}

export interface CompletionExpectation {
  readonly replacementIndex?: number;
  readonly replacementLength?: number;
  readonly matches?: readonly ExpectedMatch[];
  readonly exception?: string;
  readonly message?: string;
}
