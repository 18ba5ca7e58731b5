import { resolve } from 'node:path';
import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';
import { type DeclarationFile, readDeclarationFile } from './declaration-file.js';
import { printDeclaration, typeNamesIn } from './print-declaration.js';
import { reportText } from './text.js';

/**
 * What a file of declarations exports, each declaration as a text, by name; behind these, what they use that is not
 * exported.
 *
 * Only the files are read, nothing is checked: names are followed through exports and imports by relative paths. What
 * comes from other packages is named, and not described.
 *
 * @param read gives undefined for a file that is not there
 */
export async function exportedDeclarations(
  ts: TypeScript,
  entry: string,
  read: (path: string) => Promise<string | undefined>,
): Promise<readonly string[]> {
  return new Declarations(ts, read).of(resolve(entry));
}

/** A name with what declares it, in one file: several for overloads and for what is merged. */
interface Found {
  readonly file: string;
  readonly name: string;
  readonly nodes: readonly ts.Statement[];
}

class Declarations {
  readonly #files = new Map<string, Promise<DeclarationFile | undefined>>();

  constructor(
    private readonly ts: TypeScript,
    private readonly read: (path: string) => Promise<string | undefined>,
  ) {}

  async of(entry: string): Promise<readonly string[]> {
    const exported = await this.#exportsOf(entry, new Set());
    const texts = [...exported].map(([name, found]) => ({ name, text: this.#print(name, found) })).sort(byName);
    const used = await this.#usedBy([...exported.values()].filter((found) => typeof found !== 'string'));
    const usedTexts = used.map((found) => ({ name: found.name, text: this.#print(found.name, found) })).sort(byName);
    return [
      ...texts.map(({ text }) => text),
      ...(usedTexts.length === 0 ? [] : [`// ${reportText.unused}`, ...usedTexts.map(({ text }) => text)]),
    ];
  }

  /** What a file exports, by name; a text for what another package declares. */
  async #exportsOf(path: string, seen: Set<string>): Promise<ReadonlyMap<string, Found | string>> {
    const exported = new Map<string, Found | string>();
    if (seen.has(path)) return exported;
    seen.add(path);
    const file = await this.#file(path);
    if (file === undefined) return exported;
    for (const from of file.allFrom) {
      const module = moduleOf(path, from);
      if (module === undefined) exported.set(`* ${from}`, `export * from '${from}';`);
      else
        for (const [name, found] of await this.#exportsOf(module, seen))
          if (name !== 'default') exported.set(name, found);
    }
    for (const [name, { local, from }] of file.exports) {
      exported.set(name, await this.#found(path, local, from, name, new Set(seen)));
    }
    return exported;
  }

  async #found(
    path: string,
    local: string,
    from: string | undefined,
    name: string,
    seen: Set<string>,
  ): Promise<Found | string> {
    const file = await this.#file(path);
    const nodes = from === undefined ? file?.declared.get(local) : undefined;
    if (nodes !== undefined) return { file: path, name: local, nodes };
    const imported = from === undefined ? file?.imports.get(local) : { from, name: local };
    const module = imported && moduleOf(path, imported.from);
    if (module !== undefined) {
      seen.delete(module);
      const found = (await this.#exportsOf(module, seen)).get(imported?.name ?? local);
      if (found !== undefined) return found;
    }
    const shown = (imported?.name ?? local) === name ? name : `${imported?.name ?? local} as ${name}`;
    return `export { ${shown} }${imported === undefined ? '' : ` from '${imported.from}'`};`;
  }

  /** What declarations use of their own files and of those that these import, and that is none of them. */
  async #usedBy(given: readonly Found[]): Promise<readonly Found[]> {
    const known = new Set(given.flatMap(({ nodes }) => nodes));
    const used: Found[] = [];
    const queue = [...given];
    for (let found = queue.shift(); found !== undefined; found = queue.shift()) {
      for (const name of found.nodes.flatMap((node) => typeNamesIn(this.ts, node))) {
        const other = await this.#found(found.file, name, undefined, name, new Set());
        if (typeof other === 'string' || other.nodes.some((node) => known.has(node))) continue;
        for (const node of other.nodes) known.add(node);
        used.push(other);
        queue.push(other);
      }
    }
    return used;
  }

  #print(name: string, found: Found | string): string {
    if (typeof found === 'string') return found;
    const text = found.nodes.map((node) => printDeclaration(this.ts, node)).join('\n');
    return found.name === name ? text : `${text}\nexport { ${found.name} as ${name} };`;
  }

  #file(path: string): Promise<DeclarationFile | undefined> {
    let file = this.#files.get(path);
    if (file === undefined) {
      file = this.read(path).then((content) =>
        content === undefined ? undefined : readDeclarationFile(this.ts, path, content),
      );
      this.#files.set(path, file);
    }
    return file;
  }
}

/** The file of declarations that a relative path in another means; undefined for one of another package. */
function moduleOf(path: string, from: string): string | undefined {
  if (!/^\.{1,2}\//u.test(from)) return undefined;
  const target = resolve(path, '..', from);
  return /\.[cm]?js$/u.test(target) ? target.replace(/\.(?<kind>[cm]?)js$/u, '.d.$<kind>ts') : `${target}.d.ts`;
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name < right.name ? -1 : 1;
}
