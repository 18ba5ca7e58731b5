import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { BUILD_FOLDER, namesOfClassesOnly, packageOptions } from '../tsup.base.js';
import { builtInIndexes } from './built-in-index.config.js';
import { codeOfPart } from './part-code.config.js';
import { entriesOfParts, entryOfHelp, entryOfRxjs, sources } from './parts.config.js';

const require = createRequire(import.meta.url);
const { buildChild } = require('../jobs/build-child.cjs') as { buildChild: (folder: string) => string };

const PARTS = join(BUILD_FOLDER, 'parts');

const MINIFIED = {
  target: 'node20',
  platform: 'node',
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'ascii',
  legalComments: 'none',
} as const;

type Plugin = NonNullable<Options['plugins']>[number];

/** A part is the text of a function, which has the place of Node's own wrapper. */
const asFunction: Plugin = {
  name: 'as-function',
  renderChunk: async (bundled) => {
    // What stood around what was taken away goes too.
    const { code: minified } = await transform(codeOfPart(bundled), { ...MINIFIED, format: 'cjs' });
    return { code: `(function(exports,require,module,__filename){"use strict";${minified}\n})` };
  },
};

/** The part that comes first holds what loads the others: see `src/start/part-loader.ts`. */
const withLoader: Plugin = {
  name: 'with-loader',
  renderChunk: async (part) => {
    const { outputFiles } = await build({
      entryPoints: ['src/start/part-loader.ts'],
      bundle: true,
      write: false,
      format: 'cjs',
      ...MINIFIED,
    });
    const loader = outputFiles.map(({ text }) => text).join('');
    return {
      code: `(function(start){"use strict";const module={exports:{}},{require}=start;${loader};module.exports.begin(start,${part})})`,
    };
  },
};

/**
 * What it begins with tells a part from every other: the engine itself compares no more than lengths when it is given
 * compiled code.
 */
const withHash: Plugin = {
  name: 'with-hash',
  renderChunk: (code) => ({ code: `/*${createHash('sha256').update(code).digest('hex').slice(0, 16)}*/${code}` }),
};

/** CommonJS has no `import.meta`; few calls ask for it. */
const ownUrl: Options = {
  define: { 'import.meta.url': '__importMeta.url' },
  banner: { js: 'const __importMeta={get url(){return require("node:url").pathToFileURL(__filename).href}};' },
};

/**
 * The command is made of parts, each of them one file with all it needs: `shell` holds what every call runs, the others
 * are loaded when something of them is used. Nothing of node_modules is read at start.
 */
export default defineConfig(async () => {
  const entries = await entriesOfParts();
  return [
    // What two files share would be in a third one, which has the helper for names of classes under another name.
    { ...packageOptions({ index: 'src/index.ts', build: 'src/build.ts' }), splitting: false },
    ...Array.from(entries, ([part, code]) => ({
      ...partOptions(part, writeEntry(part, code)),
      ...ownUrl,
      tsconfig: 'tsconfig.parts.json',
      keepNames: true,
    })),
    partOptions('yaml', 'src/start/yaml-part.ts'),
    partOptions('help', writeEntry('help', entryOfHelp())),
    partOptions('rxjs', writeEntry('rxjs', entryOfRxjs())),
    {
      ...partOptions('utility', '../utility/src/index.ts'),
      onSuccess: writeBuiltInIndexes,
    },
    {
      ...partOptions('jobs', '../jobs/src/index.ts'),
      ...ownUrl,
      onSuccess: async () => {
        // Jobs look for it beside themselves.
        buildChild(PARTS);
      },
    },
  ];
});

function partOptions(part: string, entry: string): Options {
  return {
    entry: { [part]: entry },
    outDir: PARTS,
    format: ['cjs'],
    outExtension: () => ({ js: '.cjs' }),
    target: 'node20',
    platform: 'node',
    tsconfig: '../tsconfig.build.json',
    noExternal: [/./],
    splitting: false,
    minifySyntax: true,
    minifyWhitespace: true,
    removeNodeProtocol: false,
    silent: true,
    esbuildPlugins: [sources(part)],
    plugins: [namesOfClassesOnly, asFunction, ...(part === 'shell' ? [withLoader] : []), withHash],
    esbuildOptions: (options) => {
      options.legalComments = 'none';
      options.charset = 'ascii';
    },
  };
}

/** The module that a part begins with, in a file, as a bundler wants it. */
function writeEntry(part: string, code: string): string {
  const folder = 'node_modules/.cache/parts';
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${part}.ts`);
  writeFileSync(path, code);
  return path;
}

/** Writes the indexes of the packs that come with the command, so that look-up and help load no classes. */
async function writeBuiltInIndexes(): Promise<void> {
  const { writeIndex } = require('@cmdlet/core') as typeof import('@cmdlet/core');
  mkdirSync(PARTS, { recursive: true });
  for (const [name, index] of await builtInIndexes()) writeFileSync(join(PARTS, `${name}.json`), writeIndex(index));
}
