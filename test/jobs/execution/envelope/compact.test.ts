import { TYPE_NAMES, typeNamesOf } from '@cmdlet/core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Packer } from '../../../../packages/jobs/src/execution/envelope/packer.js';
import { Serializable } from '../../../../packages/jobs/src/execution/envelope/serializable.js';
import { Unpacker } from '../../../../packages/jobs/src/execution/envelope/unpacker.js';
import type { Channel } from '../../../../packages/jobs/src/execution/protocol/channel.js';
import { type Frame, openFrame, sizeOfFrame } from '../../../../packages/jobs/src/execution/protocol/frame.js';
import { FrameReceiver } from '../../../../packages/jobs/src/execution/protocol/frame-receiver.js';
import { RecordSender } from '../../../../packages/jobs/src/execution/protocol/record-sender.js';

/** Whether the channel of a connection clones values. */
let clones = false;

/** A connection whose both ends are here: what was received, in how many frames, and what was refused. */
function connection(largest?: number) {
  const received: unknown[] = [];
  const refused: string[] = [];
  const frames: Frame[] = [];
  const fail = (error: unknown): never => {
    throw error;
  };
  const receiver = new FrameReceiver(new Unpacker(), {
    record: (record) => void received.push(record),
    read: (records, bytes) => sender.read(records, bytes),
    urgent: () => false,
    message: () => undefined,
    unreadable: fail,
    failed: fail,
  });
  const channel: Channel = {
    clones,
    send: (frame) => {
      frames.push(frame);
      receiver.receive(structuredClone(frame));
    },
    together: (send) => send(),
    listen: () => undefined,
    pending: 0,
    drained: () => Promise.resolve(),
    hold: () => undefined,
    close: () => undefined,
  };
  const packer = new Packer(() => undefined);
  const sender: RecordSender = new RecordSender(
    channel,
    packer,
    (_value, error) => refused.push(error.message),
    largest,
  );
  return { received, refused, frames, sender };
}

/** Written one after the other, in one turn. */
function cross(...values: unknown[]): unknown[] {
  const { received, sender } = connection();
  for (const value of values) void sender.write(value);
  sender.flushAll();
  sender.close();
  return received;
}

class Money {
  constructor(readonly amount: number) {}
}
class Price extends Money {
  readonly currency = 'EUR';
}
class Measured {
  constructor(readonly length: number) {}
  get double(): number {
    return this.length * 2;
  }
}

