import { compileFunction as compileBody, constants, Script } from 'node:vm';

/**
 * Makes a function of its text.
 *
 * @param text of any kind of function: arrow, function, method, generator, async ones too
 * @param file where it was written: `import()` and `require` within it find what they would find there
 */
export function compileFunction(text: string, file: string): unknown {
  const key = `${file}\n${text}`;
  const compiled =
    known.get(key) ?? compile(`return (${text}\n)`, file) ?? compile(`return Object.values({ ${text}\n})[0]`, file);
  if (compiled === undefined) return new Script(`(${text}\n)`, { filename: file });
  // A thread often gets the same text again, and what the engine has learned of it. The function itself is a new one.
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, compiled);
  const require = lazily(() => process.getBuiltinModule('node:module').createRequire(file));
  return compiled(require, sameName, (specifier: string) => importFrom(file, specifier));
}

const MOST_KNOWN = 100;
const known = new Map<string, Compiled>();

type Compiled = (...parameters: unknown[]) => unknown;

function compile(code: string, filename: string): Compiled | undefined {
  try {
    return compileBody(code, PARAMETERS, {
      filename,
      columnOffset: -'return ('.length,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }) as Compiled;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * What the text may use besides the globals: `require`, and what compilers write into functions. esbuild, and so tsx,
 * keeps names by `__name`; vitest turns `import()` into a call.
 */
const PARAMETERS = ['require', '__name', '__vite_ssr_dynamic_import__'];

function sameName<T>(value: T): T {
  return value;
}

async function importFrom(file: string, specifier: string): Promise<unknown> {
  const load = compileBody('return import(specifier)', ['specifier'], {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as (specifier: string) => Promise<unknown>;
  return load(specifier);
}

function lazily(make: () => NodeJS.Require): (id: string) => unknown {
  let require: NodeJS.Require | undefined;
  return (id) => {
    require ??= make();
    return require(id) as unknown;
  };
}
