/** A plan for a call must be nothing but faster: whatever is given, it binds what the binder alone binds. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CommandArgument } from '../../../../packages/core/src/bind/command-argument.js';
import { CommandBinding } from '../../../../packages/core/src/bind/command-binding.js';
import { CallPlan } from '../../../../packages/core/src/bind/plan/call-plan.js';
import type { CommandMetadata } from '../../../../packages/core/src/declare/metadata.js';
import { arrayOf, nullable, setOf } from '../../../../packages/core/src/declare/types/collection-types.js';
import { enumOf } from '../../../../packages/core/src/declare/types/enum-of.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import {
  AnyType,
  BooleanType,
  DateType,
  RegexType,
  Switch,
} from '../../../../packages/core/src/declare/types/simple-types.js';
import { CmdletException } from '../../../../packages/core/src/records/cmdlet-exception.js';
import { declareCommand } from '../declare-command.js';

const command = declareCommand(
  {
    Name: { in: { S1: 'M', S2: 'V' }, aliases: ['Nm'] },
    Number: { type: Int32, in: { S1: '', S2: 'N' }, validations: [{ kind: 'ValidateRange', min: 0, max: 50 }] },
    List: { type: arrayOf(Int32), in: { S1: 'N', S2: 'M N' } },
    Flag: { type: Switch, in: 'N' },
    On: { type: BooleanType },
    When: { type: nullable(DateType), in: 'V' },
    Which: { type: RegexType },
    Mode: { type: enumOf(['Fast', 'Slow']), in: 'N' },
    Any: { type: AnyType, in: { S2: 'N' } },
    Thing: { type: AnyType },
    Set: { type: setOf(String) },
    Text: { validations: [{ kind: 'ValidateSet', values: ['On', 'Off'], ignoreCase: true, canonical: true }] },
    Rest: { type: arrayOf(AnyType), in: 'R', aliases: ['Remaining'] },
  },
  { defaultParameterSetName: 'S1' },
);

/** Names as people spell them, each with a value that needs no binder. */
const fitting: Readonly<Record<string, unknown>> = {
  Name: 'n',
  nm: 'n',
  number: 7,
  Numb: 7,
  list: [1, 2],
  FLAG: true,
  on: false,
  when: new Date(0),
  which: /x/,
  mode: 'Fast',
  any: {},
  thing: [1],
  set: new Set(['a']),
  text: 'On',
  rest: [1],
  remain: [2],
  // These name no parameter, and are collected.
  x: 1,
  zzz: 'z',
  verbose: true,
  outVariable: 'x',
  ErrorAction: 'Stop',
};
const anyValue = fc.anything({ withBigInt: true, withDate: true, withSet: true, withBoxedValues: true });
const names = fc.shuffledSubarray(Object.keys(fitting), { maxLength: 4 });
const call = names.chain((given) =>
  fc.tuple(
    ...given.map((name) => {
      const special = fc.constantFrom<unknown>(
        null,
        undefined,
        '',
        [],
        '7',
        [null],
        'off',
        () => 1,
        new String('s'),
        -1,
      );
      const value = fc.oneof({ weight: 4, arbitrary: fc.constant(fitting[name]) }, special, anyValue);
      return value.map((chosen): CommandArgument => ({ name, value: chosen, hasValue: true }));
    }),
  ),
);
const records = fc.array(
  fc.oneof(fc.constantFrom<unknown>({ number: 3 }, 'text', { list: ['1'], flag: 1 }), anyValue),
  {
    maxLength: 3,
  },
);

/** Everything that can be seen of a call. */
function outcome(metadata: CommandMetadata, given: readonly CommandArgument[], input: readonly unknown[] | undefined) {
  const cmdlet: Record<string, unknown> = { number: -5, flag: 'initial' };
  const seen = (binding: CommandBinding) => ({
    set: binding.parameterSetName,
    bound: Object.entries(binding.boundParameters),
    cmdlet: { ...cmdlet },
    warnings: binding.takeWarnings(),
  });
  try {
    const expectingInput = input !== undefined;
    const request = { command: metadata, arguments: given, expectingInput, receiver: () => cmdlet, canPrompt: false };
    const binding = CommandBinding.begin(request);
    const name = binding.parameterSetName;
    const { inputParameters, ...flags } = binding.recordState;
    const taking = inputParameters.map(({ parameter, ...facts }) => ({ name: parameter.name, ...facts }));
    const ofRecords = (input ?? []).map((record) => binding.bindRecord(record)?.errorId ?? seen(binding));
    return { name, flags, taking, ofRecords, ...seen(binding) };
  } catch (error) {
    if (!(error instanceof CmdletException)) throw error;
    return { errorId: error.errorId, message: error.message, cmdlet: { ...cmdlet } };
  }
}

