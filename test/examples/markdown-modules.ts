/**
 * The TypeScript of a page, as modules.
 *
 * A block of ```ts begins a module; a block of ```ts continued goes on with the module of the block before. A block of
 * ```text below one of them is what the module prints.
 */
export interface MarkdownModule {
  /** Line of the page on which the module begins, from 1. */
  readonly line: number;
  /** Its code, each line where it stands on the page, so that errors point there. */
  readonly code: string;
  /** What it is to print; undefined if the page does not say. */
  readonly output: string | undefined;
}

export function modulesOf(page: string): MarkdownModule[] {
  const lines = page.split('\n');
  const modules: { line: number; code: string[]; output: string[] | undefined }[] = [];
  for (const { info, first, last } of blocksOf(lines)) {
    const content = lines.slice(first, last);
    const current = modules.at(-1);
    if (info === 'ts') {
      modules.push({ line: first + 1, code: at(first, content), output: undefined });
    } else if (info === 'ts continued' && current !== undefined) {
      current.code.push(...at(first - current.code.length, content));
    } else if (info === 'text' && current !== undefined) {
      current.output = [...(current.output ?? []), ...content];
    }
  }
  return modules.map(({ line, code, output }) => ({ line, code: code.join('\n'), output: output?.join('\n') }));
}

/** Fenced blocks: what stands behind the fence, the index of their first line, and of the line after their last. */
function* blocksOf(lines: readonly string[]): Generator<{ info: string; first: number; last: number }> {
  for (let index = 0; index < lines.length; index++) {
    const fence = /^```(.*)$/.exec(lines[index] ?? '');
    if (fence === null) continue;
    const last = lines.indexOf('```', index + 1);
    if (last < 0) throw new Error(`The block that begins on line ${index + 1} has no end.`);
    yield { info: fence[1] ?? '', first: index + 1, last };
    index = last;
  }
}

function at(emptyLines: number, content: readonly string[]): string[] {
  return [...Array.from({ length: emptyLines }, () => ''), ...content];
}
