/** Runs the eight examples, one after the other, and prints what they show: `node dist/main.js`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from '@cmdlet/core';
import { jobPack, RemoteTransport } from '@cmdlet/jobs';
import { utilityPack } from '@cmdlet/utility';
import { examples } from './examples.js';
import { ThisComputer } from './this-computer.js';

const session = await Session.create({
  packs: [jobPack, utilityPack],
  services: [[RemoteTransport, new ThisComputer()]],
});
const folder = await mkdtemp(join(tmpdir(), 'start-job-tour-'));

async function show(...shown: readonly unknown[]): Promise<void> {
  const lines = await session.from(shown).pipe('Out-String', {});
  process.stdout.write((lines as string[]).join(''));
}

try {
  for (const [index, { title, run }] of examples.entries()) {
    process.stdout.write(`\n${index + 1}. ${title}\n`);
    await run({ session, folder, show });
  }
} finally {
  await session.dispose();
  await rm(folder, { recursive: true, force: true });
}
