/** A class, and the module beside the others that exports it. */
export interface NewExport {
  readonly className: string;
  /** `./get-thing.js`. */
  readonly module: string;
}

/** Adds an import, where its specifier belongs among those of the module; its text otherwise if the name is there. */
export function withImport(source: string, { className, module }: NewExport): string {
  if (isImported(source, className)) return source;
  const line = `import { ${className} } from '${module}';\n`;
  const imports = [...source.matchAll(/^import\b[^;]*?from\s+['"](?<from>[^'"]+)['"];?[^\S\n]*\n/gmu)];
  const next = imports.find(({ groups }) => isAfter(groups?.['from'] ?? '', module));
  const last = imports.at(-1);
  const place = next?.index ?? (last === undefined ? 0 : last.index + last[0].length);
  return source.slice(0, place) + line + source.slice(place);
}

/** Adds an export: to a list of names that the module imports itself, else from the module of the class. */
export function withExport(source: string, { className, module }: NewExport): string {
  if (new RegExp(`\\bexport\\s*\\{[^}]*\\b${className}\\b`, 'u').test(source)) return source;
  const list = /^export\s*\{(?<names>[^}]*)\}\s*;/mu.exec(source);
  if (list !== null && isImported(source, className)) {
    const names = (list.groups?.['names'] ?? '').split(',').map((name) => name.trim());
    const sorted = [...names.filter((name) => name !== ''), className].sort((left, right) =>
      left.localeCompare(right, 'en'),
    );
    const written = `export { ${sorted.join(', ')} };`;
    return source.slice(0, list.index) + written + source.slice(list.index + list[0].length);
  }
  const line = `export { ${className} } from '${module}';\n`;
  const others = [...source.matchAll(/^(?<kind>import|export)\b[^;]*?from\s+['"][^'"]+['"];?[^\S\n]*\n/gmu)];
  const last = others.at(-1);
  const place = last === undefined ? 0 : last.index + last[0].length;
  const gap = last?.groups?.['kind'] === 'import' ? '\n' : '';
  return source.slice(0, place) + gap + line + source.slice(place);
}

/** Adds a class to the list of cmdlets of `definePack`; undefined if there is no list to add to. */
export function withCmdlet(source: string, className: string): string | undefined {
  const list = /\bcmdlets\s*:\s*\[(?<entries>[^\]]*)\]/u.exec(source);
  if (list === null) return undefined;
  const entries = list.groups?.['entries'] ?? '';
  if (new RegExp(`\\b${className}\\b`, 'u').test(entries)) return source;
  const written = entries.trimEnd().replace(/,$/u, '');
  const indent = /\n(?<indent>[^\S\n]*)\S/u.exec(entries)?.groups?.['indent'];
  const added =
    written.trim() === ''
      ? className
      : indent === undefined
        ? `${written.trim()}, ${className}`
        : `${written},\n${indent}${className},${/\n[^\S\n]*$/u.exec(entries)?.[0] ?? ''}`;
  return source.replace(list[0], () => list[0].replace(`[${entries}]`, () => `[${added}]`));
}

function isImported(source: string, className: string): boolean {
  return new RegExp(`\\bimport\\s*\\{[^}]*\\b${className}\\b`, 'u').test(source);
}

/** Packages stand before modules of the pack, each in the order of the alphabet. */
function isAfter(left: string, right: string): boolean {
  return left.startsWith('.') && left.localeCompare(right, 'en') > 0;
}