describe('A call that is bound by a plan', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('comes to the same as with the binder alone, whatever is given, and so do its records', () => {
    const assigned = vi.spyOn(CallPlan.prototype, 'assign');
    const property = fc.property(call, fc.option(records, { nil: undefined }), (given, input) => {
      const usual = given.map(({ name = '' }) => ({ name, value: fitting[name], hasValue: true }));
      outcome(command, usual, input);
      expect(outcome(command, given, input)).toEqual(outcome({ ...command }, given, input));
    });
    fc.assert(property, { numRuns: 400 });
    expect(assigned.mock.calls.length).toBeGreaterThan(80);
    // Many runs: on a machine that is busy they take their time.
  }, 120_000);

  it.each<[title: string, words: readonly string[]]>([
    ['stands before the others', ['x', 'name']],
    ['stands behind the others', ['name', 'x']],
    ['stands between the others', ['name', 'x', 'thing']],
    ['is one of two', ['x', 'zzz', 'name']],
  ])('gives no parameter the value of a name that is collected and %s', (_, words) => {
    const own = declareCommand({
      Name: { type: AnyType },
      Thing: { type: AnyType },
      Rest: { type: AnyType, in: 'R' },
    });
    const given = (time: string) => words.map((name) => ({ name, value: `${name} ${time}`, hasValue: true }));
    outcome(own, given('once'), undefined);
    expect(outcome(own, given('again'), undefined)).toEqual(outcome({ ...own }, given('again'), undefined));
  });

  it('binds names in other orders, by alias and by their beginnings', () => {
    const assigned = vi.spyOn(CallPlan.prototype, 'assign');
    const own = declareCommand({ Name: { aliases: ['Title'] }, Thing: { type: AnyType } });
    for (const names of [
      ['thing', 'title'],
      ['nam', '-th'],
      ['TITLE', 'Thing'],
    ]) {
      const given = names.map((name) => ({ name, value: `v of ${name}`, hasValue: true }));
      outcome(own, given, undefined);
      const planned = assigned.mock.calls.length;
      expect(outcome(own, given, undefined)).toEqual(outcome({ ...own }, given, undefined));
      expect(assigned.mock.calls.length).toBe(planned + 1);
    }
  });

  it.each<[title: string, value: unknown, planned: boolean]>([
    ['the value of its type', 7, true],
    ['a text to be converted', '7', false],
    ['a value that is refused', 70, false],
    ['null', null, false],
    ['a boxed number', Object(7), false],
    ['a function for each record', () => 7, false],
  ])('is bound by it for %s: %s', (_, value, planned) => {
    const own = { ...command };
    outcome(own, [{ name: 'number', value: 1, hasValue: true }], [{ list: [1] }]);
    const assigned = vi.spyOn(CallPlan.prototype, 'assign');
    outcome(own, [{ name: 'number', value, hasValue: true }], [{ list: [1] }]);
    expect(assigned.mock.calls.length > 0).toBe(planned);
  });

  it.each<[title: string, change: object]>([
    ['positions', { arguments: [{ value: 'n', hasValue: true }] }],
    ['splatting', { arguments: [{ name: 'name', value: 'n', hasValue: true, splatted: true }] }],
    ['default values of the user', { defaults: [{ parameter: 'Thing', value: 1 }] }],
    ['dynamic parameters', { dynamicParameters: () => undefined }],
    ['strict names', { strict: true }],
    ['historical answers', { historical: {} }],
  ])('is none with %s', (_, change) => {
    const assigned = vi.spyOn(CallPlan.prototype, 'assign');
    const own = declareCommand({ Name: { in: 'P0' }, Thing: { type: AnyType } });
    const usual = {
      arguments: [{ name: 'name', value: 'n', hasValue: true }],
      expectingInput: false,
      canPrompt: false,
    };
    for (let time = 0; time < 3; time++) {
      const cmdlet: Record<string, unknown> = {};
      CommandBinding.begin({ command: own, receiver: () => cmdlet, ...usual, ...change });
      expect(cmdlet['name']).toBe('n');
    }
    expect(assigned).not.toHaveBeenCalled();
  });

  it.each<[title: string, facts: object]>([
    ['transforms its argument', { transformations: [{ transform: (value: unknown) => value }] }],
    ['is obsolete', { obsolete: 'no more' }],
    ['wants a type name', { typeName: 'String' }],
    ['is validated by the author’s code', { validations: [{ kind: 'ValidateScript', script: () => true }] }],
  ])('is none where a parameter %s', (_, facts) => {
    const assigned = vi.spyOn(CallPlan.prototype, 'assign');
    const own = declareCommand({ Name: facts });
    for (let time = 0; time < 3; time++) outcome(own, [{ name: 'name', value: 'n', hasValue: true }], undefined);
    expect(assigned).not.toHaveBeenCalled();
  });

  it('says what a setter says that refuses the value', () => {
    const own = declareCommand({ Name: {} });
    const begin = (cmdlet: object) =>
      CommandBinding.begin({
        command: own,
        arguments: [{ name: 'name', value: 'n', hasValue: true }],
        expectingInput: false,
        receiver: () => cmdlet,
        canPrompt: false,
      });
    begin({});
    const refusing = {
      set name(_name: string) {
        throw new Error('not this one');
      },
    };
    expect(() => begin(refusing)).toThrow(expect.objectContaining({ errorId: 'ParameterBindingFailed' }));
  });

  it('is forgotten where a command is called in more ways than programs do', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`P${index}`, {}]));
    const own = declareCommand(many);
    const assigned = vi.spyOn(CallPlan.prototype, 'assign');
    const callWith = (name: string): void => {
      outcome(own, [{ name, value: 'v', hasValue: true }], undefined);
    };
    for (const name of Object.keys(many)) callWith(name);
    callWith('P0');
    expect(assigned).not.toHaveBeenCalled();
    callWith('P39');
    expect(assigned).toHaveBeenCalledOnce();
  });
});
