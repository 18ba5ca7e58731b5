/**
 * Makes a clean clone ready to run, with Node alone: installs what the lock file says and builds what is out of date.
 * Says nothing when there is nothing to do. `--force` builds everything.
 *
 * A package is up to date when the hash of everything its build reads is the one of its last build: its own files, the
 * shared build settings, the lock file, and the declaration files of the workspace packages it depends on.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { root, workspacePackages } from './workspace.mjs';

const hashesFile = join(root, 'node_modules/.cache/cmdlet/builds.json');
const sharedInputs = ['package-lock.json', 'tsconfig.json', 'packages/tsconfig.build.json', 'packages/tsup.base.ts'];
/** What a package's build reads beside its own folder: the command is bundled from the sources of the packages. */
const otherInputs = {
  '@cmdlet/shell': ['packages/core/src', 'packages/jobs/src', 'packages/jobs/build-child.cjs', 'packages/utility/src'],
  'create-cmdlet': ['templates'],
};
const force = process.argv.includes('--force');

try {
  await oneAtATime(async () => {
    if (!isInstalled()) await timed('Installing dependencies', install);
    await buildAll();
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Whether node_modules holds the versions of the lock file: npm keeps its own account of it in node_modules. */
function isInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const installed = readJson(installedFile).packages;
  return Object.entries(wanted).every(([path, { version, integrity, link, optional }]) => {
    if (!path.includes('node_modules/')) return true;
    const found = installed[path];
    if (!found) return optional === true;
    return link ? found.link === true : found.version === version && found.integrity === integrity;
  });
}

/** Installs the lock file to the letter; a registry that lacks some platform's optional package makes npm refuse that. */
async function install() {
  try {
    await npm('ci');
  } catch (error) {
    const reason = /npm error (?!code)(\S.*)/.exec(error.message)?.[1] ?? 'it failed';
    console.log(`npm ci: ${reason}\nTrying npm install, which leaves the lock file as it is.`);
    await npm('install', '--no-save');
  }
}

async function npm(...args) {
  const script = process.env.npm_execpath;
  const options = [...args, '--loglevel=error'];
  await (script ? run(process.execPath, [script, ...options], root) : run('npm', options, root));
}

/** Builds what is out of date, dependencies first, as many at a time as there are processors. */
async function buildAll() {
  const hashes = !force && existsSync(hashesFile) ? readJson(hashesFile) : {};
  const waiting = new Set(workspacePackages().filter(({ directory }) => existsSync(join(directory, 'tsup.config.ts'))));
  const running = new Map();
  const isBlocked = ({ dependencies }) =>
    [...waiting, ...running.keys()].some(({ name }) => dependencies.includes(name));

  const buildIfStale = async (target) => {
    const hash = inputHash(target);
    if (hashes[target.name] === hash && target.outputs.every(existsSync)) return;
    await timed(`Building ${target.name}`, () => build(target));
    hashes[target.name] = hash;
    mkdirSync(dirname(hashesFile), { recursive: true });
    writeFileSync(hashesFile, JSON.stringify(hashes, null, 2));
  };

  while (waiting.size > 0) {
    const ready = [...waiting].filter((target) => !isBlocked(target)).slice(0, availableParallelism() - running.size);
    if (ready.length + running.size === 0) {
      throw new Error(`These packages depend on each other: ${[...waiting].map(({ name }) => name).join(', ')}.`);
    }
    for (const target of ready) {
      waiting.delete(target);
      running.set(
        target,
        buildIfStale(target).finally(() => running.delete(target)),
      );
    }
    await Promise.race(running.values());
  }
  await Promise.all(running.values());
}

async function build({ directory }) {
  await run(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js')], directory);
}

function inputHash({ name: ownName, directory, dependencies }) {
  const hash = createHash('sha256').update(process.version);
  const add = (file) => hash.update(file.slice(root.length)).update(readFileSync(file));
  for (const file of sharedInputs) add(join(root, file));
  for (const file of filesBelow(directory, ['dist', 'node_modules', 'README.md'])) add(file);
  for (const other of otherInputs[ownName] ?? []) {
    const path = join(root, other);
    for (const file of statSync(path).isFile() ? [path] : filesBelow(path, ['dist', 'node_modules'])) add(file);
  }
  for (const { name, directory: other } of workspacePackages()) {
    if (!dependencies.includes(name)) continue;
    for (const file of filesBelow(join(other, 'dist'), [])) if (/\.d\.c?ts$/.test(file)) add(file);
  }
  return hash.digest('hex');
}

function filesBelow(directory, except) {
  if (!existsSync(directory)) return [];
  return (
    readdirSync(directory, { withFileTypes: true })
      // What a build that was killed has left is no input.
      .filter(({ name }) => !except.includes(name) && !name.startsWith('.dist-'))
      .sort((left, right) => (left.name < right.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(directory, entry.name);
        return entry.isDirectory() ? filesBelow(path, except) : [path];
      })
  );
}

/** Two set-ups in one tree would install and build into each other: the second waits for the first. */
async function oneAtATime(work) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `cmdlet-setup-${key}.lock`);
  while (!acquire(lock)) await delay(100);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function acquire(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function timed(title, work) {
  const start = performance.now();
  await work();
  console.log(`${title} ... ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Runs a program to its end; what it printed is shown only if it fails. */
async function run(command, args, cwd) {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${output}\n${[command, ...args].join(' ')}\nfailed in ${cwd} (exit code ${code}).`);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
