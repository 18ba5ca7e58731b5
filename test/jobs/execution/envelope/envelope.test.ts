import { runInNewContext } from 'node:vm';
import { Duration, ErrorRecord, PipelineStoppedException, typeNamesOf } from '@cmdlet/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Packer } from '../../../../packages/jobs/src/execution/envelope/packer.js';
import { Serializable } from '../../../../packages/jobs/src/execution/envelope/serializable.js';
import { UnclonableError } from '../../../../packages/jobs/src/execution/envelope/unclonable-error.js';
import { Unpacker } from '../../../../packages/jobs/src/execution/envelope/unpacker.js';
import { encodeFrame, messageFrame, openFrame } from '../../../../packages/jobs/src/execution/protocol/frame.js';

/** There and back; what was left out goes to `dropped`. */
function cross(value: unknown, dropped: string[] = []): unknown {
  const packed = new Packer((path, what) => dropped.push(`${path}: ${what}`)).pack(value);
  return new Unpacker().unpack(openFrame(encodeFrame(messageFrame(packed))).next());
}

class Animal {
  constructor(readonly name: string) {}
}
class Dog extends Animal {
  #tricks = 3;
  get tricks(): number {
    return this.#tricks;
  }
  get broken(): never {
    throw new Error('no');
  }
  bark(): string {
    return 'woof';
  }
}

describe('what crosses as it is', () => {
  it.each<[string, unknown]>([
    ['a text', 'text'],
    ['a number', -0],
    ['NaN', Number.NaN],
    ['a big integer', 2n ** 70n],
    ['null', null],
    ['undefined', undefined],
    ['a date', new Date(5)],
    ['a regular expression', /a+/giu],
    ['a list with a hole', [1, undefined, 3]],
    ['a map with objects as keys', new Map<unknown, unknown>([[{ a: 1 }, new Set([1, 'b'])]])],
    ['a typed array', new Float64Array([1.5, 2])],
    ['an array buffer', new Uint8Array([1, 2]).buffer],
    ['a data view', new DataView(new Uint8Array([1, 2, 3]).buffer)],
    ['an object of objects', { a: { b: [{ c: new Map([['d', new Date(1)]]) }] } }],
    ['a list that begins as ours do', ['\u0000@cmdlet', 0, 'x']],
  ])('%s', (_what, value) => {
    expect(cross(value)).toEqual(value);
  });

  it('any value of JSON and beyond', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }), (value) => {
        expect(cross({ value })).toEqual({ value });
      }),
    );
  });

  it('a Buffer, without the pool that it is a part of', () => {
    const crossed = cross({ bytes: Buffer.from('hello') }) as { bytes: Buffer };
    expect(Buffer.isBuffer(crossed.bytes)).toBe(true);
    expect(crossed.bytes.toString()).toBe('hello');
    expect(crossed.bytes.buffer.byteLength).toBe(5);
  });

  it('a part of a typed array, without the rest', () => {
    const crossed = cross(new Uint16Array([1, 2, 3, 4]).subarray(1, 3)) as Uint16Array;
    expect([...crossed]).toEqual([2, 3]);
    expect(crossed.buffer.byteLength).toBe(4);
  });

  it('cycles, and objects that are met twice', () => {
    const shared = { x: 1 };
    const value: Record<string, unknown> = { a: shared, b: [shared] };
    value['self'] = value;
    const crossed = cross(value) as { a: object; b: object[]; self: unknown };
    expect(crossed.self).toBe(crossed);
    expect(crossed.b[0]).toBe(crossed.a);
  });

  it('objects of another realm', () => {
    expect(cross(runInNewContext('({ a: [1], m: new Map([[1, 2]]) })'))).toEqual({ a: [1], m: new Map([[1, 2]]) });
  });
});

