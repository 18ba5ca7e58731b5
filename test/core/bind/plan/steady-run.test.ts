/** Once a pipeline has found its pace, a record costs no look-up, no service, no subject, no id and no promise. */
import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import crypto from 'node:crypto';
import { Cmdlet, Int32, Parameter, PSCmdlet, Session, ValidateRange } from '@cmdlet/core';
import { Subject } from 'rxjs';
import { Container, ContainerInstance } from 'typedi';
import { expect, it } from 'vitest';
import { CommandBinding } from '../../../../packages/core/src/bind/command-binding.js';

interface Row {
  readonly id: number;
  readonly name: string;
}

@Cmdlet('Get', 'Row')
class GetRow extends PSCmdlet<Row> {
  @ValidateRange(0, 1e9) @Parameter({ mandatory: true, valueFromPipeline: true, type: Int32 }) number!: number;
  override processRecord(): void {
    void this.writeObject({ id: this.number, name: 'row' });
  }
}
@Cmdlet('Select', 'Row')
class SelectRow extends PSCmdlet<Row> {
  @Parameter({ mandatory: true, valueFromPipeline: true, type: Object }) inputObject!: Row;
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true, type: Int32 }) id!: number;
  override processRecord(): void {
    if (this.id % 2 === 0) void this.writeObject(this.inputObject);
  }
}
@Cmdlet('Measure', 'Row')
class MeasureRow extends PSCmdlet<number> {
  @Parameter({ valueFromPipelineByPropertyName: true, type: Int32 }) id!: number;
  @Parameter({ valueFromPipelineByPropertyName: true }) name!: string;
  #sum = 0;
  override processRecord(): void {
    this.#sum += this.id + this.name.length;
  }
  override endProcessing(): void {
    void this.writeObject(this.#sum);
  }
}

it('A record of a steady run of three commands costs none of the things that are slow', async () => {
  const calls: string[] = [];
  let counting = false;
  const count = (owner: object, ...names: readonly string[]): void => {
    for (const name of names) {
      const original = Reflect.get(owner, name) as (...parameters: unknown[]) => unknown;
      Reflect.set(owner, name, function (this: unknown, ...parameters: unknown[]): unknown {
        if (counting) calls.push(name);
        return original.apply(this, parameters);
      });
      restore.push(() => Object.defineProperty(owner, name, { value: original, writable: true, configurable: true }));
    }
  };
  const atFirst: string[] = [];
  const restore: (() => void)[] = [];
  const promises = createHook({
    init: (_id, type) => {
      if (type === 'PROMISE') calls.push(type);
    },
  });

  function* numbers(): Generator<number> {
    counting = true;
    yield 0;
    atFirst.push(...calls.splice(0));
    counting = false;
    for (let number = 1; number < 3000; number++) {
      if (number === 1000) {
        counting = true;
        promises.enable();
      } else if (number === 2000) {
        counting = false;
        promises.disable();
      }
      yield number;
    }
  }

  const session = await Session.create();
  count(Reflect, ...Object.getOwnPropertyNames(Reflect).filter((name) => name !== 'apply'));
  count(Container, 'of', 'get', 'has');
  count(ContainerInstance.prototype, 'get', 'has');
  count(Subject.prototype, 'next');
  count(AsyncLocalStorage.prototype, 'run', 'getStore');
  count(crypto, 'randomUUID');
  count(CommandBinding.prototype, 'bindRecord', 'prepareRecord');
  try {
    const sum = await session.from(numbers()).pipe(GetRow).pipe(SelectRow).pipe(MeasureRow).single();
    expect(sum).toBe(1500 * 1499 + 1500 * 3);
  } finally {
    for (const undo of restore.reverse()) undo();
    promises.disable();
  }
  expect(atFirst.filter((name) => name === 'bindRecord')).toHaveLength(3);
  expect(calls).toEqual([]);
});

it('A promise would have been counted', async () => {
  const calls: string[] = [];
  const promises = createHook({ init: (_id, type) => void calls.push(type) }).enable();
  await (async () => 1)();
  promises.disable();
  expect(calls).toContain('PROMISE');
});
