import type ts from 'typescript';
import { type Compiled, Derivations, hasErrors, messageOf, messagesOf, type OutputFile } from './compiled.js';
import { derivationTransformer } from './derive/transformer.js';
import type { TypeScript } from './typescript.js';

/** Checks and compiles the sources that a tsconfig.json names, with what is derived from them. Writes nothing. */
export function compile(ts: TypeScript, tsconfig: string): Compiled {
  const { options, fileNames, projectReferences, errors } = readConfig(ts, tsconfig);
  const program = ts.createProgram({
    rootNames: fileNames,
    options,
    ...(projectReferences === undefined ? {} : { projectReferences }),
    configFileParsingDiagnostics: errors,
  });
  const derivations = new Derivations(ts);
  derivations.update(program, sourcesOf(program));
  const messages = messagesOf(ts, ts.getPreEmitDiagnostics(program), derivations.contradictions(program));
  const emits = options.noEmit !== true;
  if (hasErrors(messages) || !emits) return { messages, outputs: [], emits };
  const outputs: OutputFile[] = [];
  const emitted = program.emit(undefined, (path, content) => outputs.push({ path, content }), undefined, false, {
    before: [derivationTransformer(ts, derivations.of)],
  });
  const further = emitted.diagnostics.map((diagnostic) => messageOf(ts, diagnostic));
  return { messages: [...messages, ...further], outputs: hasErrors(further) ? [] : outputs, emits };
}

/** The files of a program that its pack wrote. */
export function sourcesOf(program: ts.Program): readonly ts.SourceFile[] {
  return program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file));
}

/** The settings of a tsconfig.json with all that it extends; what is wrong with it is among its errors. */
export function readConfig(ts: TypeScript, tsconfig: string): ts.ParsedCommandLine {
  const errors: ts.Diagnostic[] = [];
  const parsed = ts.getParsedCommandLineOfConfigFile(tsconfig, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => errors.push(diagnostic),
  });
  return parsed ?? { options: {}, fileNames: [], errors };
}
