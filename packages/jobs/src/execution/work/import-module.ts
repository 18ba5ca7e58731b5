/** Given to a script that the engine has from its cache: such a one has no `import()` of its own. */
declare const importFromEntry: ((specifier: string) => Promise<object>) | undefined;

/** Imports a module, by a name as this file would know it or by URL. */
export function importModule(specifier: string): Promise<object> {
  return typeof importFromEntry === 'undefined' ? (import(specifier) as Promise<object>) : importFromEntry(specifier);
}
