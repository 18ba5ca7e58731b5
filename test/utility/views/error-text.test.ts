import { ErrorRecord } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { errorLines, positionLines } from '../../../packages/utility/src/views/error-text.js';

function record(facts: { message?: string; category?: ErrorRecord['categoryInfo']['category'] } = {}): ErrorRecord {
  return new ErrorRecord(new Error(facts.message ?? 'it failed'), 'Id', facts.category ?? 'InvalidData', 't');
}

describe('an error in short', () => {
  it('names the command, else the category, else the reason', () => {
    const named = record();
    named.categoryInfo.activity = 'Get-Thing';
    expect(errorLines(named)).toEqual(['Get-Thing: it failed']);
    expect(errorLines(record())).toEqual(['InvalidData: it failed']);
    expect(errorLines(record({ category: 'NotSpecified' }))).toEqual(['Error: it failed']);
  });

  it('shows the line of a script file with marks below', () => {
    const error = record({ message: 'one\ntwo' });
    error.position = { file: 's.ps1', line: 7, column: 3, lineText: '  throw 1', length: 7 };
    expect(errorLines(error)).toEqual([
      'InvalidData: s.ps1:7',
      'Line |',
      '   7 |    throw 1',
      '     |    ~~~~~~~',
      '     | one',
      '     | two',
      '',
    ]);
  });

  it('does without the position of what was typed', () => {
    const error = record();
    error.position = { file: undefined, line: 1, column: 1, lineText: 'x' };
    expect(errorLines(error)).toEqual(['InvalidData: it failed']);
  });

  it('says what may be done about it', () => {
    const error = record();
    error.errorDetails = { message: 'better', recommendedAction: 'try again' };
    expect(errorLines(error)).toEqual(['InvalidData: better', '  Recommendation: try again']);
  });
});

it('an error in full has category and id, and its category line alone is another view', () => {
  expect(errorLines(record(), 'NormalView')).toEqual([
    'it failed',
    '+ CategoryInfo          : InvalidData: (t:String) [], Error',
    '+ FullyQualifiedErrorId : Id',
  ]);
  expect(errorLines(record(), 'CategoryView')).toEqual(['InvalidData: (t:String) [], Error']);
});

describe('the place of an error', () => {
  it('has tabs as four blanks', () => {
    const lines = positionLines({ file: undefined, line: 1, column: 2, lineText: '\tx', length: 1 });
    expect(lines).toEqual(['At line:1 char:2', '+     x', '+     ~']);
  });

  it.each([
    ['at the beginning', 1, '+ ax', ' …'],
    ['at the end', 200, '+ … ', 'b'],
    ['in the middle', 100, '+ … ', ' …'],
  ])('is shown with its surroundings where the line is long: %s', (_where, column, head, tail) => {
    const lineText = `a${'x'.repeat(198)}b`;
    const [, code = '', marks = ''] = positionLines({ file: 'f', line: 1, column, lineText, length: 1 });
    expect(code.startsWith(head)).toBe(true);
    expect(code.endsWith(tail)).toBe(true);
    expect(code.charAt(marks.indexOf('~'))).toBe(lineText.charAt(column - 1));
    expect(code.length).toBeLessThanOrEqual(75);
  });
});
