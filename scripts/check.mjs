/**
 * `npm test`: every check of the repository, those that need no tests first. Stops at the first that fails.
 * `node scripts/check.mjs types tests` runs only the checks whose names are given.
 *
 * Checks of one stage run side by side, one per processor; what a check prints is shown if it fails. Tests print as they go.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root, workspacePackages } from './workspace.mjs';

const minute = 60_000;
const cache = 'node_modules/.cache/cmdlet';
const testReport = join(root, cache, 'tests.json');
const tsc = (project) => [
  'typescript/tsc',
  '--noEmit',
  '--incremental',
  '--tsBuildInfoFile',
  `${cache}/${project.replaceAll('/', '-')}.tsbuildinfo`,
  '-p',
  project,
];

const stages = [
  [
    // The longest first, so that the others run beside it.
    {
      name: 'promises',
      title: 'Promises, any and switches (typescript-eslint)',
      command: [
        'eslint',
        '--config',
        'scripts/eslint.config.mjs',
        '--max-warnings',
        '0',
        ...existing(['packages', 'examples', 'templates', 'test', 'bench']),
      ],
    },
    {
      name: 'lint',
      title: 'Format and lint (Biome)',
      command: ['@biomejs/biome', 'check', '--error-on-warnings', '.'],
    },
    {
      name: 'directions',
      title: 'Who imports whom (dependency-cruiser)',
      command: [
        'dependency-cruiser/depcruise',
        '--config',
        'scripts/directions.cjs',
        ...existing(['packages', 'examples', 'templates', 'test', 'bench']),
      ],
    },
    { name: 'types', title: 'Types of everything (tsc)', command: tsc('tsconfig.json') },
    { name: 'tc39', title: 'Types under TC39 decorators (tsc)', command: tsc('test/core/declare/tc39/tsconfig.json') },
    {
      name: 'unused',
      title: 'Unused files, exports and dependencies (knip)',
      command: ['knip', '--no-progress'],
    },
  ],
  [
    {
      name: 'tests',
      title: 'Tests (vitest)',
      command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${testReport}`],
      printsAsItGoes: true,
    },
  ],
  builtPackages().flatMap(({ name, directory, isLibrary }) => [
    {
      name: 'publint',
      title: `What npm would publish of ${name} (publint)`,
      command: ['publint', '--strict'],
      cwd: directory,
    },
    ...(isLibrary
      ? [
          {
            name: 'attw',
            title: `Types as importers see them of ${name} (attw)`,
            command: ['@arethetypeswrong/cli', '--pack', '.', '--no-emoji'],
            cwd: directory,
          },
        ]
      : []),
  ]),
];

const wanted = process.argv.slice(2);
const known = stages.flat().map(({ name }) => name);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}. There are: ${[...new Set(known)].join(', ')}.`);
  process.exit(1);
}

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopAll();
    process.exit(1);
  });
}

const start = performance.now();
rmSync(testReport, { force: true });
mkdirSync(join(root, cache), { recursive: true });
let passed = 0;
let failed = 0;
for (const stage of stages) {
  await runStage(stage.filter(({ name }) => wanted.length === 0 || wanted.includes(name)));
  if (failed > 0) break;
}
const tests = testCounts();
console.log(`\n${passed} checks and ${tests.passed} tests passed, ${tests.skipped} skipped, in ${seconds(start)}.`);
console.log(`${passed + tests.passed} passed, ${Math.max(failed, tests.failed)} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs checks side by side until all are done or one has failed. */
async function runStage(checks) {
  const queue = [...checks];
  const worker = async () => {
    while (queue.length > 0 && failed === 0) await runCheck(queue.shift());
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

async function runCheck(check) {
  const begin = performance.now();
  if (check.printsAsItGoes) console.log(`\n> ${check.title}`);
  const { succeeded, output } = await execute(check);
  if (succeeded) {
    passed += 1;
    console.log(`ok    ${check.title}  ${seconds(begin)}`);
  } else if (failed === 0) {
    failed += 1;
    stopAll();
    console.log(
      `\n${output.trimEnd()}\n\nFAIL  ${check.title}  ${seconds(begin)}\n      node scripts/check.mjs ${check.name}`,
    );
  }
}

/** Runs one tool as the leader of a process group, so that nothing it starts outlives it. */
function execute({ command: [tool, ...args], cwd = root, printsAsItGoes = false }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [binary(tool), ...args], {
      cwd,
      detached: process.platform !== 'win32',
      stdio: ['ignore', printsAsItGoes ? 'inherit' : 'pipe', printsAsItGoes ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    const limit = setTimeout(() => {
      output += '\nStopped after 14 minutes.';
      stop(child);
    }, 14 * minute);
    running.add(child);
    child.on('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ succeeded: code === 0, output });
    });
  });
}

function stopAll() {
  for (const child of running) stop(child);
}

function stop(child) {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** The script behind a package's command: 'knip', or 'package/command' where the names differ. */
function binary(tool) {
  const directory = (name) => join(root, 'node_modules', name);
  const isPackage = existsSync(join(directory(tool), 'package.json'));
  const name = isPackage ? tool : tool.slice(0, tool.lastIndexOf('/'));
  const { bin } = JSON.parse(readFileSync(join(directory(name), 'package.json'), 'utf8'));
  const command = isPackage ? Object.keys(bin)[0] : tool.slice(tool.lastIndexOf('/') + 1);
  return join(directory(name), typeof bin === 'string' ? bin : bin[command]);
}

/** What vitest reported; a run that broke off leaves no report and counts as one failed check. */
function testCounts() {
  if (!existsSync(testReport)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(testReport, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function builtPackages() {
  return workspacePackages().filter(({ isPublic, directory }) => isPublic && existsSync(join(directory, 'dist')));
}

function existing(folders) {
  return folders.filter((folder) => existsSync(join(root, folder)));
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
