import { setTimeout } from 'node:timers/promises';
import { GetJob, ReceiveJob, RemoveJob, StopJob } from '@cmdlet/jobs';
import { GetContentHash, GetFolderFile } from '@example/file-hash';
import type { Step } from '../step.js';

export const stopping: Step = {
  title: 'A job can be stopped, and what it has done is not lost',

  async run({ session, folder, show, watch }) {
    const files = await session.invoke(GetFolderFile, { path: [folder] });
    const path = files.map(({ fullName }) => fullName);
    const job = await session.invoke(GetContentHash, { path, jobName: 'Everything' });
    watch(job);

    await setTimeout(1000);
    await session.pipeline(GetJob, { name: ['Every*'] }).pipe(StopJob);
    const hashes = await session.invoke(ReceiveJob, { job: [job] });
    show(`Hashed ${hashes.length} of ${files.length} files.`);
    await session.invoke(RemoveJob, { job: [job] });
  },
};
