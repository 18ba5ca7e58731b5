import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Options } from 'tsup';

/**
 * Where a package is built: beside `dist`, so that others can use what was built before. As deep as that, since source maps
 * name the sources from there. When all went well the files take their places, each at once, and what is no longer built
 * goes.
 */
export const BUILD_FOLDER = `.dist-${process.pid}`;
for (const name of readdirSync('.')) if (isAbandoned(name)) rmSync(name, { recursive: true });
process.once('exit', (code) => {
  if (!existsSync(BUILD_FOLDER)) return;
  if (code === 0) putInPlace();
  rmSync(BUILD_FOLDER, { recursive: true });
});

/** The folder of a build that was killed. */
function isAbandoned(name: string): boolean {
  const id = /^\.dist-(\d+)$/.exec(name)?.[1];
  if (id === undefined) return false;
  try {
    return !process.kill(Number(id), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function putInPlace(): void {
  const built = filesBelow(BUILD_FOLDER);
  for (const path of built) {
    const place = join('dist', path);
    mkdirSync(dirname(place), { recursive: true });
    renameSync(join(BUILD_FOLDER, path), place);
  }
  for (const path of filesBelow('dist')) if (!built.includes(path)) rmSync(join('dist', path));
}

/** Paths of files from a folder. */
function filesBelow(folder: string, below = ''): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

/** How every package is built: ESM, CJS and types; dependencies stay imports, so rxjs is one instance per process. */
export function packageOptions(entry: Record<string, string> = { index: 'src/index.ts' }): Options {
  return {
    entry,
    outDir: BUILD_FOLDER,
    format: ['esm', 'cjs'],
    target: 'node20',
    platform: 'node',
    tsconfig: '../tsconfig.build.json',
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    skipNodeModulesBundle: true,
    sourcemap: true,
    clean: true,
    silent: true,
    plugins: [namesOfClassesOnly],
  };
}

/**
 * Writes what Node imports, `node.js`: the names of the CommonJS build, which `require` gets too. So a process has one copy
 * of the package, whoever asks for it in whatever way, and the command lends its own to packs of both kinds. Bundlers take
 * the ESM build, of which they leave out what is not used.
 *
 * `import` of a CommonJS file would do the same, but Node reads every character of one to find its names.
 */
export function writeNodeEntry(folder = BUILD_FOLDER): void {
  const { name } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly name: string };
  // esbuild lists them for Node.
  const listed = /^0 && \(module\.exports = \{([^}]*)\}\);$/m.exec(
    readFileSync(join(folder, 'index.cjs'), 'utf8'),
  )?.[1];
  const names = listed?.match(/[\w$]+/g);
  if (!names) throw new Error(`${folder}/index.cjs lists no exports.`);
  writeFileSync(
    join(folder, 'node.js'),
    [
      "import { createRequire } from 'node:module';",
      `export const {\n  ${names.join(',\n  ')},\n} = createRequire(import.meta.url)('${name}');\n`,
    ].join('\n'),
  );
}

/**
 * tsup's decorator metadata (swc) switches esbuild's `keepNames` on: every function is then renamed by defineProperty each
 * time it is created, 0.8 µs per closure. Classes need it (`City` would be called `City2`), functions do not.
 */
export const namesOfClassesOnly: NonNullable<Options['plugins']>[number] = {
  name: 'names-of-classes-only',
  renderChunk: (code) => ({
    code: code
      .replace(nameHelper, 'var __className = $1; var __name = (target) => target;')
      .replaceAll(nameOfClass, '__className(this,'),
  }),
};

/** As esbuild writes it, with spaces and without. */
const nameHelper = /var __name ?= ?(\(target, ?\w+\) ?=> ?__defProp\(target, ?"name", ?\{[^}]*\}\));/;
const nameOfClass = /(?<![\w$])__name\(this,/g;
