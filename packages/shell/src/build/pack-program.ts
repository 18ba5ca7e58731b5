/**
 * What the thread of a `PackLoader` runs. A text, so that it needs no file beside the bundle; it loads the pack's own core.
 *
 * It answers each request, `{ module, changed }`. What was loaded stays: of the next request only the files that changed and
 * those that import them are loaded anew, and only commands whose class is another one are linted again.
 */
export const PACK_PROGRAM = `
const { createRequire, register } = require('node:module');
const { pathToFileURL } = require('node:url');
const { parentPort, workerData } = require('node:worker_threads');
const load = (path) => import(pathToFileURL(path).href);
if (workerData.hooks !== undefined) register(workerData.hooks);
const libraries = Promise.all([workerData.core, workerData.testing].map((path) => path && load(path)));
libraries.catch(() => {});

const answerTo = async ({ module, changed }) => {
  const [core, testing] = await libraries;
  if (core === undefined) return { kind: 'noCore' };
  if (changed !== undefined) {
    const outdated = await isOutdated(changed);
    if (outdated !== true) return { kind: outdated === false ? 'same' : 'unknown' };
  }
  const loaded = workerData.esm ? await load(module) : createRequire(module)(module);
  const inner = loaded.default ?? {};
  const pack = [loaded.default, loaded.pack, inner.default, inner.pack, ...Object.values(loaded), ...Object.values(inner), loaded].find(isPack);
  if (pack === undefined) return { kind: 'noPack' };
  if (pack === kept) return { kind: 'unknown' };
  kept = pack;
  const index = await core.buildIndex(pack);
  return { kind: 'pack', index: JSON.stringify(index), findings: testing === undefined ? [] : await lint(core, testing, pack) };
};

let kept;

const isPack = (value) => typeof value === 'object' && value !== null && Array.isArray(value.cmdlets) && typeof value.name === 'string';

/** Whether what was loaded is not what these files say now; undefined if only another thread can tell. */
const isOutdated = async (changed) => {
  const required = changed.filter((path) => require.cache[path] !== undefined);
  if (!workerData.esm) {
    for (const path of required) forget(path);
    return required.length > 0;
  }
  if (required.length > 0) return undefined;
  const urls = changed.map((path) => pathToFileURL(path).href);
  const outdated = await import('cmdlet-changed:' + encodeURIComponent(JSON.stringify([++requests, urls])));
  return outdated.default;
};
let requests = 0;

/** A module of CommonJS, and all that required it. */
const forget = (path) => {
  if (require.cache[path] === undefined) return;
  delete require.cache[path];
  for (const { filename, children } of Object.values(require.cache)) {
    if (children.some((child) => child.filename === path)) forget(filename);
  }
};

let linted = { context: '', classes: new Set(), findings: [] };
const lint = async (core, testing, pack) => {
  const classes = await core.loadCmdlets(pack);
  const names = classes.map((each) => core.metadataOf(each).name);
  const { name, commandPrefix, aliases } = pack;
  const context = JSON.stringify([name, commandPrefix, aliases, names]);
  const fresh = classes.filter((each) => !linted.classes.has(each));
  let findings;
  if (context !== linted.context) findings = await testing.lintPack(pack);
  else {
    // An older lint looks at everything.
    const concerned = new Set(fresh.map((each) => core.metadataOf(each).name));
    const isOfFresh = ({ place }) => concerned.has(place.split(' ')[0]);
    const found = fresh.length === 0 ? [] : await testing.lintPack(pack, { only: fresh });
    findings = [...linted.findings.filter((each) => !isOfFresh(each)), ...found.filter(isOfFresh)];
  }
  linted = { context, classes: new Set(classes), findings };
  return findings;
};

// One request after the other.
let last = Promise.resolve();
parentPort.on('message', (request) => {
  last = last.then(async () => {
    try {
      parentPort.postMessage(await answerTo(request));
    } catch (error) {
      const id = error?.errorRecord?.errorId ?? 'PackLoadFailed';
      const [reason, stack] = error instanceof Error ? [error.message, error.stack] : [String(error)];
      parentPort.postMessage({ kind: 'threw', id, reason, stack });
    }
  });
});
`;

/**
 * Hooks of Node's loader, as the address of a module: a file that changed, and those that import it, get another address,
 * since a module is loaded once per address. The specifier `cmdlet-changed:` tells which files changed, in the order of
 * imports; its module says whether any of them had been loaded, or nothing if one is of a kind that has its own cache.
 */
export const PACK_HOOKS = `data:text/javascript,${encodeURIComponent(`
const builds = new Map();
const importers = new Map();
const formats = new Map();

export async function resolve(specifier, context, next) {
  if (specifier.startsWith('cmdlet-changed:')) return { url: answer(...JSON.parse(decodeURIComponent(specifier.slice(15)))), shortCircuit: true };
  const found = await next(specifier, context);
  if (!found.url.startsWith('file:')) return found;
  formats.set(found.url, found.format);
  const importer = context.parentURL?.replace(/[?]build=.*$/u, '');
  if (importer !== undefined) importers.set(found.url, (importers.get(found.url) ?? new Set()).add(importer));
  const build = builds.get(found.url);
  return build === undefined ? found : { ...found, url: found.url + '?build=' + build };
}

function answer(build, changed) {
  const outdated = new Set(changed.filter((url) => formats.has(url)));
  for (const url of outdated) {
    builds.set(url, build);
    for (const importer of importers.get(url) ?? []) outdated.add(importer);
  }
  const other = [...outdated].some((url) => formats.get(url) === 'commonjs');
  return 'data:text/javascript,export default ' + (other ? undefined : outdated.size > 0) + ';//' + build;
}
`)}`;
