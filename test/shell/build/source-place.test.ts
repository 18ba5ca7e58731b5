/** Where in a pack an error was thrown. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeInPack } from '../../../packages/shell/src/build/source-place.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'source-place-')));
const source = join(folder, 'src/a.ts');
beforeAll(() => {
  mkdirSync(join(folder, 'dist'));
  const text = "type A = string;\n\nexport function a(): never {\n  throw new Error('no');\n}\n";
  const { outputText, sourceMapText = '' } = ts.transpileModule(text, {
    fileName: '../src/a.ts',
    compilerOptions: { sourceMap: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  writeFileSync(join(folder, 'dist/a.js'), outputText);
  writeFileSync(join(folder, 'dist/a.js.map'), sourceMapText.replace('"a.ts"', '"../src/a.ts"'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the place of an error', () => {
  const built = join(folder, 'dist/a.js');
  const plain = join(folder, 'dist/b.js');
  it.each([
    ['a module', `at a (${pathToFileURL(built).href}:2:11)`, { file: source, line: 4, column: 9 }],
    [
      'a module that was loaded again',
      `at ${pathToFileURL(built).href}?build=7:2:11`,
      { file: source, line: 4, column: 9 },
    ],
    ['a file of CommonJS', `at Object.a (${built}:2:11)`, { file: source, line: 4, column: 9 }],
    ['a file without a map', `at async a (${plain}:3:4)`, { file: plain, line: 3, column: 4 }],
    [
      'the first of the pack',
      `at b (${join(folder, 'node_modules/lib/index.js')}:1:1)\n    at node:internal/x:1:1\n    at ${plain}:3:4`,
      { file: plain, line: 3, column: 4 },
    ],
    ['none of the pack', `at b (${join(tmpdir(), 'other.js')}:1:1)`, undefined],
  ])('%s', (_what, frame, place) => {
    expect(placeInPack(`Error: no (really)\n    ${frame}`, folder)).toEqual(place);
  });
});
