import { describe, expect, it } from 'vitest';
import { powerShellStyle } from '../../../packages/shell/src/completion/powershell-style.js';

describe('words of PowerShell', () => {
  it.each([
    ['Fast', '', 'Fast'],
    ['very fast', '', "'very fast'"],
    ["it's", '', "'it''s'"],
    ['Fast', "'", "'Fast'"],
    ['very fast', '"', '"very fast"'],
    ['a,b', '', "'a,b'"],
    ['-dash', '', "'-dash'"],
    ['$dollar', '', '$dollar'],
    ['x*y', '', 'x*y'],
  ])('%s behind %j is %s', (text, quote, expected) => {
    expect(powerShellStyle.value(text, quote)).toBe(expected);
  });

  it.each([
    ['', { text: '', quote: '' }],
    ["'", { text: '', quote: "'" }],
    ["'a b", { text: 'a b', quote: "'" }],
    ['"a b"', { text: 'a b', quote: '"' }],
    ['\u201ca', { text: 'a', quote: '"' }],
    ['a"', { text: 'a"', quote: '' }],
  ])('%j is opened as %j', (word, expected) => {
    expect(powerShellStyle.openWord(word)).toEqual(expected);
  });
});
