import { describe, expect, it } from 'vitest';
import { BindableCommand } from '../../../packages/core/src/bind/bindable-command.js';
import { findParameter, withoutDash } from '../../../packages/core/src/bind/find-parameter.js';
import { ParameterBindingException } from '../../../packages/core/src/records/exceptions.js';
import { errorOf } from './bind-call.js';
import { declareCommand } from './declare-command.js';

const command = BindableCommand.of(
  declareCommand({ Value: {}, Path: {}, PassThru: {}, Computer: { aliases: ['Co'] }, Größe: {} }),
);
const loose = { strict: false, leaveCommon: false };

function found(typed: string, rules = loose): string | undefined {
  return findParameter(command, typed, rules)?.name;
}

describe('Finding a parameter by the name typed', () => {
  it.each<[string, string | undefined, string]>([
    ['v', 'Value', 'the only declared one beats common Verbose'],
    ['ve', 'Verbose', 'the only match'],
    ['co', 'Computer', 'an exact alias beats prefix matches'],
    ['ea', 'ErrorAction', 'an exact alias of a common parameter'],
    ['PATH', 'Path', 'case does not matter'],
    ['-path', 'Path', 'a leading dash is ignored'],
    ['\u2013path', 'Path', 'an en dash is a dash'],
    ['GRÖß', 'Größe', 'case does not matter in any alphabet'],
    ['GRÖSSE', undefined, 'letters are not folded into several'],
    ['paths', undefined, 'longer than any name'],
    ['', undefined, 'nothing typed names nothing'],
  ])('takes -%s for %s: %s', (typed, name) => {
    expect(found(typed)).toBe(name);
  });

  it.each([
    ['pa', 'two declared parameters', ['Path', 'PassThru']],
    [
      'p',
      'declared and common ones, and lists all of them',
      ['Path', 'PassThru', 'ProgressAction', 'PipelineVariable'],
    ],
    ['o', 'two common ones and no declared one', ['OutVariable', 'OutBuffer']],
  ])('is AmbiguousParameter for -%s, which fits %s', (typed, _, candidates) => {
    const error = errorOf(() => found(typed));
    expect(error).toBeInstanceOf(ParameterBindingException);
    expect(error).toMatchObject({ errorId: 'AmbiguousParameter', category: 'InvalidArgument', parameterName: typed });
    for (const candidate of candidates) expect(error.message).toContain(` -${candidate}`);
  });

  it('takes only full names and aliases when strict', () => {
    const strict = { strict: true, leaveCommon: false };
    expect([found('pat', strict), found('path', strict), found('CO', strict)]).toEqual([undefined, 'Path', 'Computer']);
  });

  it('leaves abbreviations that only common parameters fit for later when asked to', () => {
    const rules = { strict: false, leaveCommon: true };
    expect([found('ve', rules), found('o', rules), found('vb', rules), found('v', rules)]).toEqual([
      undefined,
      undefined,
      'Verbose',
      'Value',
    ]);
  });

  it('finds the parameter again by a spelling it has seen', () => {
    expect(command.exact('pATh')).toBe(command.exact('pATh'));
    expect(withoutDash('\u2015x')).toBe('x');
  });
});
