import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Job, Session } from '@cmdlet/core';
import { expect, it } from 'vitest';
import { jobPack } from '../../../packages/jobs/src/job-pack.js';
import { errorIds } from '../job-session.js';

const user = async () => (await import('node:os')).userInfo().username;

it('runs the process as the user who is named, or refuses to, and never as the caller instead', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credential-'));
  chmodSync(folder, 0o777);
  const session = await Session.create({ packs: [jobPack] });
  try {
    const parameters = { scriptBlock: user, credential: 'nobody', workingDirectory: folder };
    if (userInfo().uid !== 0) {
      expect(errorIds(await session.pipeline('Start-Job', parameters).run())).toEqual([
        'CredentialNotSupported,@cmdlet/jobs.StartJob',
      ]);
      expect(session.jobs.jobs).toEqual([]);
      return;
    }
    const [job] = (await session.invoke('Start-Job', parameters)) as Job[];
    const ended = await job?.finished;
    expect([...(job?.output ?? []), ended?.state]).toEqual(['nobody', 'Completed']);
  } finally {
    await session.dispose();
    rmSync(folder, { recursive: true });
  }
}, 30_000);
