import fc from 'fast-check';
import { City } from './plan-cmdlets.js';

export class Getters {
  constructor(readonly size: unknown) {}
  get id(): unknown {
    if (this.size === 'throw') throw new Error('no id');
    return this.size;
  }
  name(): string {
    return 'a method';
  }
}
export class Reading {
  when = new Date(0);
  constructor(private readonly value: unknown) {}
  get id(): unknown {
    if (this.value === 'throw') throw new Error('no id');
    return this.value;
  }
  get name(): unknown {
    return this.id;
  }
  get message(): unknown {
    return this.id;
  }
}
class Hidden {}
class Shadow extends Getters {
  declare message: unknown;
}

const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -3, max: 60 }) },
  { weight: 2, arbitrary: fc.constantFrom('', 'a', 'Red', 'long text') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, undefined, NaN, -0, 2.5, 1e12, '7', 7n, true, false, 'true', 'throw', 13, Symbol.iterator],
      ...[[], [1, 2], [null], new Date(0), new Date(Number.NaN), new City('Oslo'), new Map([['id', 1]]), () => 1],
    ),
  },
);

/** Mostly what the parameters called so hold, so that compiled steps have something to do. */
function valueFor(key: string): fc.Arbitrary<unknown> {
  const usual = USUAL.get(key.toLowerCase());
  return usual === undefined ? anyValue : fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: anyValue });
}

const integer = fc.integer({ min: -3, max: 60 });
const text = fc.constantFrom('', 'a', 'red', 'long');
const USUAL: ReadonlyMap<string, fc.Arbitrary<unknown>> = new Map<string, fc.Arbitrary<unknown>>([
  ['id', integer],
  ['size', integer],
  ['name', text],
  ['label', text],
  ['message', text],
  ['flag', fc.boolean()],
  ['city', fc.constant(new City('Oslo'))],
  ['when', fc.constant(new Date(0))],
]);

const key = fc.constantFrom(
  ...[
    'id',
    'id',
    'id',
    'ID',
    'Id',
    'name',
    'name',
    'Name',
    'label',
    'constructor',
    'message',
    'flag',
    'size',
    'length',
  ],
  ...['when', 'city', 'other', '__proto__'],
);
type Properties = readonly (readonly [string, unknown])[];

function define<T extends object>(target: T, entries: Properties, facts: PropertyDescriptor = {}): T {
  for (const [name, content] of entries) {
    const descriptor = { value: content, writable: true, enumerable: true, configurable: true, ...facts };
    Object.defineProperty(target, name, descriptor);
  }
  return target;
}

export function withGetters(entries: Properties): object {
  const target = {};
  for (const [name, content] of entries.filter(([each]) => each !== '__proto__')) {
    const get = (): unknown => {
      if (content === 'throw') throw new Error(`no ${name}`);
      return content;
    };
    Object.defineProperty(target, name, { get, enumerable: true, configurable: true });
  }
  return target;
}

/** Ways to make a record out of properties. One that is picked for a run of records makes them alike. */
const makers: readonly ((entries: Properties) => unknown)[] = [
  (entries) => define({}, entries),
  (entries) => define({}, entries),
  (entries) => Object.freeze(define({}, entries)),
  (entries) => define(Object.create(null) as object, entries),
  (entries) => Object.create(define({}, entries)) as unknown,
  (entries) =>
    define(
      new Getters(entries[0]?.[1]),
      entries.slice(1).filter(([name]) => name !== 'id'),
    ),
  (entries) => new Shadow(entries[0]?.[1]),
  (entries) => define(new Error(String(entries[0]?.[0])), entries.slice(1)),
  (entries) => define(new Hidden(), entries, { enumerable: false }),
  (entries) => define(new City('Rome'), entries),
  (entries) =>
    define(
      [1, 2],
      entries.filter(([name]) => name !== 'length'),
    ),
  (entries) => define(new Map([['id', 1]]), entries),
  (entries) =>
    define(
      new String('boxed'),
      entries.filter(([name]) => name !== 'length'),
    ),
  (entries) =>
    define(
      () => 0,
      entries.filter(([name]) => name !== 'length' && name !== 'name'),
    ),
  withGetters,
  (entries) => entries[0]?.[1],
];

/** Records in runs: a layout, and several records of it that differ in their values only. */
const run = fc
  .tuple(fc.constantFrom(...makers), fc.array(key, { minLength: 1, maxLength: 4 }))
  .chain(([make, keys]) =>
    fc
      .array(fc.tuple(...keys.map(valueFor)), { minLength: 1, maxLength: 6 })
      .map((list) => list.map((values) => make(keys.map((name, index) => [name, values[index]] as const)))),
  );
/** Two layouts that take turns. */
export const anyRecords = fc
  .tuple(run, run, fc.array(fc.boolean(), { maxLength: 8 }))
  .map(([one, other, turns]) => [
    ...one,
    ...turns.flatMap((turn, place) => (turn ? one : other)[place] ?? []),
    ...other,
  ]);
