const { mkdirSync, renameSync } = require('node:fs');
const path = require('node:path');
const { buildSync } = require('esbuild');

/** How the file is built that runs on the far side of a job, for tsup and for tests of the sources. */
const options = {
  entryPoints: [path.join(__dirname, 'src/execution/child/main.ts')],
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

/** Builds it; for who runs the sources below node_modules/.cache. The path of the file. */
function buildChild(file = path.join(__dirname, '../../node_modules/.cache/cmdlet-jobs/child.cjs')) {
  mkdirSync(path.dirname(file), { recursive: true });
  // Others may load it, or build it, at the same time.
  const draft = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  buildSync({ ...options, outfile: draft });
  renameSync(draft, file);
  return file;
}

module.exports = { buildChild };
