const { mkdirSync, renameSync } = require('node:fs');
const path = require('node:path');
const { buildSync } = require('esbuild');

/** How the files are built that run on the far side of a job, for tsup and for tests of the sources. */
const options = {
  // From the sources, so that only what is used of the core is taken along.
  alias: { '@cmdlet/core': path.join(__dirname, '../core/src/index.ts') },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['rxjs', 'typedi', 'reflect-metadata'],
  legalComments: 'none',
  minifySyntax: true,
  minifyWhitespace: true,
  tsconfig: path.join(__dirname, '../tsconfig.build.json'),
  logLevel: 'error',
};

/** The name of each file, and what it is built from. */
const entries = { 'child.cjs': 'main.ts', 'thread.cjs': 'thread-main.ts' };

/** Builds them; for who runs the sources below node_modules/.cache. The folder of the files. */
function buildChild(folder = path.join(__dirname, '../../node_modules/.cache/cmdlet-jobs')) {
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(entries)) {
    const file = path.join(folder, name);
    // Others may load it, or build it, at the same time.
    const draft = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
    buildSync({ ...options, entryPoints: [path.join(__dirname, 'src/execution/child', source)], outfile: draft });
    renameSync(draft, file);
  }
  return folder;
}

module.exports = { buildChild };
