import { Cmdlet, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { lastValueFrom, of, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';

@Cmdlet('Test', 'Input')
class TestInput extends PSCmdlet<unknown> {
  @Parameter({ type: Number, valueFromPipeline: true }) number = 0;
  readonly #seen = { records: [] as unknown[], completed: false };

  override beginProcessing(): void {
    this.input$.subscribe({
      next: (record) => this.#seen.records.push(record),
      complete: () => {
        this.#seen.completed = true;
      },
    });
  }

  override *endProcessing() {
    yield { ...this.#seen, last: this.number };
  }
}

@Cmdlet('Test', 'Argument')
class TestArgument extends PSCmdlet<unknown> {
  @Parameter({ type: Object, valueFromRemainingArguments: true }) argumentList: unknown;

  override async processRecord(): Promise<void> {
    await this.writeObject({ args: this.args, produced: await lastValueFrom(this.args$.pipe(toArray())) });
  }
}

async function argumentsOf(parameters: Readonly<Record<string, unknown>>) {
  const session = await Session.create();
  const result = await session.pipeline(TestArgument, parameters).single();
  await session.dispose();
  return result;
}

describe('input$', () => {
  it('gives every record before it is bound, also one that does not bind, and completes before the end', async () => {
    const session = await Session.create();
    const { output, errors } = await session.from([1, 'x', '3', 4]).pipe(TestInput).run();
    expect(output).toEqual([{ records: [1, 'x', '3', 4], completed: true, last: 4 }]);
    expect(errors.map(({ errorId }) => errorId)).toEqual(['InputObjectNotBound']);
    await session.dispose();
  });

  it('only completes without pipeline input', async () => {
    const session = await Session.create();
    expect(await session.pipeline(TestInput).single()).toEqual({ records: [], completed: true, last: 0 });
    await session.dispose();
  });
});

describe('args and args$', () => {
  it.each([
    ['a list', [1, 'b'], [1, 'b'], [1, 'b']],
    ['a single value', 'one', ['one'], ['one']],
    ['nothing', undefined, [], []],
  ])('give %s as a list and one after the other', async (_, argumentList, args, produced) => {
    expect(await argumentsOf({ argumentList })).toEqual({ args, produced });
  });

  it('give what an Observable produces over time', async () => {
    expect(await argumentsOf({ argumentList: of(1, 2) })).toMatchObject({ produced: [1, 2] });
  });
});
