import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Node, type Program, parse } from 'acorn';

/**
 * The text of a module as a function, so that it can be sent as it was when it was read.
 *
 * The module's default export is the script block and gets the context; a module without one has done its work when it
 * has run. Imports become dynamic ones before the first line and `export` is taken away, all in place, so that lines and columns
 * of what is left stay what they are; `import.meta` is replaced by what it says. A CommonJS module gets its usual names.
 *
 * Throws a SyntaxError for what is no module.
 *
 * @param first statements that are run before the imports
 */
export function moduleText(source: string, file: string, first = ''): string {
  const text = source.replace(/^\uFEFF?(#!.*)?/, '');
  return isCommonJs(text, file) ? commonJsText(text, file) : esModuleText(text, file, first);
}

function isCommonJs(source: string, file: string): boolean {
  if (/\.c[jt]s$/i.test(file)) return true;
  if (/\.m[jt]s$/i.test(file)) return false;
  const { body } = parseModule(source);
  const declares = body.some(({ type }) => /^(Import|Export)/.test(type));
  return !declares && /\b(?:module\.exports|exports\.|require\s*\()/.test(source);
}

function commonJsText(source: string, file: string): string {
  parse(source, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true });
  const facts = `const __filename = ${JSON.stringify(file)}, __dirname = ${JSON.stringify(dirname(file))};`;
  return (
    `async (context) => { ${facts} context.scriptPath = __filename; ` +
    "const { createRequire } = await import('node:module'); " +
    'const require = createRequire(__filename), module = { exports: {} }; ' +
    `(function (module, exports) { ${source}\n}).call(module.exports, module, module.exports); ` +
    'const main = module.exports.default ?? module.exports; ' +
    "if (typeof main === 'function') return main(context); }"
  );
}

function esModuleText(source: string, file: string, first: string): string {
  const tree = parseModule(source);
  const edits: Edit[] = [];
  const imports: string[] = [];
  for (const node of tree.body) editStatement(node as AnyNode, source, edits, imports);
  replaceMeta(tree, file, edits);
  return (
    `async (context) => { "use strict"; context.scriptPath = ${JSON.stringify(file)}; let __default; ${first}${imports.join(' ')} ${apply(source, edits)}\n` +
    "return typeof __default === 'function' ? __default(context) : __default; }"
  );
}

function parseModule(source: string): Program {
  return parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
}

interface AnyNode extends Node {
  readonly [property: string]: unknown;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function editStatement(node: AnyNode, source: string, edits: Edit[], imports: string[]): void {
  switch (node.type) {
    case 'ImportDeclaration':
      imports.push(importText(node, source));
      edits.push(blank(node, source));
      break;
    case 'ExportAllDeclaration':
      imports.push(`await import(${sourceOf(node, source)});`);
      edits.push(blank(node, source));
      break;
    case 'ExportDefaultDeclaration':
      editDefault(node, source, edits, imports);
      break;
    case 'ExportNamedDeclaration': {
      const declaration = node['declaration'] as AnyNode | null;
      if (declaration !== null) {
        edits.push({ start: node.start, end: declaration.start, text: '' });
        break;
      }
      edits.push({ ...blank(node, source), text: exportedDefault(node) + blank(node, source).text });
      if (node['source'] !== null) imports.push(`await import(${sourceOf(node, source)});`);
      break;
    }
    default:
  }
}

/** Named functions and classes stay declared under their names; what is hoisted can be the default at once. */
function editDefault(node: AnyNode, source: string, edits: Edit[], imports: string[]): void {
  const declaration = node['declaration'] as AnyNode;
  const id = declaration['id'] as AnyNode | null | undefined;
  const named = declaration.type.endsWith('Declaration') && id !== null && id !== undefined;
  if (!named) {
    edits.push({ start: node.start, end: declaration.start, text: '__default = ' });
    if (source[node.end - 1] !== ';') edits.push({ start: node.end, end: node.end, text: ';' });
    return;
  }
  edits.push({ start: node.start, end: declaration.start, text: '' });
  if (declaration.type === 'FunctionDeclaration') imports.push(`__default = ${String(id['name'])};`);
  else edits.push({ start: node.end, end: node.end, text: ` __default = ${String(id['name'])};` });
}

/** What `export { main as default }` means; from another module it is not followed. */
function exportedDefault(node: AnyNode): string {
  if (node['source'] !== null) return '';
  for (const specifier of node['specifiers'] as AnyNode[]) {
    if (nameOf(specifier['exported']) === 'default') return `__default = ${nameOf(specifier['local'])};`;
  }
  return '';
}

function importText(node: AnyNode, source: string): string {
  const from = `await import(${sourceOf(node, source)})`;
  const named: string[] = [];
  let namespace: string | undefined;
  for (const specifier of node['specifiers'] as AnyNode[]) {
    const local = nameOf(specifier['local']);
    if (specifier.type === 'ImportNamespaceSpecifier') namespace = local;
    else if (specifier.type === 'ImportDefaultSpecifier') named.push(`default: ${local}`);
    else named.push(`${propertyOf(specifier['imported'] as AnyNode)}: ${local}`);
  }
  if (namespace === undefined) return named.length === 0 ? `${from};` : `const { ${named.join(', ')} } = ${from};`;
  const rest = named.length === 0 ? '' : ` const { ${named.join(', ')} } = ${namespace};`;
  return `const ${namespace} = ${from};${rest}`;
}

function propertyOf(node: AnyNode): string {
  return node.type === 'Literal' ? String(node['raw']) : nameOf(node);
}

/** The specifier, with the attributes that stand behind it. */
function sourceOf(node: AnyNode, source: string): string {
  const specifier = node['source'] as AnyNode;
  const text = source.slice(specifier.start, specifier.end);
  const attributes = (node['attributes'] as AnyNode[] | undefined) ?? [];
  if (attributes.length === 0) return text;
  return `${text}, { with: { ${attributes.map(({ start, end }) => source.slice(start, end)).join(', ')} } }`;
}

function replaceMeta(given: unknown, file: string, edits: Edit[]): void {
  if (typeof given !== 'object' || given === null) return;
  const node = given as AnyNode;
  if (node.type === 'MetaProperty' && nameOf(node['meta']) === 'import') {
    const url = JSON.stringify(pathToFileURL(file).href);
    const meta = `({ url: ${url}, filename: ${JSON.stringify(file)}, dirname: ${JSON.stringify(dirname(file))} })`;
    edits.push({ start: node.start, end: node.end, text: meta });
    return;
  }
  for (const value of Object.values(node)) replaceMeta(value, file, edits);
}

/** Nothing in place of a statement, but as many lines. */
function blank({ start, end }: Node, source: string): Edit {
  return { start, end, text: source.slice(start, end).replace(/[^\n]+/g, '') };
}

function apply(source: string, edits: readonly Edit[]): string {
  let text = '';
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    text += source.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return text + source.slice(end);
}

function nameOf(node: unknown): string {
  const { name, value } = node as { readonly name?: string; readonly value?: unknown };
  return name ?? String(value);
}