describe('instances of classes', () => {
  it('arrive as plain objects with the names of their classes, and what they compute', () => {
    const crossed = cross({ pets: [new Dog('Rex')] }) as { pets: Record<string, unknown>[] };
    const [rex] = crossed.pets;
    expect(rex).toEqual({ name: 'Rex', tricks: 3 });
    expect(Object.getPrototypeOf(rex)).toBe(Object.prototype);
    expect(Object.keys(rex as object)).toEqual(['name', 'tricks']);
    expect(typeNamesOf(rex)).toEqual(['Deserialized.Dog', 'Deserialized.Animal', 'Object']);
  });

  it('are not named so twice', () => {
    expect(typeNamesOf(cross(cross(new Animal('Tom'))))).toEqual(['Deserialized.Animal', 'Object']);
  });

  it('tell their names once per connection', () => {
    const packer = new Packer(() => undefined);
    const unpacker = new Unpacker();
    const send = (value: unknown) => {
      const frame = encodeFrame(messageFrame(packer.pack(value)));
      return [frame.length, typeNamesOf(unpacker.unpack(openFrame(frame).next()))] as const;
    };
    const [first, firstNames] = send(new Animal('A'));
    const [second, secondNames] = send(new Animal('B'));
    expect(second).toBeLessThan(first);
    expect(secondNames).toEqual(firstNames);
  });

  it('arrive as instances where the class says how', () => {
    class Money {
      constructor(
        readonly amount: number,
        readonly currency: string,
      ) {}
    }
    Serializable<Money>({
      name: 'Test.Money',
      serialize: ({ amount, currency }: Money) => [amount, currency],
      revive: ([amount, currency]: [number, string]) => new Money(amount, currency),
    } as never)(Money);
    const ten = new Money(10, 'EUR');
    const crossed = cross({ list: [ten, ten], map: new Map([[ten, ten]]), set: new Set([ten]), direct: ten }) as {
      list: Money[];
      map: Map<Money, Money>;
      set: Set<Money>;
      direct: Money;
    };
    const [first] = crossed.list;
    expect(first).toBeInstanceOf(Money);
    expect(first).toEqual(ten);
    expect(crossed.list[1]).toBe(first);
    expect([...crossed.map]).toEqual([[first, first]]);
    expect([...crossed.set][0]).toBe(first);
    expect(crossed.direct).toBe(first);
    expect(cross(ten)).toBeInstanceOf(Money);
  });

  it('of the core are no different', () => {
    expect(cross(new Duration(5))).toMatchObject({ milliseconds: 5 });
  });
});

describe('errors', () => {
  it('keep class, cause, properties and stack', () => {
    const error = Object.assign(new RangeError('far', { cause: new TypeError('inner') }), { code: 7, at: new Date(1) });
    const crossed = cross(error) as RangeError & { code: number; at: Date };
    expect(crossed).toBeInstanceOf(RangeError);
    expect(crossed.cause).toBeInstanceOf(TypeError);
    expect(crossed).toMatchObject({ message: 'far', code: 7, at: new Date(1), stack: error.stack });
  });

  it('of classes of their own keep the name, and those of the classes', () => {
    class HttpError extends Error {
      override name = 'HttpError';
    }
    const crossed = cross(new HttpError('404')) as Error;
    expect(crossed).toBeInstanceOf(Error);
    expect(crossed.name).toBe('HttpError');
    expect(typeNamesOf(crossed)[0]).toBe('Deserialized.HttpError');
  });

  it('of several keep them all', () => {
    const crossed = cross(new AggregateError([new Error('a'), new Error('b')], 'both')) as AggregateError;
    expect(crossed).toBeInstanceOf(AggregateError);
    expect(crossed.errors.map(String)).toEqual(['Error: a', 'Error: b']);
  });

  it('that mean the stop still mean it', () => {
    expect(PipelineStoppedException.is(cross(new PipelineStoppedException()))).toBe(true);
  });

  it('that cause themselves do', () => {
    const error = new Error('round');
    error.cause = error;
    const crossed = cross(error) as Error;
    expect(crossed.cause).toBe(crossed);
  });
});

describe('what cannot cross', () => {
  it('is left out, with its path', () => {
    const dropped: string[] = [];
    const value = { keep: 1, on: { click: () => 1, list: [1, Symbol('s'), 3] }, later: Promise.resolve() };
    expect(cross(value, dropped)).toEqual({ keep: 1, on: { list: [1, undefined, 3] } });
    expect(dropped).toEqual(['on.click: a function', 'on.list[1]: a symbol', 'later: a Promise']);
  });

  it.each<[string, unknown]>([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
  ])('is refused where it is the value itself: %s', (_what, value) => {
    expect(() => cross(value)).toThrow(UnclonableError);
  });

  it('is refused where it is nested without an end', () => {
    let value: object = {};
    for (let depth = 0; depth < 200_000; depth++) value = { value };
    expect(() => cross(value)).toThrow(/call stack/);
  });
});

it('makes a bag of a record that is output', () => {
  const record = new ErrorRecord(new Error('bad'), 'Bad', 'InvalidData', 5);
  const crossed = cross(record);
  expect(ErrorRecord.is(crossed)).toBe(false);
  expect(typeNamesOf(crossed)[0]).toBe('Deserialized.ErrorRecord');
  expect(crossed).toMatchObject({ errorId: 'Bad', fullyQualifiedErrorId: 'Bad', targetObject: 5 });
});
