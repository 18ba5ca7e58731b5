import type ts from 'typescript';
import { BuildError } from './build-error.js';
import { sourcesOf } from './compile.js';
import { type Compiled, Derivations, hasErrors, messageOf, messagesOf, type OutputFile } from './compiled.js';
import { derivationTransformer } from './derive/transformer.js';
import type { TypeScript } from './typescript.js';

type Builder = ts.EmitAndSemanticDiagnosticsBuilderProgram;

/** Whoever wants what is compiled. */
export interface CompilerObserver {
  /** A change of the sources was seen. */
  started(): void;
  compiled(compiled: Compiled): void;
}

/**
 * The compiler's own watch mode, with what is derived added to what it emits. It sees changed, new and removed sources,
 * and changes of tsconfig.json.
 */
export class WatchCompiler {
  readonly #derivations: Derivations;
  /** What was emitted, by the source. */
  readonly #outputsOf = new Map<string, Set<string>>();

  constructor(
    private readonly ts: TypeScript,
    private readonly observer: CompilerObserver,
  ) {
    this.#derivations = new Derivations(ts);
  }

  /**
   * @returns what ends it
   * @throws BuildError for a tsconfig.json that cannot be read
   */
  start(tsconfig: string): () => void {
    const { ts } = this;
    const silent = (): void => undefined;
    const host = ts.createWatchCompilerHost(
      tsconfig,
      {},
      { ...ts.sys, setTimeout: this.#soon, clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer) },
      this.#createProgram,
      silent,
      ({ code }) => {
        if (code === CHANGE_DETECTED) this.observer.started();
      },
    );
    // Left to itself, the compiler would end the process.
    host.onUnRecoverableConfigFileDiagnostic = ({ code, messageText }) => {
      throw new BuildError(ts.flattenDiagnosticMessageText(messageText, '\n'), `TS${code}`, tsconfig);
    };
    host.afterProgramCreate = (builder) => this.#emit(builder);
    const watch = ts.createWatchProgram(host);
    return () => watch.close();
  }

  /**
   * The compiler waits 250 ms for further changes; editors write a file in far less. What fails then, such as reading a
   * tsconfig.json that is gone, does not end the watch.
   */
  readonly #soon = (callback: (...values: unknown[]) => void, milliseconds: number, ...values: unknown[]) =>
    setTimeout(
      () => {
        try {
          callback(...values);
        } catch (error) {
          if (!(error instanceof BuildError)) throw error;
          const { errorId, message } = error;
          const messages = [{ severity: 'error', id: errorId, text: message }] as const;
          this.observer.compiled({ messages, outputs: [], emits: true });
        }
      },
      Math.min(milliseconds, SOON),
    );

  /**
   * The compiler looks at the files that import a changed one only if its declarations changed. Here it is told that
   * comments in them do not matter; and what is derived is added behind its back, since it does not keep in mind what the
   * declarations were where emitting is customised.
   */
  readonly #createProgram: ts.CreateProgram<Builder> = (rootNames, options, host, ...rest) => {
    const { ts } = this;
    const createHash = host?.createHash?.bind(host) ?? ts.sys.createHash?.bind(ts.sys);
    const hashing =
      host === undefined || createHash === undefined
        ? host
        : (Object.create(host, {
            createHash: { value: (text: string) => createHash(text.replace(COMMENT, '')) },
          }) as ts.CompilerHost);
    const builder = ts.createEmitAndSemanticDiagnosticsBuilderProgram(rootNames, options, hashing, ...rest);
    const program = builder.getProgram();
    const emit = program.emit.bind(program);
    const before = [derivationTransformer(ts, this.#derivations.of)];
    program.emit = (file, write, token, only, custom, ...internal) =>
      emit(file, write, token, only, custom ?? { before }, ...internal);
    return builder;
  };

  #emit(builder: Builder): void {
    const { ts } = this;
    const program = builder.getProgram();
    this.#derivations.update(program, this.#affected(builder));
    const diagnostics = ts.sortAndDeduplicateDiagnostics([
      ...builder.getConfigFileParsingDiagnostics(),
      ...builder.getOptionsDiagnostics(),
      ...builder.getSyntacticDiagnostics(),
      ...builder.getGlobalDiagnostics(),
      ...builder.getSemanticDiagnostics(),
    ]);
    const messages = messagesOf(ts, diagnostics, this.#derivations.contradictions(program));
    const emits = builder.getCompilerOptions().noEmit !== true;
    // What is not emitted now stays pending, and is emitted when the errors are gone.
    if (hasErrors(messages) || !emits) {
      this.observer.compiled({ messages, outputs: [], emits });
      return;
    }
    const outputs: OutputFile[] = [];
    const emitted = builder.emit(undefined, (path, content, _mark, _onError, sources) => {
      outputs.push({ path, content });
      for (const { fileName } of sources ?? []) this.#outputs(fileName).add(path);
    });
    const further = emitted.diagnostics.map((diagnostic) => messageOf(ts, diagnostic));
    this.observer.compiled({ messages: [...messages, ...further], outputs, removed: this.#removed(program), emits });
  }

  #outputs(source: string): Set<string> {
    const outputs = this.#outputsOf.get(source) ?? new Set();
    this.#outputsOf.set(source, outputs);
    return outputs;
  }

  /** What was emitted of sources that are no longer there. */
  #removed(program: ts.Program): readonly string[] {
    const removed: string[] = [];
    for (const [source, outputs] of this.#outputsOf) {
      if (program.getSourceFile(source) !== undefined) continue;
      removed.push(...outputs);
      this.#outputsOf.delete(source);
    }
    return removed;
  }

  /** The sources that a change concerns; all of them at first. */
  #affected(builder: Builder): readonly ts.SourceFile[] {
    const sources = new Set(sourcesOf(builder.getProgram()));
    const affected = new Set<ts.SourceFile>();
    const isFile = (found: ts.SourceFile | ts.Program): found is ts.SourceFile => 'fileName' in found;
    for (;;) {
      const next = builder.getSemanticDiagnosticsOfNextAffectedFile();
      if (next === undefined) break;
      if (!isFile(next.affected)) return [...sources];
      affected.add(next.affected);
    }
    return [...affected].filter((file) => sources.has(file));
  }
}

/** "File change detected. Starting incremental compilation..." */
const CHANGE_DETECTED = 6032;

/** Milliseconds in which further changes count as the same. */
const SOON = 20;

/** A doc comment on lines of its own, as it stands in declarations. */
const COMMENT = /^[ \t]*\/\*\*[\s\S]*?\*\/[ \t]*$/gmu;
