import { expect, it } from 'vitest';
import { syntaxWords } from '../../../packages/shell/src/docs/syntax-words.js';

it.each([
  ['Get-Row', ['Get-Row']],
  ['Get-Row [-Name] <string> [-All]', ['Get-Row', '[-Name] <string>', '[-All]']],
  ['Get-Row -Name <string> -Path <Map[string,Object]>', ['Get-Row', '-Name <string>', '-Path <Map[string,Object]>']],
  [
    'Get-Row [[-Name] <string[]>] [-Scale {Celsius | Fahrenheit}]',
    ['Get-Row', '[[-Name] <string[]>]', '[-Scale {Celsius | Fahrenheit}]'],
  ],
  ['Get-Row -Scale {A | B} [<CommonParameters>]', ['Get-Row', '-Scale {A | B}', '[<CommonParameters>]']],
])('%j is not divided within %j', (line, words) => {
  expect(syntaxWords(line)).toEqual(words);
});
