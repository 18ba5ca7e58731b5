import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type OnResolveResult, type Plugin } from 'esbuild';

/*
 * How the command is divided. Node reads and V8 checks every character of a file that is loaded, so what most calls do
 * not need stands in files of its own.
 *
 * 1. Each module of the core and the shell belongs to one part, by its path (`partOfModule`).
 * 2. One build of everything, of which only the graph is kept, tells which modules are imported from other parts.
 * 3. Each part exports those of its modules. An import from another part becomes `require('part:‹part›:‹module›')`, asked
 *    where something of it is first used (`part-code.config.ts`); the loader then loads the part.
 *
 * So nothing of another part may be used while the modules of `shell` are being evaluated; a test sees to that.
 */

/** Modules that are not in the part `shell`, the first pattern that fits decides. Paths are those below `packages`. */
const DIVISION: readonly (readonly [part: string, modules: RegExp])[] = [
  // `cmdlet build`, `new` and `docs`.
  ['tools', /^shell\/src\/(?:build|new|docs)\/(?!pack-tool-names\.ts)/],
  ['completion', /^shell\/src\/completion\/(?!completion-words\.ts)/],
  // What is said when something goes wrong.
  ['messages', /^(?:core\/src\/(?:[a-z]+\/)+|shell\/src\/)text\.ts$/],
  // Commands that are run with -AsJob.
  [
    'background',
    /^core\/src\/job\/(?!(?:check-retention|job-repository|job-id-counter|job-index|turn-queue|job-manager)\.ts)/,
  ],
  ['background', /^core\/src\/session\/(?:job-call|nested-session|describe-call)\.ts$/],
  // What is rare in a short call: questions, typed numbers beyond the plain ones, other ways in and out.
  ['rest', /^core\/src\/run\/(?:confirmation|captures|record-stream|time-slices)\.ts$/],
  ['rest', /^core\/src\/declare\/(?:pack\/build-index|naming-warnings|suggest-verbs|verbs|view\/view)\.ts$/],
  ['rest', /^core\/src\/bind\/(?:binding-errors|explain-ambiguity)\.ts$/],
  ['rest', /^shell\/src\/(?:input\/(?!standard-input)|help\/(?!help-answer\.ts))/],
  ['rest', /^shell\/src\/run\/(?:misspelled-option|refuse-formatted|shown-of-jobs|unquoted-wildcard)\.ts$/],
  ['rest', /^shell\/src\/(?:packs\/typescript-\w+|host\/(?:progress-display|questions|error-text))\.ts$/],
];

/** Folder of all packages. */
const PACKAGES = fileURLToPath(new URL('..', import.meta.url));
const file = (path: string): { path: string } => ({ path: resolve(PACKAGES, path) });

/** The files of the command beside `cmdlet.cjs`, with the text of the module that each begins with. */
export async function entriesOfParts(): Promise<ReadonlyMap<string, string>> {
  const shared = await sharedModules();
  const exported = await exportsOf([...shared.values()].flat());
  const parts = ['shell', ...new Set(DIVISION.map(([part]) => part))];
  return new Map(parts.map((part) => [part, entryOf(part, shared.get(part) ?? [], exported)]));
}

/** What a module lends is put together when another part first asks for it: most are never asked for. */
function entryOf(part: string, modules: readonly string[], exported: ReadonlyMap<string, readonly string[]>): string {
  const imports: string[] = [];
  const cases = modules.map((module, index) => {
    const names = exported.get(module) ?? [];
    const list = names.map((name) => `${name} as m${index}_${name}`).join(', ');
    imports.push(`import { ${list} } from ${JSON.stringify(file(module).path)};`);
    return `case ${JSON.stringify(module)}: return { ${names.map((name) => `${name}: m${index}_${name}`).join(', ')} };`;
  });
  const own = part === 'shell' ? `export * from ${JSON.stringify(file('shell/src/start/shell-part.ts').path)};` : '';
  // One function: one for each module would be as many objects in every call.
  return [own, ...imports, 'export function modules(path) {', 'switch (path) {', ...cases, '}', '}'].join('\n');
}

