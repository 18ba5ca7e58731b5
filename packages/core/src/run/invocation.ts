import type { CommandBinding } from '../bind/command-binding.js';
import type { InvocationInfo } from '../records/invocation-info.js';
import type { CommandRuntime } from './command-runtime.js';
import type { PipelineRun } from './pipeline-run.js';

const NOTHING_BOUND: Readonly<Record<string, unknown>> = Object.freeze({});

/** How a command was called; reads the live state of its run. */
export class Invocation implements InvocationInfo {
  readonly #runtime: CommandRuntime;
  readonly #run: PipelineRun | undefined;
  readonly #binding: CommandBinding | undefined;

  constructor(runtime: CommandRuntime, run: PipelineRun | undefined, binding: CommandBinding | undefined) {
    this.#runtime = runtime;
    this.#run = run;
    this.#binding = binding;
  }

  get commandName(): string {
    return this.#runtime.command.name;
  }

  get source(): string {
    return this.#runtime.source;
  }

  get invocationName(): string {
    return this.#runtime.invocationName;
  }

  get boundParameters(): Readonly<Record<string, unknown>> {
    return this.#binding?.boundParameters ?? NOTHING_BOUND;
  }

  get pipelinePosition(): number {
    return this.#run === undefined ? 1 : this.#run.commands.indexOf(this.#runtime) + 1;
  }

  get pipelineLength(): number {
    return this.#run?.commands.length ?? 1;
  }

  get expectingInput(): boolean {
    return this.#runtime.expectingInput;
  }

  get pipelineIterationInfo(): readonly number[] {
    const counts = this.#run?.commands.map((command) => command.iterations) ?? [];
    return [this.#run?.recordsFed ?? 0, ...counts];
  }
}
