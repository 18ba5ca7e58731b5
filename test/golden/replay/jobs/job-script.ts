import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { type ErrorRecord, Job, type PipelineResult, type Session } from '@cmdlet/core';
import type { CapturedError, JobOutcome } from './job-case.js';
import { StateLog } from './state-log.js';

/** Parameters of a command, by name. */
type Parameters = Readonly<Record<string, unknown>>;

/** What a port has at hand: a session, a directory, and the ways to call commands and to write. */
export class JobScript {
  readonly #output: unknown[] = [];
  readonly #errors: CapturedError[] = [];
  readonly #warnings: string[] = [];
  readonly #verbose: string[] = [];
  readonly #debug: string[] = [];
  readonly #information: string[] = [];
  #text: string[] | undefined;
  /** Errors of the last command. */
  lastErrors: readonly ErrorRecord[] = [];

  constructor(
    readonly session: Session,
    /** A directory of the case's own, which is the current location. */
    readonly tmp: string,
    readonly width: number,
  ) {}

  /** Writes to the output of the case. */
  write(...values: readonly unknown[]): void {
    this.#output.push(...values);
  }

  /** Runs a command and gives its output; what it reports otherwise belongs to the case. */
  async run(command: string, parameters: Parameters = {}, input?: readonly unknown[]): Promise<unknown[]> {
    const result = await this.quietly(command, parameters, input);
    this.#keep(result);
    return result.output;
  }

  /** Runs a command and writes its output. */
  async pipe(command: string, parameters: Parameters = {}, input?: readonly unknown[]): Promise<void> {
    this.write(...(await this.run(command, parameters, input)));
  }

  /** Runs a command whose reports do not belong to the case. */
  async quietly(
    command: string,
    parameters: Parameters = {},
    input?: readonly unknown[],
  ): Promise<PipelineResult<unknown>> {
    const pipeline =
      input === undefined
        ? this.session.pipeline(command, parameters)
        : this.session.from(input).pipe(command, parameters);
    const result = await pipeline.run();
    this.lastErrors = result.failure === undefined ? result.errors : [...result.errors, result.failure];
    return result;
  }

  /** What a job wrote on all streams, in order: `*>&1`. */
  async received(job: Job, parameters: Parameters = {}): Promise<unknown[]> {
    const records: unknown[] = [];
    await this.session.pipeline('Receive-Job', { job, verbose: true, debug: true, ...parameters }).run(({ record }) => {
      records.push(record);
    });
    return records;
  }

  /** Starts a job in a process. */
  start(scriptBlock: unknown, parameters: Parameters = {}, input?: readonly unknown[]): Promise<Job> {
    return this.#job('Start-Job', { scriptBlock, ...parameters }, input);
  }

  /** Starts a job in a thread. */
  thread(scriptBlock: unknown, parameters: Parameters = {}, input?: readonly unknown[]): Promise<Job> {
    return this.#job('Start-ThreadJob', { scriptBlock, ...parameters }, input);
  }

  /** Starts a job with a child per record. */
  parallel(input: readonly unknown[], parallel: unknown, parameters: Parameters = {}): Promise<Job> {
    return this.#job('ForEach-Object', { parallel, asJob: true, ...parameters }, input);
  }

  /** Waits until jobs have ended. */
  async wait(...jobs: readonly Job[]): Promise<void> {
    await this.quietly('Wait-Job', { job: jobs });
  }

  /** Starts a job in a process and waits until it has ended. */
  async done(scriptBlock: unknown, parameters: Parameters = {}, input?: readonly unknown[]): Promise<Job> {
    const job = await this.start(scriptBlock, parameters, input);
    await this.wait(job);
    return job;
  }

  /** The same in a thread. */
  async doneThread(scriptBlock: unknown, parameters: Parameters = {}, input?: readonly unknown[]): Promise<Job> {
    const job = await this.thread(scriptBlock, parameters, input);
    await this.wait(job);
    return job;
  }

  /** Runs a job in a process to its end and writes what it gives. */
  async gives(scriptBlock: unknown, parameters: Parameters = {}, input?: readonly unknown[]): Promise<void> {
    await this.pipe('Receive-Job', { job: await this.done(scriptBlock, parameters, input) });
  }

  /** The same in a thread. */
  async threadGives(scriptBlock: unknown, parameters: Parameters = {}, input?: readonly unknown[]): Promise<void> {
    await this.pipe('Receive-Job', { job: await this.doneThread(scriptBlock, parameters, input) });
  }

  /** A function of exactly this text: no compiler of the test has seen it. */
  block(text: string): (...parameters: never[]) => unknown {
    return runInThisContext(`(${text})`) as (...parameters: never[]) => unknown;
  }

  /** The first child of a job. */
  child(job: Job, index = 0): Job {
    const child = job.childJobs[index];
    if (child === undefined) throw new Error(`${job.toString()} has no child ${index}`);
    return child;
  }

  /** Notes the changes of state of jobs. */
  log(...jobs: readonly (readonly [job: Job, label: string])[]): StateLog {
    return new StateLog(jobs);
  }

  /** Polls until a condition holds, for at most 30 seconds. */
  async until(condition: () => boolean): Promise<void> {
    const end = performance.now() + 30_000;
    while (!condition()) {
      if (performance.now() > end) throw new Error(`The condition did not come true: ${String(condition)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  path(name: string): string {
    return join(this.tmp, name);
  }

  /** Writes a file in the directory of the case. */
  file(name: string, text = ''): string {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  directory(name: string): string {
    mkdirSync(this.path(name));
    return this.path(name);
  }

  exists(name: string): boolean {
    return existsSync(this.path(name));
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Moves to another directory. */
  goTo(path: string): void {
    this.session.variables.set('PWD', path);
  }

  /** Draws objects as a host would, and compares the lines. */
  async draw(objects: readonly unknown[], command = 'Out-String', parameters: Parameters = {}): Promise<void> {
    const drawn =
      command === 'Out-String' ? this.session.from(objects) : this.session.from(objects).pipe(command, parameters);
    const texts = await drawn.pipe('Out-String', { width: this.width });
    this.#text = (texts as string[]).join('').split('\n');
  }

  /** What came out. */
  get outcome(): JobOutcome {
    return {
      output: this.#output,
      text: this.#text,
      errors: this.#errors,
      warnings: this.#warnings,
      verbose: this.#verbose,
      debug: this.#debug,
      information: this.#information,
    };
  }

  async #job(command: string, parameters: Parameters, input?: readonly unknown[]): Promise<Job> {
    const [job] = await this.run(command, parameters, input);
    if (job instanceof Job) return job;
    throw new Error(`${command} gave no job: ${this.lastErrors.map(String).join(', ')}`);
  }

  #keep(result: PipelineResult<unknown>): void {
    for (const record of result.errors) this.#errors.push(captured(record, false));
    if (result.failure !== undefined) this.#errors.push(captured(result.failure, true));
    this.#warnings.push(...result.warnings.map(String));
    this.#verbose.push(...result.verbose.map(String));
    this.#debug.push(...result.debug.map(String));
    this.#information.push(...result.information.map(String));
  }
}

function captured(record: ErrorRecord, terminating: boolean): CapturedError {
  return {
    id: record.fullyQualifiedErrorId,
    category: record.categoryInfo.category,
    message: record.toString(),
    terminating,
  };
}
