import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandArgument } from '../../../packages/core/src/bind/command-argument.js';
import { CommandBinding } from '../../../packages/core/src/bind/command-binding.js';
import { arrayOf, nullable, setOf } from '../../../packages/core/src/declare/types/collection-types.js';
import { enumOf } from '../../../packages/core/src/declare/types/enum-of.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import {
  AnyType,
  BooleanType,
  DateType,
  DurationType,
  RegexType,
  Switch,
  UriType,
} from '../../../packages/core/src/declare/types/simple-types.js';
import { ParameterBindingException } from '../../../packages/core/src/records/exceptions.js';
import { declareCommand } from './declare-command.js';

const command = declareCommand(
  {
    Name: { in: { S1: 'P0 M', S2: 'V' }, aliases: ['Nm'] },
    Number: { type: Int32, in: { S1: 'P1', S2: 'P0 M' } },
    NumberList: { type: arrayOf(Int32), in: 'N' },
    Flag: { type: Switch, in: 'N' },
    On: { type: BooleanType },
    When: { type: nullable(DateType), in: 'V' },
    Wait: { type: DurationType, in: 'N' },
    Where: { type: UriType },
    Which: { type: RegexType },
    Mode: { type: enumOf(['Fast', 'Slow']), in: 'N V' },
    Any: { type: AnyType, in: { S2: 'N' } },
    Set: { type: setOf(String) },
    Rest: { type: arrayOf(AnyType), in: 'R' },
  },
  { defaultParameterSetName: 'S1' },
);

const anyValue = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withBoxedValues: true,
  }),
  fc.constantFrom(() => 1, Symbol('s'), new Error('e'), class {}),
);
const anyName = fc.constantFrom(
  'Name',
  'nm',
  'n',
  'Number',
  'numberl',
  'flag',
  'on',
  'when',
  'mode',
  'any',
  'rest',
  'zzz',
  'verb',
  'ea',
  '',
);
const anyArgument: fc.Arbitrary<CommandArgument> = fc.oneof(
  anyName.map((name) => ({ name, hasValue: false })),
  fc.record({ name: anyName, value: anyValue, hasValue: fc.constant(true), splatted: fc.boolean() }),
  anyValue.map((value) => ({ value, hasValue: true })),
);

describe('Binding arbitrary calls', () => {
  it('throws nothing but binding exceptions, and its records fail with nothing else', () => {
    const calls = fc.record({
      words: fc.array(anyArgument, { maxLength: 5 }),
      records: fc.array(anyValue, { maxLength: 4 }),
      input: fc.boolean(),
    });
    fc.assert(
      fc.property(calls, ({ words, records, input }) => {
        const cmdlet = {};
        try {
          const binding = CommandBinding.begin({
            command,
            arguments: words,
            expectingInput: input,
            receiver: () => cmdlet,
            canPrompt: false,
          });
          for (const record of input ? records : []) {
            const failure = binding.bindRecord(record);
            if (failure !== undefined) expect(failure.exception).toBeInstanceOf(ParameterBindingException);
          }
        } catch (error) {
          if (!(error instanceof ParameterBindingException)) throw error;
          expect(error.message).not.toBe('');
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('Named arguments', () => {
  const optional = declareCommand({ A: {}, B: { type: Int32 }, C: { type: Switch }, D: { type: arrayOf(String) } });
  const values = fc.record(
    { A: fc.string(), B: fc.integer({ min: -100, max: 100 }), C: fc.boolean(), D: fc.array(fc.string()) },
    { requiredKeys: [] },
  );

  it('give the same result in any order', () => {
    fc.assert(
      fc.property(
        values.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(Object.entries(given), { minLength: Object.keys(given).length }),
          ),
        ),
        ([given, shuffled]) => {
          const cmdlet = {};
          const binding = CommandBinding.begin({
            command: optional,
            arguments: shuffled.map(([name, value]) => ({ name, value, hasValue: true })),
            expectingInput: false,
            receiver: () => cmdlet,
            canPrompt: false,
          });
          expect(binding.boundParameters).toEqual({ ...given });
        },
      ),
    );
  });
});

describe('A full name', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{0,6}$/);

  it('always wins, whatever other names begin with it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 8, selector: (name) => name.toLowerCase() }),
        fc.nat(),
        (names, which) => {
          const clashing = new Set([
            'debug',
            'verbose',
            'ea',
            'vb',
            'db',
            'ev',
            'wa',
            'wv',
            'ov',
            'ob',
            'pv',
            'iv',
            'infa',
            'proga',
          ]);
          const free = names.filter((name) => !clashing.has(name.toLowerCase()));
          fc.pre(free.length > 0);
          const wanted = free[which % free.length]!;
          const cmdlet = {};
          const binding = CommandBinding.begin({
            command: declareCommand(Object.fromEntries(free.map((name) => [name, {}]))),
            arguments: [{ name: wanted.toUpperCase(), value: 'x', hasValue: true }],
            expectingInput: false,
            receiver: () => cmdlet,
            canPrompt: false,
          });
          expect(binding.boundParameters).toEqual({ [wanted]: 'x' });
        },
      ),
    );
  });
});

describe('Records', () => {
  it('leave nothing behind: what a record binds does not depend on those before it', () => {
    const piped = declareCommand({
      Name: { in: { S1: 'V' } },
      Number: { type: Int32, in: { S2: 'V N' } },
      Tag: { in: 'N' },
    });
    const record = fc.oneof(
      fc.string(),
      fc.integer({ min: 0, max: 9 }),
      fc.record({ number: fc.nat(9), tag: fc.string() }, { requiredKeys: [] }),
      fc.constant(null),
    );
    const bind = (records: readonly unknown[]) => {
      const cmdlet: Record<string, unknown> = { name: 'i', number: -1, tag: 't' };
      const binding = CommandBinding.begin({
        command: piped,
        arguments: [],
        expectingInput: true,
        receiver: () => cmdlet,
        canPrompt: false,
      });
      const failures = records.map((one) => binding.bindRecord(one)?.errorId);
      return { failure: failures.at(-1), cmdlet: { ...cmdlet }, bound: { ...binding.boundParameters } };
    };
    fc.assert(
      fc.property(fc.array(record), record, (earlier, last) => {
        expect(bind([...earlier, last])).toEqual(bind([last]));
      }),
    );
  });
});
