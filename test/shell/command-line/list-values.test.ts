/** Which words become lists before the binder sees them. */
import { Cmdlet, type CmdletClass, Int32, metadataOf, Parameter, PSCmdlet, Switch } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { withListValues } from '../../../packages/shell/src/command-line/list-values.js';
import { wordsToArguments } from '../../../packages/shell/src/command-line/words-to-arguments.js';

@Cmdlet('Get', 'City', { defaultParameterSetName: 'Names' })
class GetCity extends PSCmdlet {
  @Parameter({ parameterSetName: 'Names', position: 0, type: [String] }) name: string[] = [];
  @Parameter({ parameterSetName: 'Title', mandatory: true, position: 0, type: String }) title = '';
  @Parameter({ position: 1, type: [Int32] }) zip: number[] = [];
  @Parameter({ position: 2, type: Object }) value: unknown;
  @Parameter({ type: Switch }) in = false;
  @Parameter({ type: Object }) inputObject: unknown;
  @Parameter({ type: [String], valueFromRemainingArguments: true }) rest: string[] = [];
}

async function given(words: readonly string[], cmdlet: CmdletClass = GetCity) {
  const list = withListValues(await wordsToArguments(words, '/'), metadataOf(cmdlet));
  return list.map(({ name, value, hasValue }) => [name ?? '', ...(hasValue ? [value] : [])]);
}

describe('a list', () => {
  it.each([
    ['ends with a comma, as where a blank stands behind it', ['-Zip', '1,', '2']],
    ['begins with a comma', ['-Zip', '1', '-Rest', ',2']],
    ['at a position ends with a comma', ['-Name', 'x', '1,', '2']],
  ])('that %s is not whole', async (_, words) => {
    await expect(given(words)).rejects.toMatchObject({ errorId: 'MissingListElement' });
  });

  it.each([
    ['behind --', ['-Name', 'x', '--', '1,']],
    ['where anything is taken', ['-InputObject', 'Hello,']],
    ['escaped', ['-Rest', String.raw`a\,`]],
  ])('may have a comma at its end %s', async (_, words) => {
    const list = await given(words);
    expect(list.at(-1)?.at(-1)).toMatch(/^[1aH][^,]*,$/u);
  });

  it.each([
    ['by name', ['-Zip', '1,2'], [['Zip', ['1', '2']]]],
    ['by the beginning of a name', ['-zi', '1,2'], [['zi', ['1', '2']]]],
    ['of one element, which stays a value', ['-Zip', '1'], [['Zip', '1']]],
    ['given twice', ['-Zip', '1', '-Zip', '2,3'], [['Zip', ['1', '2', '3']]]],
    ['with a comma in an element', ['-Rest', String.raw`a\,b,c`], [['Rest', ['a,b', 'c']]]],
    ['of one element with a comma', ['-Rest', String.raw`a\,b`], [['Rest', 'a,b']]],
    [
      'at a position behind a common parameter and its value',
      ['-ErrorAction', 'Stop', '-Name', 'x', '1,2'],
      [
        ['ErrorAction', 'Stop'],
        ['Name', 'x'],
        ['', ['1', '2']],
      ],
    ],
    [
      'at the position that a name leaves',
      ['1,2', '-Name', 'a,b'],
      [
        ['', ['1', '2']],
        ['Name', ['a', 'b']],
      ],
    ],
    ['behind a switch, which takes no word', ['-In', '-Name', 'a', '1,2'], [['In'], ['Name', 'a'], ['', ['1', '2']]]],
    [
      'of anything, where no blank stands behind a comma',
      ['-Name', 'a', '1', 'x,y'],
      [
        ['Name', 'a'],
        ['', '1'],
        ['', ['x', 'y']],
      ],
    ],
  ])('%s', async (_, words, expected) => {
    expect(await given(words)).toEqual(expected);
  });
});

describe('words stay as they are', () => {
  it.each([
    ['for a parameter that takes one text', ['-Title', 'a,b'], [['Title', 'a,b']]],
    ['where a text and a list are possible', ['a,b'], [['', 'a,b']]],
    ['for a parameter of anything with a sentence', ['-InputObject', 'Smith, John'], [['InputObject', 'Smith, John']]],
    [
      'behind --',
      ['-Name', 'a', '--', '1,2', '$true', '-x'],
      [
        ['Name', 'a'],
        ['', '1,2'],
        ['', '$true'],
        ['', '-x'],
      ],
    ],
    ['behind a name that nobody knows', ['-Dynamic', 'a,b'], [['Dynamic'], ['', 'a,b']]],
    ['where a name is ambiguous', ['-i', 'a,b'], [['i'], ['', 'a,b']]],
    [
      'beyond the positions',
      ['-Name', 'n', '1', '2', 'Hello, you'],
      [
        ['Name', 'n'],
        ['', '1'],
        ['', '2'],
        ['', 'Hello, you'],
      ],
    ],
    ['where a value is missing', ['-Zip', '-In'], [['Zip'], ['In']]],
    ['at the end', ['-Zip'], [['Zip']]],
  ])('%s', async (_, words, expected) => {
    expect(await given(words)).toEqual(expected);
  });
});

it('a set that a name has chosen decides about the positions', async () => {
  @Cmdlet('Get', 'Place')
  class GetPlace extends PSCmdlet {
    @Parameter({ parameterSetName: 'One', position: 0, type: String }) one = '';
    @Parameter({ parameterSetName: 'Many', position: 0, type: [String] }) many: string[] = [];
    @Parameter({ parameterSetName: 'Many', mandatory: true, type: Switch }) all = false;
  }
  expect(await given(['-All', 'a,b'], GetPlace)).toEqual([['All'], ['', ['a', 'b']]]);
});
