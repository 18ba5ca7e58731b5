import { definePack, type PipelineResult, Session } from '@cmdlet/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { ForEachObject } from '../../../packages/utility/src/for-each-object/for-each-object.js';

const pack = definePack({ name: 'utility', cmdlets: [ForEachObject] });

async function forEach(input: readonly unknown[], parameters: object): Promise<PipelineResult<unknown>> {
  await using session = await Session.create({ packs: [pack] });
  return await session
    .from(input)
    .pipe('ForEach-Object', { ...parameters })
    .run();
}

function idsOf({ errors, failure }: PipelineResult<unknown>): string[] {
  return [...errors, ...(failure === undefined ? [] : [failure])].map(
    ({ fullyQualifiedErrorId, categoryInfo }) => `${fullyQualifiedErrorId} ${categoryInfo.category}`,
  );
}

const person = { Name: 'Ann', age: 41, greet: (other: string) => `hello ${other}` };
const getter = {
  get Bad(): never {
    throw new Error('bad');
  },
};
const b = () => 'b';
const e = () => 'e';
const each = (record: unknown) => record;
const first = () => 'first';

describe('ForEach-Object with functions', () => {
  it.each([
    ['calls one with each record', [1, 2], { process: (n: number) => n * 10 }, [10, 20]],
    ['begins and ends', [1, 2], { begin: b, process: each, end: e }, ['b', 1, 2, 'e']],
    ['takes the first of two for the beginning', [1, 2], { process: [first, each] }, ['first', 1, 2]],
    ['takes the last of three for the end', [1], { process: [b, each, e] }, ['b', 1, 'e']],
    ['calls all between them with each record', [1], { process: [b, each, each, e] }, ['b', 1, 1, 'e']],
    ['leaves out what is null', [1], { process: [null, each] }, [1]],
    ['writes elements one by one', [1], { process: () => [1, [2], new Set([3])] }, [1, [2], new Set([3])]],
    [
      'writes null, and nothing for undefined',
      [1, 2],
      { process: (n: number) => (n === 1 ? null : undefined) },
      [null],
    ],
    ['waits for promises', [1, 2], { process: async (n: number) => n }, [1, 2]],
    [
      'takes what comes over time',
      [1],
      {
        process: async function* () {
          yield 1;
          yield 2;
        },
      },
      [1, 2],
    ],
    ['writes text and maps whole', [1], { process: () => 'ab' }, ['ab']],
    ['begins and ends without records', [], { begin: b, process: each, end: e }, ['b', 'e']],
  ])('%s', async (_what, input, parameters, expected) => {
    expect((await forEach(input, parameters)).output).toEqual(expected);
  });
});

describe('ForEach-Object with the name of a member', () => {
  it.each([
    ['reads a property in any case', [person], { memberName: 'NAME' }, ['Ann']],
    ['reads nothing where there is nothing', [person, { x: 1 }], { memberName: 'Name' }, ['Ann', null]],
    ['takes a wildcard for one property', [person], { memberName: 'ag*' }, [41]],
    ['gives null for null', [null], { memberName: 'Name' }, [null]],
    ['prefers an entry of a dictionary', [new Map([['Count', 'mine']])], { memberName: 'count' }, ['mine']],
    ['knows what a dictionary has', [new Map([['a', 1]])], { memberName: 'Count' }, [1]],
    ['calls a method', [person], { memberName: 'greet', argumentList: ['Bob'] }, ['hello Bob']],
    ['calls methods of texts by their usual names', ['abc'], { memberName: 'ToUpper' }, ['ABC']],
    ['calls methods of the language', ['abc'], { memberName: 'toUpperCase' }, ['ABC']],
    ['writes the elements of what a method gives', ['a-b'], { memberName: 'Split', argumentList: ['-'] }, ['a', 'b']],
    ['takes what cannot be read for nothing', [getter], { memberName: 'Bad' }, [null]],
  ])('%s', async (_what, input, parameters, expected) => {
    expect((await forEach(input, parameters)).output).toEqual(expected);
  });

  it.each([
    [
      'no such method',
      [person],
      { memberName: 'nope', argumentList: [1] },
      'MethodNotFound,utility.ForEachObject InvalidArgument',
    ],
    [
      'a method that throws',
      ['abc'],
      { memberName: 'Substring', argumentList: [10] },
      'MethodInvocationError,utility.ForEachObject InvalidOperation',
    ],
    [
      'a wildcard for several',
      [person],
      { memberName: '*a*' },
      'AmbiguousPropertyOrMethodName,utility.ForEachObject InvalidOperation',
    ],
  ])('reports %s and goes on', async (_what, input, parameters, expected) => {
    expect(idsOf(await forEach([...input, ...input], parameters))).toEqual([expected, expected]);
  });

  it('does nothing with -WhatIf', async () => {
    expect((await forEach([person], { memberName: 'Name', whatIf: true })).output).toEqual([]);
  });
});

describe('ForEach-Object -Parallel', () => {
  it('needs something that runs work in parallel', async () => {
    expect(idsOf(await forEach([1], { parallel: each }))).toEqual([
      'ParallelExecutorNotFound,utility.ForEachObject NotInstalled',
    ]);
  });

  it.each([
    [
      { parallel: each, errorAction: 'SilentlyContinue' },
      'ParallelCommonParametersNotSupported,utility.ForEachObject NotImplemented',
    ],
    [
      { parallel: each, pipelineVariable: 'p' },
      'ParallelCommonParametersNotSupported,utility.ForEachObject NotImplemented',
    ],
    [
      { parallel: each, timeoutSeconds: 5, asJob: true },
      'ParallelCannotUseTimeoutWithJob,utility.ForEachObject InvalidOperation',
    ],
    [
      { parallel: each, using: { f: each } },
      'ParallelUsingVariableCannotBeScriptBlock,utility.ForEachObject InvalidType',
    ],
    [{ parallel: each, timeoutSeconds: -1 }, 'ParameterArgumentValidationError,utility.ForEachObject InvalidData'],
    [{ process: each, throttleLimit: 2 }, 'AmbiguousParameterSet,utility.ForEachObject InvalidArgument'],
  ])('refuses %o', async (parameters, expected) => {
    expect(idsOf(await forEach([1], parameters))).toEqual([expected]);
  });
});

it('knows what comes out', async () => {
  await using session = await Session.create();
  const squares = session.from([1, 2]).pipe(ForEachObject, { process: (n: number) => `${n * n}` });
  const names = session.from([{ name: 'a' }]).pipe(ForEachObject, { memberName: 'name' });
  expectTypeOf(await squares.toArray()).toEqualTypeOf<string[]>();
  expectTypeOf(await names.toArray()).toEqualTypeOf<string[]>();
});
