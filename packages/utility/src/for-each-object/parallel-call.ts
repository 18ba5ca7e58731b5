import { CmdletException, ParallelExecutor, type ParallelJob, type PSCmdlet, type Session } from '@cmdlet/core';
import { ParallelRun } from './parallel-run.js';
import { text } from './text.js';

/** What a call with `-Parallel` says. */
export interface ParallelFacts {
  readonly block: (record: never, context: never) => unknown;
  readonly using: Readonly<Record<string, unknown>>;
  readonly throttleLimit: number;
  /** 0 for no limit. */
  readonly timeoutSeconds: number;
  readonly asJob: boolean;
  readonly useNewRunspace: boolean;
}

/** Common parameters that have no meaning for work that runs elsewhere. */
const unsupported = ['ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'PipelineVariable'];

/** One call of ForEach-Object with `-Parallel`: works on the records as they come, or on all of them in a job. */
export class ParallelCall {
  readonly #facts: ParallelFacts;
  readonly #cmdlet: PSCmdlet;
  readonly #startJob: (options: { readonly hidden: boolean }) => ParallelJob;
  readonly #run: ParallelRun | undefined;
  /** What the job of `-AsJob` will work on. */
  readonly #records: unknown[] = [];

  /** Checks the call and reads its block; what is wrong with it is thrown. */
  static async begin(facts: ParallelFacts, cmdlet: PSCmdlet, session: Session): Promise<ParallelCall> {
    check(facts, cmdlet.myInvocation.boundParameters);
    return new ParallelCall(facts, cmdlet, session, await executorOf(session).prepare(facts));
  }

  private constructor(
    facts: ParallelFacts,
    cmdlet: PSCmdlet,
    session: Session,
    startJob: (options: { readonly hidden: boolean }) => ParallelJob,
  ) {
    this.#facts = facts;
    this.#cmdlet = cmdlet;
    this.#startJob = startJob;
    if (facts.asJob) return;
    const { throttleLimit, timeoutSeconds } = facts;
    this.#run = new ParallelRun(startJob({ hidden: true }), cmdlet, throttleLimit, session.clock, timeoutSeconds);
  }

  /** Takes a record. */
  async add(record: unknown): Promise<void> {
    if (typeof record === 'function') {
      const id = 'ParallelPipedInputObjectCannotBeScriptBlock';
      await this.#cmdlet.writeError(refusal(id, 'InvalidType', text.recordScriptBlock).errorRecord);
    } else if (this.#facts.asJob) this.#records.push(record);
    else await this.#run?.add(record);
  }

  /** No more records come: writes the rest of the results, or the job. */
  async end(): Promise<void> {
    await this.#run?.end();
    if (!this.#facts.asJob) return;
    const job = this.#startJob({ hidden: false });
    for (const record of this.#records) job.add(record);
    job.close();
    await this.#cmdlet.writeObject(job);
  }

  /** Ends all iterations. */
  stop(): void {
    this.#run?.stop();
  }

  dispose(): void {
    this.#run?.dispose();
  }
}

function check({ asJob, using }: ParallelFacts, boundParameters: Readonly<Record<string, unknown>>): void {
  if (unsupported.some((name) => name in boundParameters)) {
    throw refusal('ParallelCommonParametersNotSupported', 'NotImplemented', text.commonParameters(unsupported));
  }
  if (asJob && 'TimeoutSeconds' in boundParameters) {
    throw refusal('ParallelCannotUseTimeoutWithJob', 'InvalidOperation', text.timeoutWithJob);
  }
  const scriptBlock = Object.keys(using).find((name) => typeof using[name] === 'function');
  if (scriptBlock !== undefined) {
    throw refusal('ParallelUsingVariableCannotBeScriptBlock', 'InvalidType', text.usingScriptBlock(scriptBlock));
  }
}

function executorOf(session: Session): ParallelExecutor {
  try {
    return session.resolve(ParallelExecutor);
  } catch (error) {
    if (!(error instanceof CmdletException && error.errorId === 'ServiceNotFound')) throw error;
    throw refusal('ParallelExecutorNotFound', 'NotInstalled', text.noParallelExecutor);
  }
}

function refusal(errorId: string, category: CmdletException['category'], message: string): CmdletException {
  return new CmdletException(message, { errorId, category, target: 'ForEach-Object' });
}
