import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import ts from 'typescript';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { modulesOf } from './markdown-modules.js';

/*
 * Every TypeScript block of README.md and docs/ is compiled against the sources of the packages, is run, and prints what
 * the page says it prints. The blocks are written to a folder that git does not see; see markdown-modules.ts.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const output = join(root, 'test/examples/dist/docs');

const pages = ['README.md', ...filesIn('docs'), ...readdirSync(join(root, 'packages')).map(readmeOf)].filter((page) =>
  page.endsWith('.md'),
);
const modules = pages.flatMap((page) =>
  modulesOf(readFileSync(join(root, page), 'utf8')).map((module) => ({
    ...module,
    title: `${page}:${module.line}`,
    file: join(output, page.replace(/\.md$/, ''), `line-${module.line}.ts`),
  })),
);

describe('The TypeScript in README.md and docs/', () => {
  beforeAll(() => {
    rmSync(output, { recursive: true, force: true });
    for (const { file, code } of modules) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${code}\n`);
    }
  });

  afterAll(() => rmSync(output, { recursive: true, force: true }));

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is there', () => {
    expect(modules.length).toBeGreaterThan(10);
  });

  it('compiles', { timeout: 240_000 }, () => {
    expect(compile(modules.map(({ file }) => file))).toEqual([]);
  });

  // The first one loads everything that all of them import.
  it.each(modules)('$title runs and prints what the page says', { timeout: 60_000 }, async (module) => {
    const { file, output: expected } = module;
    const printed: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => void printed.push(format(...values)));
    await import(/* @vite-ignore */ file);
    if (expected !== undefined) expect(printed.join('\n')).toBe(expected);
  });
});

/** The mistakes that the compiler finds, with the settings of the repository. */
function compile(files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.parseJsonConfigFileContent({ compilerOptions: config.compilerOptions }, ts.sys, root);
  const program = ts.createProgram({ rootNames: files, options });
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || files.includes(file.fileName))
    .map(({ file, start = 0, messageText }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, '\n');
      if (file === undefined) return text;
      const { line } = file.getLineAndCharacterOfPosition(start);
      return `${dirname(relative(output, file.fileName))}.md:${line + 1} ${text}`;
    });
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).map((name) => join(folder, name));
}

function readmeOf(name: string): string {
  return name.includes('.') ? '' : join('packages', name, 'README.md');
}
