import type { JobSink, JobWork } from '@cmdlet/core';
import { from, type Observable } from 'rxjs';

/** Work for a job under test: passes its input on, or does what a case says. */
export class ContractWork implements JobWork {
  readonly args: readonly unknown[] = [];
  readonly parameters: Readonly<Record<string, unknown>> = {};
  readonly givenParameters: Readonly<Record<string, unknown>> = {};
  readonly command = 'Test-Work';
  readonly input: AsyncIterable<unknown>;
  /** How often the job has run the work. */
  invocations = 0;

  constructor(
    records: readonly unknown[],
    private readonly steps: (input: AsyncIterable<unknown>, sink: JobSink) => Promise<void> | void = passOn,
  ) {
    this.input = once(records);
  }

  get input$(): Observable<unknown> {
    return from(this.input);
  }

  invoke(input: Iterable<unknown> | AsyncIterable<unknown> | undefined, sink: JobSink): Promise<void> | void {
    this.invocations++;
    return this.steps(asAsync(input ?? []), sink);
  }
}

async function passOn(input: AsyncIterable<unknown>, sink: JobSink): Promise<void> {
  for await (const record of input) await sink.writeObject(record);
}

async function* once(records: readonly unknown[]): AsyncGenerator<unknown> {
  yield* records;
}

async function* asAsync(records: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<unknown> {
  yield* records;
}
