import { ReceiveJob } from '@cmdlet/jobs';
import { GetFolderFile } from '@example/file-hash';
import { GetProc } from '@example/get-proc';
import type { Step } from '../step.js';

export const background: Step = {
  title: 'Every cmdlet can run in the background: -AsJob',

  async run({ session, folder, show, watch }) {
    const job = await session.invoke(GetFolderFile, { path: [folder], asJob: true }); // Job<FolderFile>
    watch(job);

    const processes = await session.invoke(GetProc);
    show(`Meanwhile: there are ${processes.length} processes, and the job is ${job.state}.`);

    const files = await session.invoke(ReceiveJob, { job: [job], wait: true, autoRemoveJob: true });
    show(`Received: ${files.length} files`);
  },
};
