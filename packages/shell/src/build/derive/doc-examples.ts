import type { CommandExample } from '@cmdlet/core';
import { helpTextOf, isFence } from './doc-comment.js';

/**
 * The example that an `@example` block shows; undefined if it is one in TypeScript, which is none of a command line.
 *
 * With fenced blocks the first is the command line, the second what it writes, the text before them the title and that
 * after them the remarks. Without, lines after a prompt (`PS> `, `> `, `$ `) are the command line, those below it what it
 * writes; with no prompt either, the last line is the command line and the one before it the title.
 */
export function exampleOf(text: string): CommandExample | undefined {
  const lines = text.split('\n');
  return lines.some(isFence) ? fencedExample(lines) : plainExample(lines);
}

function fencedExample(lines: readonly string[]): CommandExample | undefined {
  const before: string[] = [];
  const after: string[] = [];
  const blocks: string[][] = [];
  let block: string[] | undefined;
  for (const line of lines) {
    if (isFence(line)) {
      if (block === undefined) {
        if (isTypeScript(line)) return undefined;
        block = [];
        blocks.push(block);
      } else block = undefined;
    } else if (block !== undefined) block.push(line);
    else (blocks.length === 0 ? before : after).push(line);
  }
  const [code = [], output] = blocks;
  return example(before, code.map(withoutPrompt), output, after);
}

const PROMPT = /^\s*(?:PS[^>]*>|>|\$)\s+/u;

function plainExample(lines: readonly string[]): CommandExample | undefined {
  const first = lines.findIndex((line) => PROMPT.test(line));
  if (first < 0) {
    const written = lines.filter((line) => line.trim() !== '');
    const code = written.at(-1);
    return code === undefined || !isCommandLine(code)
      ? undefined
      : example(written.slice(0, -1), [code], undefined, []);
  }
  const code: string[] = [];
  let next = first;
  for (; PROMPT.test(lines[next] ?? ''); next++) code.push(withoutPrompt(lines[next] ?? ''));
  const output: string[] = [];
  for (; (lines[next] ?? '').trim() !== ''; next++) output.push(lines[next] ?? '');
  return example(lines.slice(0, first), code, output, lines.slice(next));
}

function example(
  before: readonly string[],
  code: readonly string[],
  output: readonly string[] | undefined,
  after: readonly string[],
): CommandExample {
  const title = helpTextOf(before.join('\n')).replace(CAPTION, '$1');
  const remarks = helpTextOf(after.join('\n'));
  return {
    ...(title === '' ? {} : { title: title.replaceAll('\n', ' ') }),
    code: code.join('\n').trim(),
    ...(remarks === '' ? {} : { remarks }),
    ...(output === undefined || output.length === 0 ? {} : { output: [...output] }),
  };
}

/** How documentation of JavaScript marks a title. */
const CAPTION = /^<caption>(.*)<\/caption>$/su;

function withoutPrompt(line: string): string {
  return line.replace(PROMPT, '');
}

function isTypeScript(fence: string): boolean {
  return /(?:```|~~~)\s*(?:ts|typescript|js|javascript|tsx)\b/iu.test(fence);
}

/** `Get-Thing …`, perhaps behind the program's name or a value in a pipeline. */
function isCommandLine(line: string): boolean {
  return /(?:^|\s)\p{Lu}\p{L}+-\p{L}/u.test(line);
}
