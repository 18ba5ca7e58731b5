/**
 * Those arguments of this program's Node that say how modules are found and loaded: a job's imports are to work as they do
 * here. Others, like an inspector's port, are this program's own.
 */
export function loaderArguments(given: readonly string[] = process.execArgv): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < given.length; index++) {
    const argument = given[index] as string;
    const name = argument.split('=', 1)[0] as string;
    if (LOADING.has(argument)) kept.push(argument, given[++index] ?? '');
    else if (LOADING.has(name) || SWITCHES.has(argument)) kept.push(argument);
  }
  return kept;
}

const LOADING = new Set(['--import', '--require', '-r', '--loader', '--experimental-loader', '--conditions', '-C']);
const SWITCHES = new Set([
  '--preserve-symlinks',
  '--experimental-strip-types',
  '--experimental-transform-types',
  '--experimental-wasm-modules',
  '--enable-source-maps',
]);
