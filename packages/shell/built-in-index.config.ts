import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CommandIndex, Pack } from '@cmdlet/core';
import { build, type Plugin } from 'esbuild';
import type ts from 'typescript';
import { readConfig } from './src/build/compile.js';
import { deriveFile } from './src/build/derive/derive-file.js';
import { derivationTransformer } from './src/build/derive/transformer.js';
import { loadTypeScript } from './src/build/typescript.js';

/*
 * The packs that come with the command are loaded with each call that uses them, so their classes carry no help beyond a
 * synopsis. Their indexes do: they are made from a second build, to which is added what `cmdlet build` derives from doc
 * comments, and which is thrown away.
 */

/** The packages of these packs, with the names under which those export them. */
const PACKS = { jobs: 'jobPack', utility: 'utilityPack' } as const;

const PACKAGES = fileURLToPath(new URL('..', import.meta.url));
const OUTPUT = resolve('node_modules/.cache/built-in-index');

/** The indexes of the packs that come with the command, by the names of their packages without scope. */
export async function builtInIndexes(): Promise<ReadonlyMap<string, CommandIndex>> {
  const names = Object.keys(PACKS);
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [name, sourceOf(name)])),
    outdir: OUTPUT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    keepNames: true,
    tsconfig: '../tsconfig.build.json',
    logLevel: 'warning',
    plugins: [withHelp(names.map(sourceOf))],
  });
  const { buildIndex } = await import('@cmdlet/core');
  return new Map(
    await Promise.all(
      Object.entries(PACKS).map(async ([name, exported]) => {
        const module = (await import(pathToFileURL(`${OUTPUT}/${name}.mjs`).href)) as Record<string, Pack>;
        const pack = module[exported];
        if (pack === undefined) throw new Error(`@cmdlet/${name} exports no ${exported}.`);
        return [name, await buildIndex(pack)] as const;
      }),
    ),
  );
}

function sourceOf(name: string): string {
  return resolve(PACKAGES, name, 'src/index.ts');
}

/**
 * Adds what is derived and leaves the rest to esbuild: the compiler of TypeScript would check each file before it emits
 * it, which takes several times as long.
 */
function withHelp(entries: string[]): Plugin {
  const compiler = loadTypeScript(PACKAGES);
  const { options } = readConfig(compiler, resolve(PACKAGES, 'tsconfig.build.json'));
  const program = compiler.createProgram(entries, options);
  const checker = program.getTypeChecker();
  const printer = compiler.createPrinter();
  const print = (file: ts.SourceFile): string | undefined => {
    const derivation = deriveFile(compiler, checker, file);
    if (derivation === undefined) return undefined;
    const [wrong] = derivation.contradictions;
    if (wrong !== undefined) throw new Error(`${wrong.file}:${wrong.line}:${wrong.column}: ${wrong.text}`);
    const { transformed } = compiler.transform(file, [derivationTransformer(compiler, () => derivation)], options);
    return transformed.map((each) => printer.printFile(each)).join('');
  };
  return {
    name: 'with-help',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = program.getSourceFile(path);
        const contents = file && print(file);
        return contents === undefined ? undefined : { contents, loader: 'ts', resolveDir: dirname(path) };
      });
    },
  };
}
