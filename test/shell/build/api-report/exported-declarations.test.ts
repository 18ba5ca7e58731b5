import ts from 'typescript';
import { expect, it } from 'vitest';
import { exportedDeclarations } from '../../../../packages/shell/src/build/api-report/exported-declarations.js';

/** What files of declarations export; the first is the entry. */
async function declarations(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const [entry = ''] = Object.keys(files);
  const all = await exportedDeclarations(ts, `/pack/${entry}`, async (path) => files[path.replace('/pack/', '')]);
  return all.map((text) => text.replaceAll(/\s+/g, ' '));
}

it('follows names through files, and sorts them', async () => {
  const found = await declarations({
    'index.d.ts': `import { Two } from './two.js';
export { Two, Two as Second };
export * from './all.js';
export { three as default } from './nested/three.js';
export declare const one: number;`,
    'two.d.ts': 'export declare class Two {}',
    'all.d.ts': "export * from './index.js'; export interface Four { a: string } export interface Four { b: string }",
    'nested/three.d.ts':
      'export declare function three(a: string): void; export declare function three(a: number): void;',
  });
  expect(found).toEqual([
    'interface Four { a: string; } interface Four { b: string; }',
    'class Two { } export { Two as Second };',
    'class Two { }',
    'function three(a: string): void; function three(a: number): void; export { three as default };',
    'const one: number;',
  ]);
});

it('shows no comments, and nothing private', async () => {
  const found = await declarations({
    'index.d.ts': `/** A class. */
export declare abstract class Row<T> extends Base {
    #private;
    private secret;
    protected own: T;
    /** Its name. */
    readonly name: string;
    private static make;
    constructor(name: string);
}
declare class Base {}`,
  });
  expect(found).toEqual([
    'abstract class Row<T> extends Base { protected own: T; readonly name: string; constructor(name: string); }',
    '// Used by them, and not exported:',
    'class Base { }',
  ]);
});

it('shows types that exports use, wherever they are, and no others', async () => {
  const found = await declarations({
    'index.d.ts': `import type { Shape } from './shape.js';
export interface Box { shape: Shape; size: Size }
export type Size = number;
type Unused = string;`,
    'shape.d.ts': 'type Corner = [number, number]; export type Shape = Corner[]; export type Other = string;',
  });
  expect(found).toEqual([
    'interface Box { shape: Shape; size: Size; }',
    'type Size = number;',
    '// Used by them, and not exported:',
    'type Corner = [ number, number ];',
    'type Shape = Corner[];',
  ]);
});

it('sorts the members of unions, which the compiler writes in any order', async () => {
  const all = ["'b' | undefined | ('d' | 'c')[] | 'a'", "('c' | 'd')[] | 'a' | 'b' | undefined"].map((union) =>
    declarations({ 'index.d.ts': `export declare const pack: Pack<${union}>;` }),
  );
  expect(await Promise.all(all)).toEqual([
    ["const pack: Pack<'a' | 'b' | ('c' | 'd')[] | undefined>;"],
    ["const pack: Pack<'a' | 'b' | ('c' | 'd')[] | undefined>;"],
  ]);
});

it('names what comes from other packages', async () => {
  const found = await declarations({
    'index.d.ts': `export { Session, Job as Work } from '@cmdlet/core';
import { Pack } from '@cmdlet/core';
export { Pack };
export * from 'rxjs';
export declare const pack: Pack;`,
  });
  expect(found).toEqual([
    "export * from 'rxjs';",
    "export { Pack } from '@cmdlet/core';",
    "export { Session } from '@cmdlet/core';",
    "export { Job as Work } from '@cmdlet/core';",
    'const pack: Pack;',
  ]);
});

it('finds nothing where there are no declarations', async () => {
  expect(await declarations({})).toEqual([]);
  expect(await declarations({ 'index.d.ts': "export * from './gone.js'; export { a } from './gone.js';" })).toEqual([
    "export { a } from './gone.js';",
  ]);
});
