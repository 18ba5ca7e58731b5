import { dirname, resolve } from 'node:path';
import type ts from 'typescript';
import { readConfig } from './compile.js';
import { deriveFile } from './derive/derive-file.js';
import type { Contradiction } from './derive/file-derivation.js';
import { derivationTransformer } from './derive/transformer.js';
import { loadTypeScript, type TypeScript } from './typescript.js';

/** A file as the compiler makes it with what is derived from it. */
export interface EmittedFile {
  readonly code: string;
  /** The source map, as JSON. */
  readonly map: string;
  /** Where declarations and types do not agree; the file is not to be used then. */
  readonly contradictions: readonly Contradiction[];
}

/**
 * Emits single files for bundlers: only those that declare cmdlets and leave something to be derived.
 *
 * Nothing is checked but that; a bundler does not check types either.
 */
export class DerivedEmitter {
  readonly #tsconfig: string;
  #loaded: LoadedCompiler | undefined;
  #program: ts.Program | undefined;
  readonly #files = new Map<string, ts.SourceFile | undefined>();

  constructor(tsconfig: string) {
    this.#tsconfig = resolve(tsconfig);
  }

  /**
   * @returns undefined for a file that is used as it is
   * @throws BuildError `TypeScriptNotFound`
   */
  emit(path: string): EmittedFile | undefined {
    const { ts } = this.#load();
    const program = this.#programWith(path);
    const file = program.getSourceFile(path);
    const derivation = file && deriveFile(ts, program.getTypeChecker(), file);
    if (file === undefined || derivation === undefined) return undefined;
    let code = '';
    let map = '';
    const write = (name: string, content: string): void => {
      if (name.endsWith('.map')) map = content;
      else code = content.replace(/\n\/\/# sourceMappingURL=\S*\s*$/u, '\n');
    };
    const before = [derivationTransformer(ts, (each) => (each.fileName === file.fileName ? derivation : undefined))];
    program.emit(file, write, undefined, false, { before });
    return { code, map, contradictions: derivation.contradictions };
  }

  /** The program, made anew if the file is another one than it knows. */
  #programWith(path: string): ts.Program {
    const { ts, host, parsed } = this.#load();
    const known = this.#program?.getSourceFile(path);
    if (this.#program !== undefined && known?.text === ts.sys.readFile(path)) return this.#program;
    for (const [name, file] of this.#files) {
      if (!name.includes('/node_modules/') && file?.text !== ts.sys.readFile(name)) this.#files.delete(name);
    }
    const rootNames = parsed.fileNames.includes(path) ? parsed.fileNames : [...parsed.fileNames, path];
    const old = this.#program === undefined ? {} : { oldProgram: this.#program };
    this.#program = ts.createProgram({ rootNames, options: parsed.options, host, ...old });
    return this.#program;
  }

  #load(): LoadedCompiler {
    if (this.#loaded === undefined) {
      const ts = loadTypeScript(dirname(this.#tsconfig));
      const parsed = readConfig(ts, this.#tsconfig);
      const options = emitOptions(ts, parsed.options);
      const host = ts.createCompilerHost(options, true);
      const read = host.getSourceFile.bind(host);
      host.getSourceFile = (name, ...rest) => {
        if (!this.#files.has(name)) this.#files.set(name, read(name, ...rest));
        return this.#files.get(name);
      };
      this.#loaded = { ts, host, parsed: { ...parsed, options } };
    }
    return this.#loaded;
  }
}

interface LoadedCompiler {
  readonly ts: TypeScript;
  readonly host: ts.CompilerHost;
  readonly parsed: ts.ParsedCommandLine;
}

/** Whatever the settings are for, here single files with maps are made, of ECMAScript modules if that is possible. */
function emitOptions(ts: TypeScript, settings: ts.CompilerOptions): ts.CompilerOptions {
  const options: ts.CompilerOptions = {
    ...settings,
    noEmit: false,
    emitDeclarationOnly: false,
    noEmitOnError: false,
    declaration: false,
    declarationMap: false,
    composite: false,
    incremental: false,
    sourceMap: true,
    inlineSourceMap: false,
    inlineSources: true,
    ...(settings.module === ts.ModuleKind.CommonJS
      ? { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }
      : {}),
  };
  // The map names the source as one that lies beside it.
  for (const place of ['outDir', 'outFile', 'rootDir', 'sourceRoot', 'mapRoot']) delete options[place];
  return options;
}
