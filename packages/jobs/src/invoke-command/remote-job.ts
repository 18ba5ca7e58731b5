import { type ChildWork, Job, type JobInit } from '@cmdlet/core';
import type { Execution, Executor, WorkRequest } from '../execution/executor.js';
import { NO_CALL } from '../no-call.js';
import { TargetInput } from './target-input.js';

/** How many targets are worked on at the same time unless somebody says otherwise. */
const DEFAULT_THROTTLE_LIMIT = 32;

/** What a {@link RemoteJob} does, and where. */
export interface RemotePlan {
  /** One for each target; their locations are the names of the targets. */
  readonly executors: readonly Executor[];
  /** The same for all; input apart. */
  readonly request: WorkRequest;
  /** Whether input comes by {@link RemoteJob.addInput}. */
  readonly expectingInput: boolean;
  /** Whether displays need not tell where objects come from. Default false. */
  readonly hideComputerName?: boolean | undefined;
}

/**
 * What `Invoke-Command -AsJob` gives: a job with one child for each target, in their order, of which so many work at the
 * same time as the throttle limit allows, and the others are NotStarted. It is Running from the beginning. A target that
 * cannot be reached fails its own child only.
 */
export class RemoteJob<TOutput = unknown> extends Job<TOutput> {
  readonly #plan: RemotePlan;
  readonly #inputs: TargetInput[] = [];

  /** @param init its `throttleLimit` is 32 unless it is given, also for 0 and less */
  constructor(init: JobInit, plan: RemotePlan) {
    const { throttleLimit = 0 } = init;
    super({
      ...init,
      psJobTypeName: 'RemoteJob',
      location: plan.executors.map(({ location }) => location).join(','),
      throttleLimit: throttleLimit > 0 ? throttleLimit : DEFAULT_THROTTLE_LIMIT,
    });
    this.#plan = plan;
  }

  /** Whether displays need not tell where objects come from. */
  get hideComputerName(): boolean {
    return this.#plan.hideComputerName ?? false;
  }

  override get statusMessage(): string {
    return '';
  }

  /** Begins the work, once. */
  begin(): void {
    this.start(NO_CALL);
  }

  /** Hands a record to all targets. A promise when the writer should wait for the slowest that reads. */
  addInput(record: unknown): Promise<unknown> | undefined {
    const pending = this.#inputs.map((input) => input.add(record)).filter((each) => each !== undefined);
    return pending.length === 0 ? undefined : Promise.all(pending);
  }

  /** No more input comes. */
  endInput(): void {
    for (const input of this.#inputs) input.end();
  }

  protected override run(): void {
    const { executors, expectingInput } = this.#plan;
    const inputs = executors.map(() => (expectingInput ? new TargetInput() : undefined));
    this.#inputs.push(...inputs.filter((input) => input !== undefined));
    for (const [index, executor] of executors.entries()) {
      const input = inputs[index];
      const child: Job<TOutput> = this.startChild(this.#workOn(executor, input, () => child.instanceId));
      void child.finished.then(() => input?.return());
    }
  }

  #workOn(executor: Executor, input: TargetInput | undefined, instanceId: () => string): ChildWork<TOutput> {
    const request = input === undefined ? this.#plan.request : { ...this.#plan.request, input };
    let execution: Execution | undefined;
    return {
      location: executor.location,
      async run(sink) {
        await Promise.resolve(); // The child is known only now.
        if (sink.stopRequested) return;
        execution = executor.execute({ ...request, jobInstanceId: instanceId() }, sink);
        const { exitCode } = await execution.finished;
        sink.exitCode = exitCode;
      },
      terminate: () => execution?.terminate(),
      kill: () => execution?.kill?.() ?? execution?.terminate(),
    };
  }
}
