import { describe, expect, it } from 'vitest';
import { convertTo } from '../../../packages/core/src/bind/convert/convert-to.js';
import type { ArgumentTransformation } from '../../../packages/core/src/declare/metadata.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { bindCall, errorOf, outcomeOf, recordsOf } from './bind-call.js';
import { declareCommand } from './declare-command.js';

const everySet = '__AllParameterSets';

function counting(transform: (argument: unknown) => unknown): ArgumentTransformation & { calls: number } {
  const transformation = {
    calls: 0,
    transform: (argument: unknown) => {
      transformation.calls++;
      return transform(argument);
    },
  };
  return transformation;
}

const append = (text: string): ArgumentTransformation => ({ transform: (argument) => `${argument}${text}` });
const toInteger = counting((argument) => convertTo(argument, Int32));

describe('Argument transformations', () => {
  it('run in the order of their declaration', () => {
    const command = declareCommand({ S: { transformations: [append('1'), append('2')] } });
    expect(outcomeOf(command, [['-S', 'x']])).toEqual({ set: everySet, bound: { S: 'x12' } });
  });

  it.each<[string, boolean, string, object[], number]>([
    ['an optional parameter', true, '', [], 1],
    ['an optional parameter that it does not ask null of', false, '', [], 0],
    ['a mandatory parameter', false, 'M', [], 1],
    ['a parameter that must not be null', false, '', [{ kind: 'ValidateNotNull' }], 1],
  ])('for null of %s (asking: %s, %s, %j) are called %d times', (_, asks, flags, rules, calls) => {
    const transformation = { ...counting(() => 'was null'), transformNullOptionalParameters: asks };
    let called = 0;
    const transform = (argument: unknown) => {
      called++;
      return transformation.transform(argument);
    };
    const command = declareCommand({
      S: { in: flags, transformations: [{ ...transformation, transform }], validations: rules as [] },
    });
    bindCall(command, [['-S', null]]);
    expect(called).toBe(calls);
  });

  it('are ParameterArgumentTransformationError where they throw, with the cause', () => {
    const cause = new RangeError('not like this');
    const failing = counting(() => {
      throw cause;
    });
    const command = declareCommand({ S: { transformations: [failing] } });
    const error = errorOf(() => bindCall(command, [['-S', 'x']]));
    expect(error).toMatchObject({ errorId: 'ParameterArgumentTransformationError', category: 'InvalidData', cause });
    expect(error.name).toBe('ParameterBindingArgumentTransformationException');
    expect(error.message).toContain('not like this');
  });

  it('mean "does not fit" where a conversion failed and the binder is only trying', () => {
    const command = declareCommand(
      { A: { type: Int32, in: { A: 'P0' }, transformations: [toInteger] }, B: { in: { B: 'P0' } } },
      { defaultParameterSetName: 'A' },
    );
    expect(outcomeOf(command, ['7'])).toEqual({ set: 'A', bound: { A: 7 } });
    expect(outcomeOf(command, ['seven'])).toEqual({ set: 'B', bound: { B: 'seven' } });
  });

  it.each([
    ['by value, where it means "does not fit"', 'V', 'InputObjectNotBound', 'x'],
    ['by property name, where it refuses the record', 'N', 'ParameterArgumentTransformationError', { a: 'x' }],
  ])('may fail to convert %s', (_, flags, errorId, record) => {
    const command = declareCommand({ A: { type: Int32, in: flags, transformations: [toInteger] } });
    expect(recordsOf(command, [record])).toEqual([errorId]);
  });

  it.each([
    [undefined, 1],
    [{ repeatedTransformations: true }, 2],
  ])('run once per argument, however often it is tried (%j: %d)', (historical, calls) => {
    const twice = counting((argument) => argument);
    const command = declareCommand({ A: { type: Int32, in: 'V', transformations: [twice] } });
    recordsOf(command, ['4'], [], historical === undefined ? {} : { historical });
    expect(twice.calls).toBe(calls);
  });

  it('see every record anew', () => {
    const double = counting((argument) => Number(argument) * 2);
    const command = declareCommand({ A: { type: Int32, in: 'V', transformations: [double] } });
    expect(recordsOf(command, [1, 1])).toEqual([
      { set: everySet, bound: { A: 2 } },
      { set: everySet, bound: { A: 2 } },
    ]);
    expect(double.calls).toBe(2);
  });
});
