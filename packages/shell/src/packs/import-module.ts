/** `import()`. What V8 took from a code cache has none of its own, so the command's first module lends its. */
type ImportModule = (url: string) => Promise<unknown>;

let current: ImportModule = (url) => import(/* @vite-ignore */ url);

/** Imports an ECMAScript module by its URL. */
export function importModule(url: string): Promise<unknown> {
  return current(url);
}

/** From now on modules are imported by a function of a module that Node itself has loaded. */
export function importModulesBy(given: ImportModule): void {
  current = given;
}
