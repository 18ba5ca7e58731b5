import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defineConfig, type Options } from 'tsup';
import { BUILD_FOLDER, namesOfClassesOnly, packageOptions } from '../tsup.base.js';
import { builtInIndexes } from './built-in-index.config.js';
import { entriesOfParts, entryOfHelp, sources, withoutNamesThatStand } from './parts.config.js';

const require = createRequire(import.meta.url);
const { buildChild } = require('../jobs/build-child.cjs') as { buildChild: (folder: string) => string };

const PARTS = join(BUILD_FOLDER, 'parts');

/**
 * A part is read as the text of a function, which has the place of Node's own wrapper. What it begins with tells it from
 * every other: the engine itself compares no more than lengths when it is given compiled code.
 */
const asFunction: NonNullable<Options['plugins']>[number] = {
  name: 'as-function',
  renderChunk: (named) => {
    const code = withoutNamesThatStand(named);
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
    return { code: `/*${hash}*/(function(exports,require,module,__filename){"use strict";${code}\n})` };
  },
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
    bundleOptions('cmdlet', 'src/cmdlet.ts', BUILD_FOLDER),
    ...Array.from(entries, ([part, code]) => ({
      ...partOptions(part, writeEntry(part, code)),
      ...ownUrl,
      tsconfig: 'tsconfig.parts.json',
      keepNames: true,
    })),
    partOptions('yaml', 'src/start/yaml-part.ts'),
    partOptions('help', writeEntry('help', entryOfHelp())),
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
  const options = bundleOptions(part, entry, PARTS);
  return { ...options, esbuildPlugins: [sources(part)], plugins: [namesOfClassesOnly, asFunction] };
}

function bundleOptions(name: string, entry: string, outDir: string): Options {
  return {
    entry: { [name]: entry },
    outDir,
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
    plugins: [namesOfClassesOnly],
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
