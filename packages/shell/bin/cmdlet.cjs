#!/usr/bin/env node
'use strict';
/*
 * The first file of the command, and the only one that Node compiles anew in every call: what it loads is compiled once and
 * kept (`src/start/code-cache.ts`). So it does no more than to begin.
 *
 * Stands here, and not in dist, so that npm finds it before anything is built.
 */
const { existsSync, readFileSync } = require('node:fs');
const { Script, constants } = require('node:vm');

const [, , word = 'help'] = process.argv;
/** What is done with no cmdlet calls other functions, and has a file of its own for what is kept. */
const use = ['complete', 'help', 'list', 'build', 'new', 'docs'].includes(word) ? word : 'run';

const folder = __dirname.slice(0, -'bin'.length);
const installedAt = folder.lastIndexOf('node_modules');
/** Where build tools keep such files; the folder of the package where it is no installed one. */
const cache = `${folder.slice(0, installedAt < 0 ? undefined : installedAt)}node_modules/.cache/cmdlet/`;

/** Reads one part of the command, a file that holds a function, with what was kept of it: see `src/start/part.ts`. */
function compile(name) {
  const file = `${folder}dist/parts/${name}.cjs`;
  // ASCII, which Latin-1 reads fastest. It begins with a comment that holds its hash.
  const source = readFileSync(file, 'latin1');
  const hash = source.slice('/*'.length, source.indexOf('*/'));
  const cacheFile = `${cache}${name}-${use}-${process.version}-${process.arch}-${hash}`;
  let kept;
  try {
    kept = readFileSync(cacheFile);
  } catch {
    // The first call.
  }
  const script = new Script(source, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    // Behind the number of calls that have added to it, in as many bytes as keep the rest aligned.
    cachedData: kept?.subarray(8),
  });
  return { file, script, kept, cacheFile };
}

try {
  const shell = compile('shell');
  shell.script.runInThisContext()({ shell, compile, module, require, importModule: (url) => import(url) });
} catch (error) {
  if (existsSync(`${folder}dist/parts`)) throw error;
  process.stderr.write(
    `error: The command is not built: there is no ${folder}dist. Run \`npm run build\` where it is from.\n`,
  );
  process.exitCode = 1;
}