describe.each([
  ['as bytes', false],
  ['over a channel that clones', true],
])('%s', (_how, channelClones) => {
  beforeAll(() => {
    clones = channelClones;
  });

  describe('records that cross together', () => {
    it.each<[string, unknown]>([
      ['primitive values', { a: 'text', b: -0, c: Number.NaN, d: 2n ** 70n, e: null, f: undefined, g: true, h: 1.5 }],
      ['an empty object', {}],
      ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 })],
      ['dates, and one that is none', { at: new Date(5), never: new Date(Number.NaN), list: [new Date(1)] }],
      ['lists in lists', [[1, ['a']], [], { list: [{ x: 1 }] }]],
      ['a long list', Array.from({ length: 1000 }, (_, index) => index)],
      ['sets and maps', { set: new Set([1, { a: 1 }]), map: new Map<unknown, unknown>([[{ k: 1 }, new Set(['v'])]]) }],
      ['keys that are numbers', { 2: 'b', 1: 'a', x: 'c' }],
      ['an own property of the name __proto__', JSON.parse('{"__proto__":{"a":1},"b":2}')],
      ['more objects than are looked at one by one', Array.from({ length: 60 }, (_, x) => ({ x, y: { x } }))],
      ['deep ones', { a: { b: { c: { d: { e: { f: { g: { h: { i: { j: {} } } } } } } } } } }],
      ['bytes', { bytes: new Uint8Array([1, 2]) }],
      ['a list that begins as ours do', ['\u0000@cmdlet', 'records', 1, new Uint16Array([0]), ['x'], []]],
    ])('keep %s', (_what, value) => {
      const between = { id: 1 };
      const received = cross(value, between, value, value);
      expect(received).toStrictEqual([plain(value), between, plain(value), plain(value)]);
    });

    it('keep any values, in order, whichever way each goes', () => {
      const anything = fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
      });
      fc.assert(
        fc.property(fc.array(anything), (values) => {
          expect(cross(...values)).toEqual(values);
        }),
      );
    });

    it('keep the order of properties', () => {
      const received = cross({ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1 }, { a: { x: 1 }, b: 2 }) as object[];
      expect(received.map((record) => Object.keys(record).join())).toEqual(['a,b', 'b,a', 'a', 'a,b']);
    });

    it('keep holes of a list, and the properties that it has', () => {
      const match = /b/.exec('abc') as RegExpExecArray;
      // biome-ignore lint/suspicious/noSparseArray: that is the case
      const [sparse, found] = cross([1, , 3], match) as [unknown[], RegExpExecArray];
      expect(1 in sparse).toBe(false);
      expect(sparse).toHaveLength(3);
      expect(found.index).toBe(1);
    });

    it('keep what is met twice in one of them, and cycles', () => {
      const shared = { x: 1 };
      const round: Record<string, unknown> = { id: 1 };
      round['self'] = round;
      const when = new Date(1);
      const [twice, cycle, dates] = cross({ a: shared, b: [shared] }, round, { from: when, to: when }) as [
        { a: object; b: object[] },
        typeof round,
        { from: Date; to: Date },
      ];
      expect(twice.b[0]).toBe(twice.a);
      expect(cycle['self']).toBe(cycle);
      expect(dates.to).toBe(dates.from);
    });

    it('do not see what is changed after they were written', () => {
      const row = { id: 0, tags: [0], at: new Date(0), seen: new Set([0]) };
      const { received, sender } = connection();
      for (let id = 1; id <= 5; id++) {
        row.id = id;
        row.tags[0] = id;
        row.at.setTime(id);
        row.seen.add(id);
        void sender.write(row);
      }
      sender.flushAll();
      sender.close();
      expect(received).toEqual(
        [1, 2, 3, 4, 5].map((id) => ({
          id,
          tags: [id],
          at: new Date(id),
          seen: new Set(Array.from({ length: id + 1 }, (_, index) => index)),
        })),
      );
    });

    it('share nothing', () => {
      const shared = { x: 1 };
      const [first, second] = cross({ shared }, { shared }) as { shared: object }[];
      expect(second?.shared).not.toBe(first?.shared);
    });

    it('may be more kinds than are learnt', () => {
      const records = Array.from({ length: 3000 }, (_, index) => ({ [`key ${index}`]: index, same: 'x' }));
      expect(cross(...records)).toEqual(records);
    });
  });

  describe('the types of records that cross together', () => {
    it('are those of their classes, and no properties that one sees', () => {
      const received = cross({ price: new Money(1) }, new Price(2), new Money(3), { price: new Price(4) });
      const [first, second, third, fourth] = received as [{ price: object }, object, object, { price: object }];
      expect([first.price, second, third, fourth.price].map((value) => typeNamesOf(value))).toEqual([
        ['Deserialized.Money', 'Object'],
        ['Deserialized.Price', 'Deserialized.Money', 'Object'],
        ['Deserialized.Money', 'Object'],
        ['Deserialized.Price', 'Deserialized.Money', 'Object'],
      ]);
      expect(received).toEqual([
        { price: { amount: 1 } },
        { amount: 2, currency: 'EUR' },
        { amount: 3 },
        { price: { amount: 4, currency: 'EUR' } },
      ]);
      expect(Object.getPrototypeOf(third)).toBe(Object.prototype);
      expect(Object.prototype.propertyIsEnumerable.call(third, TYPE_NAMES)).toBe(false);
    });

    it('are those that were added to an object', () => {
      const [named, unnamed] = cross({ a: 1, [TYPE_NAMES]: 'Forecast' }, { a: 1 });
      expect(typeNamesOf(named)).toEqual(['Deserialized.Forecast', 'Object']);
      expect(typeNamesOf(unnamed)).toEqual(['Object']);
    });

    it('are not given to them twice', () => {
      expect(typeNamesOf(cross(...cross(new Money(1)))[0])).toEqual(['Deserialized.Money', 'Object']);
    });

    it('are told once per connection', () => {
      const { frames, received, sender } = connection();
      for (const amount of [1, 2]) {
        void sender.write(new Money(amount));
        sender.flush();
      }
      sender.close();
      expect(frames.map((frame) => openFrame(frame).count)).toEqual([1, 1]);
      if (!clones) expect(sizeOfFrame(frames[1] as Frame)).toBeLessThan(sizeOfFrame(frames[0] as Frame));
      expect(typeNamesOf(received[1])).toEqual(['Deserialized.Money', 'Object']);
    });

    it('may say how they are sent, and compute properties', () => {
      class Coin {
        constructor(readonly value: number) {}
      }
      Serializable<Coin>({ name: 'Test.Coin' })(Coin);
      const [first, coin, measured] = cross({ id: 1 }, { coin: new Coin(5) }, new Measured(3)) as [
        object,
        { coin: Coin },
        object,
      ];
      expect(first).toEqual({ id: 1 });
      expect(coin.coin).toBeInstanceOf(Coin);
      expect(measured).toEqual({ length: 3, double: 6 });
    });

    it('do not bring along what the objects inherit', () => {
      const record = Object.assign(Object.create({ inherited: 1 }) as object, { own: 2 });
      expect(Object.keys(cross(record)[0] as object)).toEqual(['own']);
    });
  });

  describe('a record among others that cannot cross as it is', () => {
    it('fails alone', () => {
      const { received, refused, sender } = connection();
      const values = [1, { a: 1 }, () => 1, { b: 2, broken: () => 1 }, new WeakMap(), { c: 3 }];
      for (const value of values) void sender.write(value);
      sender.flushAll();
      sender.close();
      expect(received).toEqual([1, { a: 1 }, { b: 2 }, { c: 3 }]);
      expect(refused).toHaveLength(2);
    });

    it('fails alone where it is larger than records may be', () => {
      const { received, refused, sender } = connection(100);
      for (const value of [{ text: 'short' }, { text: 'x'.repeat(1000) }, { text: 'last' }]) void sender.write(value);
      sender.flushAll();
      sender.close();
      expect(received).toEqual([{ text: 'short' }, { text: 'last' }]);
      expect(refused).toHaveLength(1);
    });

    it('may write others while it is read: they come behind it', () => {
      const { received, sender } = connection();
      let told = 0;
      const telling = {
        id: 2,
        get told(): string {
          if (told++ === 0) void sender.write({ id: 'from within' });
          return 'yes';
        },
        last: 3,
      };
      for (const value of [{ id: 0 }, { id: 1 }, telling, { id: 4 }]) void sender.write(value);
      sender.flushAll();
      sender.close();
      expect(received).toEqual([
        { id: 0 },
        { id: 1 },
        { id: 2, told: 'yes', last: 3 },
        { id: 'from within' },
        { id: 4 },
      ]);
    });
  });

  /** Where a prototype is lost on purpose. */
  function plain(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== null) return value;
    return { ...value };
  }
});
