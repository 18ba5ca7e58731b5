import { PIPE_WORD } from '../command-line/parse-command-line.js';
import { isShellOption, type ShellOptionName, shellOptionKinds } from '../command-line/shell-options.js';

/** One command of a call, as far as it concerns the word at the cursor. */
export interface Stage {
  /** Words in front of the cursor, without options of the shell; the command first. */
  readonly before: readonly string[];
  readonly word: string;
  /** Words behind it. */
  readonly after: readonly string[];
  /** Whether `--` stands in front, so that the word is a value. */
  readonly isLiteral: boolean;
  readonly isFirst: boolean;
  /** The word right in front of the cursor, an option of the shell or not. */
  readonly previous: string | undefined;
}

/** The command that the cursor stands in. */
export function stageAt(words: readonly string[], cursor: number): Stage {
  let before: string[] = [];
  let isFirst = true;
  let isLiteral = false;
  for (let index = 0; index < cursor; index++) {
    const word = words[index] ?? '';
    if (word === PIPE_WORD) {
      before = [];
      isFirst = false;
      isLiteral = false;
    } else if (!isLiteral && optionNameOf(word) !== undefined) {
      if (!word.includes('=') && takesValue(word) && index + 1 < cursor) index++;
    } else {
      if (word === '--') isLiteral = true;
      before.push(word);
    }
  }
  const after = words.slice(cursor + 1);
  const end = after.indexOf(PIPE_WORD);
  return {
    before,
    word: words[cursor] ?? '',
    after: end < 0 ? after : after.slice(0, end),
    isLiteral,
    isFirst,
    previous: words[cursor - 1],
  };
}

function optionNameOf(word: string): ShellOptionName | undefined {
  if (!word.startsWith('--')) return undefined;
  const name = word.slice(2).split('=', 1)[0] ?? '';
  return isShellOption(name) ? name : undefined;
}

function takesValue(word: string): boolean {
  const name = optionNameOf(word);
  return name !== undefined && shellOptionKinds[name] !== 'none';
}

interface OptionBeingTyped {
  readonly name: ShellOptionName;
  /** What stands in front of the value in the same word. */
  readonly prefix: string;
}

/** The option whose value is typed: `--output js` or `--output=js`. */
export function optionBefore({ word, previous }: Stage): OptionBeingTyped | undefined {
  const equals = word.indexOf('=');
  const own = equals < 0 ? undefined : optionNameOf(word);
  if (own !== undefined) return { name: own, prefix: word.slice(0, equals + 1) };
  if (previous === undefined || previous.includes('=') || !takesValue(previous)) return undefined;
  const name = optionNameOf(previous);
  return name === undefined ? undefined : { name, prefix: '' };
}
