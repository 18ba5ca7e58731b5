import { expect, test } from 'vitest';
import { ValidateRange } from '../../../packages/core/src/declare/decorators/validate-range.js';
import { metadataOf } from '../../../packages/core/src/declare/metadata-of.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { Switch } from '../../../packages/core/src/declare/types/simple-types.js';
import { defineCmdlet } from '../../../packages/core/src/run/define-cmdlet.js';
import { PSCmdlet } from '../../../packages/core/src/run/ps-cmdlet.js';
import { Session } from '../../../packages/core/src/session/session.js';

const GetSquare = defineCmdlet({
  verb: 'Get',
  noun: 'Square',
  aliases: ['gsq'],
  defaultParameterSetName: 'A',
  outputType: Number,
  parameters: {
    number: { type: Int32, mandatory: true, position: 0, valueFromPipeline: true, validate: [ValidateRange(0, 99)] },
    times: { type: Int32, default: 1, aliases: ['t'] },
    tags: { type: [String], default: () => [] },
    negative: { type: Switch },
    note: { type: String, parameters: [{ parameterSetName: 'A', position: 5 }, { parameterSetName: 'B' }] },
  },
  process() {
    for (let time = 0; time < this.times; time++) void this.writeObject(this.number ** 2 * (this.negative ? -1 : 1));
  },
});

test('A defined cmdlet is a class like a decorated one', () => {
  expect(GetSquare).toHaveProperty('name', 'GetSquare');
  expect(new GetSquare()).toBeInstanceOf(PSCmdlet);
  const { name, aliases, outputTypes, parameters } = metadataOf(GetSquare);
  expect({ name, aliases, outputTypes }).toEqual({
    name: 'Get-Square',
    aliases: ['gsq'],
    outputTypes: [{ names: ['double'], parameterSetNames: [] }],
  });
  expect(parameters.slice(0, 5).map((parameter) => [parameter.name, parameter.type.name, parameter.aliases])).toEqual([
    ['Number', 'int', []],
    ['Times', 'int', ['t']],
    ['Tags', 'string[]', []],
    ['Negative', 'switch', []],
    ['Note', 'string', []],
  ]);
  expect(parameters[0]?.validations).toEqual([{ kind: 'ValidateRange', min: 0, max: 99 }]);
  expect(parameters[4]?.sets.map((set) => [set.parameterSetName, set.position])).toEqual([
    ['A', 5],
    ['B', undefined],
  ]);
});

test('Its properties hold their defaults, a function is called for each instance', () => {
  const [first, second] = [new GetSquare(), new GetSquare()];
  expect(first).toMatchObject({ number: undefined, times: 1, tags: [], negative: false, note: undefined });
  expect(first.tags).not.toBe(second.tags);
});

test('Only the steps that are given exist', () => {
  expect(GetSquare.prototype.processRecord).toBeTypeOf('function');
  expect(GetSquare.prototype.beginProcessing).toBeUndefined();
});

test('A session runs it, and binds its parameters', async () => {
  const session = await Session.create();
  expect(await session.invoke(GetSquare, { number: 3, times: 2, negative: true })).toEqual([-9, -9]);
  await expect(session.invoke(GetSquare, { number: 100 })).rejects.toMatchObject({
    errorId: 'ParameterArgumentValidationError',
  });
});

test.each(['stopping', 'dispose', 'commandRuntime', 'writeObject', 'processRecord'])(
  'A parameter cannot take the place of the member "%s" that every cmdlet has',
  (property) => {
    const parameters: Record<string, { type: StringConstructor }> = { [property]: { type: String } };
    expect(() => defineCmdlet({ verb: 'Get', noun: 'Member', parameters })).toThrow(
      expect.objectContaining({ errorId: 'ReservedParameterName' }),
    );
  },
);

test('Steps and options that nobody knows are refused, which JavaScript would pass over', () => {
  const misspelled = { verb: 'Get', noun: 'Nothing', proces: () => undefined } as const;
  expect(() => defineCmdlet(misspelled)).toThrow('GetNothing: there is no option "proces".');
  const parameters = { count: { type: Int32, default: 1, validateRange: [1, 9] } };
  expect(() => defineCmdlet({ verb: 'Get', noun: 'Nothing', parameters: parameters as never })).toThrow(
    'GetNothing.count: there is no option "validateRange".',
  );
});

test('Declaration errors are thrown at once', () => {
  expect(() =>
    defineCmdlet({
      verb: 'Get',
      noun: 'Backwards',
      parameters: { a: { type: Int32, validate: [ValidateRange(5, 1)] } },
    }),
  ).toThrow(
    expect.objectContaining({
      errorId: 'MaxRangeSmallerThanMinRange',
      message: expect.stringContaining('GetBackwards.a') as string,
    }),
  );
});
