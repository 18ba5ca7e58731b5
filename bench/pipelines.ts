import { Readable, Transform, Writable } from 'node:stream';
import { pipeline as pipeStreams } from 'node:stream/promises';
import type { Session } from '@cmdlet/core';
import { concatMap, filter, from, map, type Observable } from 'rxjs';
import { ConvertItem, SelectEvenItem, WaitItem } from './cmdlets.js';
import type { Item } from './items.js';

const isEven = (item: Item): boolean => item.id % 2 === 0;
const converted = (item: Item): Item => ({ id: item.id, name: item.name, value: item.value * 2 });

/** The end of all pipelines: adds up, so that nothing can be left out, and keeps nothing. */
class Sum {
  total = 0;
  readonly add = (item: Item): void => {
    this.total += item.value;
  };
}

function sumOf(items$: Observable<Item>): Promise<number> {
  const sum = new Sum();
  return new Promise((resolve, reject) => {
    items$.subscribe({ next: sum.add, error: reject, complete: () => resolve(sum.total) });
  });
}

/** Filter half, map, add up: two stages between a source and a sink, by several means. */
export function threeStages(session: Session, items: readonly Item[]) {
  return {
    ours: () => sumOf(session.from(items).pipe(SelectEvenItem).pipe(ConvertItem).output$),
    rxjs: () => sumOf(from(items).pipe(filter(isEven), map(converted))),
    loop: () => {
      const sum = new Sum();
      for (const item of items) if (isEven(item)) sum.add(converted(item));
      return sum.total;
    },
    streams: () => nodeStreams(items),
    generators: () => asyncGenerators(items),
  };
}

async function nodeStreams(items: readonly Item[]): Promise<number> {
  const sum = new Sum();
  await pipeStreams(
    Readable.from(items),
    new Transform({
      objectMode: true,
      transform: (item: Item, _encoding, done) => (isEven(item) ? done(null, item) : done()),
    }),
    new Transform({ objectMode: true, transform: (item: Item, _encoding, done) => done(null, converted(item)) }),
    new Writable({
      objectMode: true,
      write(item: Item, _encoding, done) {
        sum.add(item);
        done();
      },
    }),
  );
  return sum.total;
}

async function asyncGenerators(items: readonly Item[]): Promise<number> {
  async function* source() {
    yield* items;
  }
  async function* filtered(input: AsyncIterable<Item>) {
    for await (const item of input) if (isEven(item)) yield item;
  }
  async function* mapped(input: AsyncIterable<Item>) {
    for await (const item of input) yield converted(item);
  }
  const sum = new Sum();
  for await (const item of mapped(filtered(source()))) sum.add(item);
  return sum.total;
}

/** Ten mapping stages after each other. */
export function tenStages(session: Session, items: readonly Item[]) {
  const stages = 10;
  return {
    ours: () => {
      let pipeline = session.from<Item>(items);
      for (let stage = 0; stage < stages; stage++) pipeline = pipeline.pipe(ConvertItem);
      return sumOf(pipeline.output$);
    },
    rxjs: () => {
      let stream: Observable<Item> = from(items);
      for (let stage = 0; stage < stages; stage++) stream = stream.pipe(map(converted));
      return sumOf(stream);
    },
  };
}

/** A stage of which one record in so many takes a promise, and one more. */
export function asynchronousStage(session: Session, items: readonly Item[], every: number) {
  const later = async (item: Item): Promise<Item> => {
    await Promise.resolve();
    return item;
  };
  return {
    ours: () => sumOf(session.from(items).pipe(WaitItem, { every }).pipe(ConvertItem).output$),
    rxjs: () =>
      sumOf(
        from(items).pipe(
          concatMap((item) => (item.id % every === 0 ? later(item) : [item])),
          map(converted),
        ),
      ),
  };
}