/** The names that modules export, types aside. */
async function exportsOf(modules: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    entryPoints: modules.map((module) => file(module).path),
    absWorkingDir: PACKAGES,
    bundle: false,
    write: false,
    outdir: 'exports',
    format: 'esm',
    metafile: true,
    logLevel: 'silent',
    tsconfig: file('shell/tsconfig.parts.json').path,
  });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint = '', exports }) => [entryPoint, exports]));
}

/**
 * What packs and other parts have as `@cmdlet/core`, made when one of them asks for it. What is of another part loads that
 * part when it is used.
 */
async function coreExports(): Promise<string> {
  const names = (await exportsOf([CORE_EXPORTS])).get(CORE_EXPORTS) ?? [];
  const declared = declaredInCore();
  const members = names.map((name) =>
    partOfModule(declared.get(name) ?? '') === 'shell' ? name : `get ${name}() { return ${name}; }`,
  );
  return `import { ${names.join(', ')} } from ${JSON.stringify(file(CORE_EXPORTS).path)};
let made;
export const coreExports = () => (made ??= Object.freeze({ ${members.join(', ')} }));`;
}

/** Modules that are imported from other parts, by the part that they belong to. */
async function sharedModules(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    entryPoints: [file('shell/src/start/shell-part.ts').path],
    absWorkingDir: PACKAGES,
    bundle: true,
    write: false,
    outfile: 'shell.cjs',
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    metafile: true,
    logLevel: 'silent',
    tsconfig: file('shell/tsconfig.parts.json').path,
    plugins: [sources('everything')],
  });
  const shared = new Map<string, Set<string>>();
  for (const [importer, { imports }] of Object.entries(metafile.inputs)) {
    for (const { path, external } of imports) {
      const part = partOfModule(path);
      if (external === true || part === undefined || part === partOfModule(importer)) continue;
      shared.set(part, (shared.get(part) ?? new Set()).add(path));
    }
  }
  // The list of exports stands in every part that takes names from the core.
  for (const importer of Object.keys(metafile.inputs)) {
    for (const path of modulesOfCore(importer)) {
      const part = partOfModule(path);
      if (part === undefined || part === partOfModule(importer)) continue;
      shared.set(part, (shared.get(part) ?? new Set()).add(path));
    }
  }
  return new Map([...shared].map(([part, modules]) => [part, [...modules].sort()]));
}

/** Modules of the core that declare what a module of the shell takes from the package. */
function modulesOfCore(importer: string): readonly string[] {
  if (!importer.startsWith('shell/src/')) return [];
  const declared = declaredInCore();
  const imports = readFileSync(file(importer).path, 'utf8').matchAll(/import \{([^}]*)\} from '@cmdlet\/core'/g);
  return [...imports].flatMap(([, names = '']) => namesIn(names).flatMap((name) => declared.get(name) ?? []));
}

const CORE_EXPORTS = 'core/src/index.ts';

/** The modules that declare what the core exports, by name. */
function declaredInCore(): ReadonlyMap<string, string> {
  return new Map([...declaredIn(CORE_EXPORTS)].map(([name, path]) => [name, `core/src/${path}.ts`]));
}

/** Paths, without what they end with, of the modules that declare what a list of exports names. */
function declaredIn(index: string): ReadonlyMap<string, string> {
  return new Map(
    [...readFileSync(file(index).path, 'utf8').matchAll(/export \{([^}]*)\} from '\.\/([^']*)\.js'/g)].flatMap(
      ([, names = '', path = '']) => namesIn(names).map((name) => [name, path] as const),
    ),
  );
}

/** Names between the braces of an import or export, without types. */
function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim().split(/\s+as\s+/)[0] ?? '')
    .filter((name) => name !== '' && !name.startsWith('type '));
}

