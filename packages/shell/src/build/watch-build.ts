import { resolve } from 'node:path';
import type ts from 'typescript';
import { BuildError } from './build-error.js';
import { sourcesOf } from './compile.js';
import { type Compiled, Derivations, hasErrors, messageOf, messagesOf, type OutputFile } from './compiled.js';
import { derivationTransformer } from './derive/transformer.js';
import { type BuildResult, finishBuild } from './finish-build.js';
import { type PackProject, readProject } from './pack-project.js';
import { PackLoader } from './pack-worker.js';
import { JAVASCRIPT } from './run-build.js';
import { loadTypeScript, type TypeScript } from './typescript.js';

/** Whoever watches a build. */
export interface BuildWatcher {
  /** A change of the sources was seen. */
  started?(): void;
  /** The build of the sources as they are now has ended, with or without errors. */
  built(result: BuildResult): void;
}

/**
 * Builds a pack, and again whenever its sources change, until a signal ends it. Errors do not end it.
 *
 * Only files that a change concerns are checked, derived from and written anew. A change of package.json is not seen.
 *
 * @throws BuildError as `runBuild`
 */
export async function watchBuild(folder: string, watcher: BuildWatcher, signal: AbortSignal): Promise<void> {
  const project = await readProject(resolve(folder));
  const loader = new PackLoader(project);
  if (project.module !== undefined) loader.prepare();
  const queue = new BuildQueue(project, loader, watcher, signal);
  const { tsconfig } = project;
  let close: () => void = () => undefined;
  if (tsconfig === undefined) queue.add(JAVASCRIPT);
  else {
    const compiler = new WatchCompiler(
      loadTypeScript(project.folder),
      () => watcher.started?.(),
      (compiled) => queue.add(compiled),
    );
    close = compiler.start(tsconfig);
  }
  await ended(signal);
  close();
  await queue.idle();
  await loader.close();
}

/** Finishes one build after the other; of those that wait, only the last. */
class BuildQueue {
  #waiting: Compiled | undefined;
  #running: Promise<void> | undefined;
  /** Files of a build that was overtaken by the next, which does not write them again. */
  #outputs = new Map<string, OutputFile>();

  constructor(
    private readonly project: PackProject,
    private readonly loader: PackLoader,
    private readonly watcher: BuildWatcher,
    private readonly signal: AbortSignal,
  ) {}

  add(compiled: Compiled): void {
    this.#waiting = compiled;
    for (const output of compiled.outputs) this.#outputs.set(output.path, output);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting !== undefined) {
      const compiled = { ...this.#waiting, outputs: [...this.#outputs.values()] };
      this.#waiting = undefined;
      if (!hasErrors(compiled.messages)) this.#outputs = new Map();
      const result = await finishBuild(this.project, compiled, this.loader, { signal: this.signal });
      this.watcher.built(result);
      if (this.project.module !== undefined) this.loader.prepare();
    }
  }
}

type Builder = ts.EmitAndSemanticDiagnosticsBuilderProgram;

/** The compiler's own watch mode, with what is derived added to what it emits. */
class WatchCompiler {
  readonly #derivations: Derivations;

  constructor(
    private readonly ts: TypeScript,
    private readonly started: () => void,
    private readonly compiled: (compiled: Compiled) => void,
  ) {
    this.#derivations = new Derivations(ts);
  }

  /** @returns what ends it */
  start(tsconfig: string): () => void {
    const { ts } = this;
    const silent = (): void => undefined;
    const host = ts.createWatchCompilerHost(
      tsconfig,
      {},
      { ...ts.sys, setTimeout: this.#soon, clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer) },
      ts.createEmitAndSemanticDiagnosticsBuilderProgram,
      silent,
      ({ code }) => {
        if (code === CHANGE_DETECTED) this.started();
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
          this.compiled({ messages: [{ severity: 'error', id: errorId, text: message }], outputs: [], emits: true });
        }
      },
      Math.min(milliseconds, 20),
    );

  #emit(builder: Builder): void {
    const { ts } = this;
    const program = builder.getProgram();
    const affected = this.#affected(builder);
    this.#derivations.update(program, affected);
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
      this.compiled({ messages, outputs: [], emits });
      return;
    }
    const outputs: OutputFile[] = [];
    const emitted = builder.emit(undefined, (path, content) => outputs.push({ path, content }), undefined, false, {
      before: [derivationTransformer(ts, this.#derivations.of)],
    });
    const further = emitted.diagnostics.map((diagnostic) => messageOf(ts, diagnostic));
    this.compiled({ messages: [...messages, ...further], outputs, emits });
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

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
