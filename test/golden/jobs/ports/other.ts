import type { Job } from '@cmdlet/core';
import { RemoteJob, startJob } from '@cmdlet/jobs';
import type { JobPorts } from '../../replay/jobs/job-port.js';

/** The cases of `background-operator`, in whose place there is a function; and those of `invoke-command`. */
export const otherPorts: JobPorts = {
  'bg-two-jobs-on-a-line': async (g) => {
    const jobs = [await startJob(g.session, () => 1), await startJob(g.session, () => 2)];
    g.write(jobs.length);
    await g.wait(...jobs);
    await g.pipe('Receive-Job', { job: jobs });
  },
  'bg-dollar-question': async (g) => {
    const job = await startJob(g.session, () => 'a');
    g.write(job, true);
  },
  'bg-directory': async (g) => {
    const workingDirectory = g.directory('sub');
    const job = await startJob(g.session, () => process.cwd(), { workingDirectory });
    await g.pipe('Receive-Job', { job, wait: true });
  },
  'bg-redirection-happens-in-the-job': async (g) => {
    const job = await startJob(
      g.session,
      async () => {
        const { writeFileSync } = await import('node:fs');
        writeFileSync('./out.txt', 'text\n');
      },
      { workingDirectory: g.tmp },
    );
    g.write((await g.run('Receive-Job', { job, wait: true })).length, g.read('out.txt').trim());
  },
  'bg-variable-is-taken-along': async (g) => {
    const v = 5;
    const { failure } = await g.quietly('Start-Job', { scriptBlock: () => v });
    g.write(failure?.errorId);
    const job = await startJob(g.session, ({ using }) => using.v, { using: { v } });
    await g.pipe('Receive-Job', { job, wait: true });
  },
  'ic-asjob-in-disconnected-session': (g) =>
    g.pipe('Invoke-Command', { computerName: 'abc', scriptBlock: () => 1, asJob: true, inDisconnectedSession: true }),
  'ic-ssh-job-name-implies-asjob': async (g) => {
    const [job] = await g.run('Invoke-Command', { hostName: 'no1.invalid', scriptBlock: () => 1, jobName: 'remote' });
    g.write(job instanceof RemoteJob ? 'PSRemotingJob' : '');
    await g.wait(job as Job);
  },
  'ic-in-process-has-no-asjob-parameter': (g) =>
    g.pipe('Invoke-Command', { noNewScope: true, scriptBlock: () => 1, asJob: true }),
};
