/**
 * The tour that `npm start` runs: eight short pieces of code, each shown, run, and followed by what it prints.
 *
 *     npm start                 looks at the files in node_modules
 *     npm start -- ~/Pictures   looks at other files
 */
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Session } from '@cmdlet/core';
import { jobPack } from '@cmdlet/jobs';
import { filePack, GetFolderFile } from '@example/file-hash';
import { processPack } from '@example/get-proc';
import { guideOn } from './guide.js';
import { codeOf } from './step.js';
import { background } from './steps/background.js';
import { binding } from './steps/binding.js';
import { call } from './steps/call.js';
import { confirmation } from './steps/confirmation.js';
import { errors } from './steps/errors.js';
import { pipeline } from './steps/pipeline.js';
import { splitting } from './steps/splitting.js';
import { stopping } from './steps/stopping.js';
import { Terminal } from './terminal.js';
import { terminalHost } from './terminal-host.js';

const next = [
  '  npm start -- ~/Downloads            the same on other files',
  '  examples/get-proc, file-hash        how these cmdlets are written',
  '  README.md                           your first cmdlet',
  '  docs/authoring.md, docs/jobs.md     everything a cmdlet and a job can do',
];

/** By the names of their files. */
const steps = { call, pipeline, binding, errors, confirmation, background, stopping, splitting };

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, 'node_modules'));
const interrupted = once(process, 'SIGINT');
const terminal = new Terminal(process.stdout, process.env);
const session = await Session.create({ packs: [processPack, filePack, jobPack], host: terminalHost(terminal) });
const sandbox = await mkdtemp(join(tmpdir(), 'cmdlet-tour-'));

try {
  const end = await Promise.race([tour().then(() => 'finished'), interrupted.then(() => 'interrupted')]);
  if (end === 'interrupted') {
    terminal.line('Interrupted.', 'yellow');
    terminal.close(); // the step that runs does not know yet
    process.exitCode = 130;
  }
} finally {
  await session.dispose();
  await rm(sandbox, { recursive: true, force: true });
}
// What was interrupted may still have files open.
process.exit();

async function tour(): Promise<void> {
  const [file] = await session.invoke(GetFolderFile, { path: [folder], depth: 1 });
  if (file === undefined) {
    terminal.line(`There are no files to look at in ${folder}. Name a folder: npm start -- ~/Downloads`, 'yellow');
    process.exitCode = 1;
    return;
  }
  await cp(join(root, 'packages/core/README.md'), join(sandbox, 'readme.md'));
  await cp(join(root, 'packages/core/README.md'), join(sandbox, 'old/readme.md'));
  await cp(join(root, 'packages/core/README.md'), join(sandbox, 'old/older/readme.md'));
  const guide = guideOn(terminal, { session, folder, sandbox });

  terminal.line('Cmdlets in TypeScript: a tour', 'bold');
  terminal.line(`Its input is real: the processes of this machine, and the files in ${folder}.`);
  terminal.line('It takes about ten seconds and changes nothing but a temporary folder. Ctrl+C ends it.');
  for (const [index, [name, step]] of Object.entries(steps).entries()) {
    terminal.line();
    terminal.line(`${index + 1}. ${step.title}`, 'bold');
    terminal.line(`   examples/tour/src/steps/${name}.ts`, 'dim');
    terminal.line();
    for (const line of codeOf(name)) terminal.line(line === '' ? '' : `    ${line}`, 'cyan');
    terminal.line();
    await step.run(guide);
  }
  terminal.line();
  terminal.line('What to try next', 'bold');
  for (const line of next) terminal.line(line);
}
