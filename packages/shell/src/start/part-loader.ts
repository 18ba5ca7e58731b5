import { keepAtExit } from './code-cache.js';
import type { CompiledPart, Start } from './part.js';

/** What the parts of the command are called in the code of others. */
const PARTS: Readonly<Record<string, string>> = {
  '@cmdlet/jobs': 'jobs',
  '@cmdlet/utility': 'utility',
  '@cmdlet/utility/help': 'help',
  rxjs: 'rxjs',
  yaml: 'yaml',
};

type Exports = Readonly<Record<string, unknown>>;
type PartFunction = (exports: object, require: (name: string) => unknown, module: object, file: string) => void;

/** Begins the command with what its first file hands over. */
export function begin(start: Start, shell: PartFunction): void {
  const parts = new PartLoader(start, shell);
  const { main } = parts.load('shell') as { readonly main: (importModule: Start['importModule']) => void };
  main(start.importModule);
}

/** The parts of the command: files with a function, each loaded when something of it is used. */
class PartLoader {
  readonly #start: Start;
  /** The part that holds this class. */
  readonly #shell: PartFunction;
  readonly #loaded = new Map<string, Exports>();
  /** What was asked for before, by name: many modules ask for the same. */
  readonly #given = new Map<string, unknown>();

  constructor(start: Start, shell: PartFunction) {
    this.#start = start;
    this.#shell = shell;
  }

  /** What a part exports. */
  load(part: string): Exports {
    const known = this.#loaded.get(part);
    if (known !== undefined) return known;
    const module = { exports: {} };
    this.#loaded.set(part, module.exports);
    const isShell = part === 'shell';
    const compiled = isShell ? this.#start.shell : this.#start.compile(part);
    keepAtExit(compiled);
    const evaluate = isShell ? this.#shell : functionOf(compiled);
    evaluate(module.exports, (name) => this.#require(name), module, compiled.file);
    this.#loaded.set(part, module.exports);
    return module.exports;
  }

  /** A module that a part lends to others. */
  #module(part: string, module: string): Exports {
    const { modules } = this.load(part) as { readonly modules: (path: string) => Exports };
    return modules(module);
  }

  /** `require` of a part: other parts, modules of them, and Node's own modules. */
  #require(name: string): unknown {
    let given = this.#given.get(name);
    if (given === undefined) {
      given = this.#find(name);
      this.#given.set(name, given);
    }
    return given;
  }

  #find(name: string): unknown {
    if (name.startsWith(LENT)) {
      const end = name.indexOf(':', LENT.length);
      return this.#module(name.slice(LENT.length, end), name.slice(end + 1));
    }
    if (name === '@cmdlet/core') return (this.load('shell')['coreExports'] as () => Exports)();
    const part = PARTS[name];
    return part === undefined ? this.#requireBuiltIn(name) : this.load(part);
  }

  /** The class of a module is what `node:module` exports; the module of that name has to be loaded first. */
  #requireBuiltIn(name: string): Exports {
    const { module, require } = this.#start;
    return (
      name === 'node:module' && 'createRequire' in module.constructor ? module.constructor : require(name)
    ) as Exports;
  }
}

function functionOf({ script }: CompiledPart): PartFunction {
  return script.runInThisContext() as PartFunction;
}

/** In front of the part and the path of a module. */
const LENT = 'part:';