/** The part of a module by its path below `packages`; undefined for one of no package of ours. */
function partOfModule(module: string): string | undefined {
  if (!/^(?:core|shell)\/src\//.test(module)) return undefined;
  return DIVISION.find(([, pattern]) => pattern.test(module))?.[0] ?? 'shell';
}

/** Where modules of a part are read from, and what they take from other parts by `require`. */
export function sources(part: string): Plugin {
  return {
    name: 'parts',
    setup({ onResolve, onLoad, resolve: resolvePath }) {
      onResolve({ filter: /^(?:@cmdlet\/(?:core|jobs|utility)|yaml)$/ }, ({ path, importer }) => {
        const isCore = path === '@cmdlet/core';
        // Through the list of exports each name is found where it is declared, in whatever part that is.
        if (isCore && !WHOLE_PACKAGES.has(part)) return { ...file('core/src/index.ts'), sideEffects: false };
        if (path === part) return undefined;
        if (path === '@cmdlet/utility' && OF_HELP.test(importer))
          return { path: '@cmdlet/utility/help', external: true };
        if (path === `@cmdlet/${part}`) return { ...file(`${part}/src/index.ts`), sideEffects: false };
        return { path, external: true };
      });
      onResolve({ filter: /\/own-packages\.js$/ }, () => file('shell/src/packs/own-packages-of-parts.ts'));
      onResolve({ filter: /^rxjs$/ }, ({ path }) => {
        if (part !== 'rxjs') return { path, external: true };
        // Its package.json leads Node to one that cannot be shaken.
        return { ...file('../node_modules/rxjs/dist/esm/index.js'), sideEffects: false };
      });
      // Without its copy for old engines.
      onResolve({ filter: /^reflect-metadata$/ }, () => file('../node_modules/reflect-metadata/Reflect.js'));
      onResolve({ filter: /^\.{1,2}\// }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === RESOLVING || !/[\\/](?:core|shell)[\\/]src[\\/]/.test(importer)) return undefined;
        const found = await resolvePath(path, { kind, importer, resolveDir, pluginData: RESOLVING });
        return found.errors.length > 0 ? undefined : fromOtherPart(found.path, part);
      });
      onLoad({ filter: /[\\/]start[\\/]core-exports\.ts$/ }, async () => ({
        contents: await coreExports(),
        loader: 'ts',
      }));
      onLoad({ filter: /[\\/]shell[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
        contents: withStaticImports(readFileSync(path, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

/** Help needs a twentieth of the package that it takes its lines from: that much is a part of its own. */
export function entryOfHelp(): string {
  const declared = declaredIn('utility/src/index.ts');
  const names = ['helpLines', 'parameterLines', 'showOnlineHelp', 'wrapLines'];
  return names
    .map((name) => `export { ${name} } from ${JSON.stringify(file(`utility/src/${declared.get(name)}.ts`).path)};`)
    .join('\n');
}

/** What all parts use of rxjs: few calls need any of it. */
export function entryOfRxjs(): string {
  const names = new Set<string>();
  for (const folder of ['core', 'jobs', 'shell', 'utility'].map((name) => file(`${name}/src`).path)) {
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts')) continue;
      const imports = readFileSync(join(folder, path), 'utf8').matchAll(/^import \{([^}]*)\} from 'rxjs';$/gm);
      for (const [, list = ''] of imports) for (const name of namesIn(list)) names.add(name);
    }
  }
  return `export { ${[...names].join(', ')} } from 'rxjs';`;
}

const OF_HELP = /[\\/]shell[\\/]src[\\/]help[\\/]/;

/** Parts that are packages of their own, or of one: to them the core is another one. */
const WHOLE_PACKAGES = new Set(['jobs', 'utility', 'help', 'rxjs', 'yaml']);
/** Marks the question that the plugin asks itself. */
const RESOLVING = Symbol('resolving');

function fromOtherPart(path: string, part: string): OnResolveResult | undefined {
  const module = relative(PACKAGES, path).split(sep).join('/');
  const owner = partOfModule(module);
  if (owner === undefined || owner === part || part === 'everything' || module === 'core/src/index.ts')
    return undefined;
  return { path: `part:${owner}:${module}`, external: true };
}

/**
 * Modules of the shell that are imported when they are needed wait in their parts already. Left as they are, esbuild would
 * wrap them and all that they import, the core too, in functions: that starts slower, and fails where modules import each
 * other.
 */
function withStaticImports(source: string): string {
  let imports = '';
  let count = 0;
  const code = source.replaceAll(/(?<!typeof )\bimport\(('\.{1,2}\/[^']+')\)(?!\.[A-Z])/g, (_whole, path: string) => {
    count++;
    imports += `import * as __import${count} from ${path};`;
    return `Promise.resolve(__import${count})`;
  });
  return imports + code;
}
