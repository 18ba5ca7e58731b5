import { PartLoader } from './start/part-loader.js';

/** What is done with no cmdlet: other functions are called then. */
const USES = new Set(['complete', 'help', 'list', 'build', 'new', 'docs']);

/** The command `cmdlet`. */
const [, , word = 'help'] = process.argv;
const shell = new PartLoader(USES.has(word) ? word : 'run').load('shell') as {
  readonly main: (importModule: (url: string) => Promise<unknown>) => void;
};
shell.main((url) => import(url));
