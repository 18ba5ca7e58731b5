/** Input that comes several records at a time. */
import { Cmdlet, Parameter, PSCmdlet, RecordBatches, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';

@Cmdlet('Get', 'Twice')
class GetTwice extends PSCmdlet<number> {
  @Parameter({ valueFromPipeline: true, mandatory: true, type: Number })
  number!: number;

  /** Done at once for odd numbers, later for even ones. */
  override processRecord(): Promise<void> | undefined {
    if (this.number % 2 === 1) {
      void this.writeObject(this.number * 2);
      return undefined;
    }
    return Promise.resolve().then(() => this.writeObject(this.number * 2));
  }
}

@Cmdlet('Get', 'Two')
class GetTwo extends PSCmdlet<number> {
  @Parameter({ valueFromPipeline: true, mandatory: true, type: Number })
  number!: number;

  #count = 0;

  override processRecord(): void {
    void this.writeObject(this.number);
    if (++this.#count === 2) this.stopUpstream();
  }
}

/** What the producer of batches did. */
async function* traced(trace: string[], batches: readonly (readonly (number | undefined)[])[]) {
  try {
    for (const batch of batches) {
      trace.push(`batch of ${batch.length}`);
      yield batch;
    }
  } finally {
    trace.push('closed');
  }
}

describe('records that come in batches', () => {
  it('go in one by one and in order, whether they are done at once or later; undefined is no record', async () => {
    await using session = await Session.create();
    const input = new RecordBatches(traced([], [[1, 2], [], [undefined, 3, 4]]));
    expect(await session.from(input).pipe(GetTwice)).toEqual([2, 4, 6, 8]);
  });

  it('are no longer asked for when enough have come, and their producer is closed', async () => {
    await using session = await Session.create();
    const trace: string[] = [];
    const input = new RecordBatches(traced(trace, [[1], [2, 3], [4]]));
    expect(await session.from(input).pipe(GetTwo)).toEqual([1, 2]);
    expect(trace).toEqual(['batch of 1', 'batch of 2', 'closed']);
  });

  it('can be gone through one by one', async () => {
    const records: unknown[] = [];
    for await (const record of new RecordBatches(traced([], [[1, 2], [3]]))) records.push(record);
    expect(records).toEqual([1, 2, 3]);
  });

  it('end the run with what reading them throws', async () => {
    await using session = await Session.create();
    async function* failing() {
      yield [1];
      throw new RangeError('no more');
    }
    await expect(session.from(new RecordBatches(failing())).pipe(GetTwice)).rejects.toThrow('no more');
  });
});
