import { GetContentHash, GetFolderFile } from '@example/file-hash';
import type { Step } from '../step.js';

export const splitting: Step = {
  title: "A job class of one's own can split the work: here a child job for each folder",

  async run({ session, folder, show, watch }) {
    const job = await session
      .pipeline(GetFolderFile, { path: [folder], depth: 1 })
      .pipe(GetContentHash, { asJob: true, throttleLimit: 4 })
      .single(); // Job<FileHash>
    watch(job);

    await job.finished;
    show(job.childJobs.map(({ id, name, state, output }) => ({ id, state, hashes: output.length, name })));
  },
};
