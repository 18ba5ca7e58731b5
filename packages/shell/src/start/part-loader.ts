import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, Script } from 'node:vm';
import { CodeCache } from './code-cache.js';

/** What the parts of the command are called in the code of others. */
const PARTS: Readonly<Record<string, string>> = {
  '@cmdlet/jobs': 'jobs',
  '@cmdlet/utility': 'utility',
  '@cmdlet/utility/help': 'help',
  yaml: 'yaml',
};

type Exports = Readonly<Record<string, unknown>>;
type PartFunction = (exports: object, require: (name: string) => unknown, module: object, file: string) => void;

/** The parts of the command: files beside this one, each loaded when something of it is used. */
export class PartLoader {
  readonly #use: string;
  readonly #loaded = new Map<string, Exports>();
  /** What was asked for before, by name: many modules ask for the same. */
  readonly #given = new Map<string, unknown>();

  /** @param use what the process is for; each use has a code cache of its own, with the functions that it calls */
  constructor(use: string) {
    this.#use = use;
  }

  /** What a part exports. */
  load(part: string): Exports {
    const known = this.#loaded.get(part);
    if (known !== undefined) return known;
    const module = { exports: {} };
    this.#loaded.set(part, module.exports);
    const file = join(__dirname, 'parts', `${part}.cjs`);
    compile(file, `${part}-${this.#use}`)(module.exports, (name) => this.#require(name), module, file);
    this.#loaded.set(part, module.exports);
    return module.exports;
  }

  /** A module that a part lends to others. */
  #module(part: string, module: string): Exports {
    const { modules } = this.load(part) as { readonly modules: Readonly<Record<string, () => Exports>> };
    return modules[module]?.() ?? {};
  }

  /**
   * `require` of a part: other parts and Node's own modules, both loaded when something of them is used. The build writes
   * `now:` in front of what is not to wait.
   */
  #require(name: string): unknown {
    let given = this.#given.get(name);
    if (given === undefined) {
      given = this.#find(name);
      // While parts load each other, what they have may still be replaced.
      if (!name.startsWith(NOW)) this.#given.set(name, given);
    }
    return given;
  }

  #find(name: string): unknown {
    if (name.startsWith(LENT)) {
      const end = name.indexOf(':', LENT.length);
      return later(() => this.#module(name.slice(LENT.length, end), name.slice(end + 1)));
    }
    const isWanted = name.startsWith(NOW);
    const wanted = isWanted ? name.slice(NOW.length) : name;
    if (wanted === '@cmdlet/core') return (this.load('shell')['coreExports'] as () => Exports)();
    const part = PARTS[wanted];
    const load = part === undefined ? () => requireBuiltIn(wanted) : () => this.load(part);
    return isWanted || AT_HAND.has(name) ? load() : later(load);
  }
}

/** The class of this module is what `node:module` exports; the module of that name has to be loaded first. */
function requireBuiltIn(name: string): Exports {
  return (
    name === 'node:module' && 'createRequire' in module.constructor ? module.constructor : require(name)
  ) as Exports;
}

/** In front of what is not to wait. */
const NOW = 'now:';
/** In front of the part and the path of a module. */
const LENT = 'part:';

/** Modules that Node has loaded itself by the time a program begins. */
const AT_HAND = new Set(['node:events', 'node:fs', 'node:module', 'node:path', 'node:url', 'node:vm']);

/** Stands for a module until something of it is read; then it has all that the module exports. */
function later(load: () => Exports): object {
  return Object.create(new Proxy(load, LOADING)) as object;
}

/** There are a hundred such modules at start: they share what they can. */
const LOADING: ProxyHandler<() => Exports> = {
  get(load, key, exports: object) {
    const loaded: Readonly<Record<string | symbol, unknown>> = load();
    if (Object.getPrototypeOf(exports) !== null) {
      Object.setPrototypeOf(exports, null);
      Object.assign(exports, loaded);
    }
    return loaded[key];
  },
};

function compile(file: string, name: string): PartFunction {
  // The text of a function, in ASCII, which Latin-1 reads fastest. It begins with a comment that holds its hash.
  const source = readFileSync(file, 'latin1');
  const hash = source.slice('/*'.length, source.indexOf('*/'));
  const cache = new CodeCache(cacheFolder(), `${name}-${process.version}-${process.arch}`, hash);
  const cachedData = cache.read();
  const script = new Script(source, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  cache.writeAtExit(script, script.cachedDataRejected === true ? undefined : cachedData);
  return script.runInThisContext() as PartFunction;
}

/** Where build tools keep such files; the folder of the package where it is no installed one. */
function cacheFolder(): string {
  const end = __dirname.lastIndexOf('node_modules');
  const base = end < 0 ? join(__dirname, '../node_modules') : __dirname.slice(0, end + 'node_modules'.length);
  return join(base, '.cache/cmdlet');
}
