import type ts from 'typescript';
import type { BuildMessage } from './build-message.js';
import { deriveFile } from './derive/derive-file.js';
import type { Contradiction, FileDerivation } from './derive/file-derivation.js';
import type { TypeScript } from './typescript.js';

/** A file that the compiler makes. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/** What became of the sources. */
export interface Compiled {
  readonly messages: readonly BuildMessage[];
  /** Empty if there are errors, or if the settings say that nothing is emitted. */
  readonly outputs: readonly OutputFile[];
  /** Files that were made of sources which are gone. Default none. */
  readonly removed?: readonly string[];
  /** Whether the settings let the compiler write files. */
  readonly emits: boolean;
}

/** What was derived from the files of a program; files that did not change are not looked at again. */
export class Derivations {
  readonly #byFile = new Map<string, FileDerivation | undefined>();

  constructor(private readonly ts: TypeScript) {}

  update(program: ts.Program, files: readonly ts.SourceFile[]): void {
    const checker = program.getTypeChecker();
    for (const file of files) this.#byFile.set(file.fileName, deriveFile(this.ts, checker, file));
  }

  readonly of = (file: ts.SourceFile): FileDerivation | undefined => this.#byFile.get(file.fileName);

  contradictions(program: ts.Program): readonly Contradiction[] {
    return program.getSourceFiles().flatMap((file) => this.of(file)?.contradictions ?? []);
  }
}

/** What the compiler and the derivation complain of; where both do at one decorator, the derivation, which says what is right. */
export function messagesOf(
  ts: TypeScript,
  diagnostics: readonly ts.Diagnostic[],
  contradictions: readonly Contradiction[],
): readonly BuildMessage[] {
  const isCovered = ({ file, start }: ts.Diagnostic): boolean =>
    contradictions.some(
      (found) => found.file === file?.fileName && start !== undefined && found.start <= start && start < found.end,
    );
  return [
    ...contradictions,
    ...diagnostics.filter((diagnostic) => !isCovered(diagnostic)).map((diagnostic) => messageOf(ts, diagnostic)),
  ].sort(byPlace);
}

/** One complaint of the compiler. */
export function messageOf(ts: TypeScript, diagnostic: ts.Diagnostic): BuildMessage {
  const { category, code, file, start, messageText } = diagnostic;
  const place = file === undefined || start === undefined ? undefined : file.getLineAndCharacterOfPosition(start);
  return {
    severity: category === ts.DiagnosticCategory.Error ? 'error' : 'warning',
    id: `TS${code}`,
    text: ts.flattenDiagnosticMessageText(messageText, '\n'),
    ...(file === undefined ? {} : { file: file.fileName }),
    ...(place === undefined ? {} : { line: place.line + 1, column: place.character + 1 }),
  };
}

export function hasErrors(messages: readonly BuildMessage[]): boolean {
  return messages.some(({ severity }) => severity === 'error');
}

function byPlace(left: BuildMessage, right: BuildMessage): number {
  const byFile = (left.file ?? '').localeCompare(right.file ?? '');
  return byFile || (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}
