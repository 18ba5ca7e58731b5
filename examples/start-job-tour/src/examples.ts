import { readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job, Session } from '@cmdlet/core';
import { PSCredential, type ScriptBlockContext, StartJob, startJob } from '@cmdlet/jobs';

/** One example of the page: what it says, and what it shows when it runs. */
export interface Example {
  readonly title: string;
  readonly run: (stage: Stage) => Promise<void>;
}

/** What an example can use. */
export interface Stage {
  readonly session: Session;
  /** A folder to play in. */
  readonly folder: string;
  /** Shows objects as the session's views draw them, or text. */
  readonly show: (...shown: readonly unknown[]) => Promise<void>;
}

/** A script file as a module. */
interface Script {
  default(context: object): Promise<unknown>;
}

/** Path of the scripts of this package. */
const scripts = fileURLToPath(new URL('../scripts/', import.meta.url));

/** Start-Job -ScriptBlock { Get-Process -Name node } */
const background: Example = {
  title: 'A command in the background',
  async run({ session, show }) {
    const job = await startJob(
      session,
      async (context) => {
        const script = (await import(`${context.using.scripts}get-process.mjs`)) as Script;
        return script.default({ ...context, args: ['node', 'no-such-process'] });
      },
      { using: { scripts } },
    );
    await show(job); // the prompt is back, the job runs
    await job.finished;
    await show(...(await session.invoke('Get-Job')));
    const { output, errors } = await session.pipeline('Receive-Job', { job }).run();
    await show(`${output.length > 0 ? 'Found node' : 'Found nothing'}; ${errors.join(' ')}`);
  },
};

/** Invoke-Command -HostName (Get-Content servers.txt) -ScriptBlock { … } -JobName Services -ThrottleLimit 16 -AsJob */
const onManyComputers: Example = {
  title: 'A command on many computers',
  async run({ session, folder, show }) {
    const list = join(folder, 'servers.txt');
    await writeFile(list, 'server01\nserver02\nserver03.invalid\n');
    const hostName = (await readFile(list, 'utf8')).trim().split('\n');
    const scriptBlock = async () => (await import('node:os')).availableParallelism() > 0;
    const [job] = (await session.pipeline('Invoke-Command', {
      hostName,
      scriptBlock,
      jobName: 'Services',
      throttleLimit: 16,
    })) as Job[];
    if (job === undefined) return;
    await job.finished;
    await show(job, ...job.childJobs);
  },
};

/** Start-Job -Credential me -ScriptBlock { … } | Format-List * */
const asUser: Example = {
  title: 'As another user, and all that a job has',
  async run({ session, show }) {
    const { username } = userInfo();
    const scriptBlock = async () => (await import('node:os')).userInfo().username;
    const [job] = await session.invoke(StartJob, { scriptBlock, credential: new PSCredential(username) });
    if (job === undefined) return;
    await show(...(await session.from([job]).pipe('Format-List', { property: '*' })));
    await show(...(await session.invoke('Receive-Job', { job, wait: true })));
  },
};

/** Start-Job -FilePath ./get-process.mjs */
const scriptFile: Example = {
  title: 'A script file',
  async run({ session, show }) {
    const [job] = await session.invoke(StartJob, { filePath: join(scripts, 'get-process.mjs') });
    if (job === undefined) return;
    await show(job); // the command is the text of the file, of which the table shows the first line
    const processes = await session.invoke('Receive-Job', { job, wait: true });
    await show(`${processes.length > 0 ? 'Some' : 'No'} processes`);
  },
};

/** Start-Job -Name "WinRm" -ScriptBlock { … }; Get-Job -Name winrm */
const byName: Example = {
  title: 'A job with a name',
  async run({ session, show }) {
    const job = await startJob(session, () => process.uptime() > 0, { name: 'WinRM' });
    await job.finished;
    await show(...(await session.invoke('Get-Job', { name: 'winrm' })));
  },
};

/** Start-Job -Name GetMappingFiles -InitializationScript { Import-Module … } -ScriptBlock { … } -RunAs32 */
const initialized: Example = {
  title: 'With an initialization script',
  async run({ session, show }) {
    const job = await startJob(
      session,
      () => (Reflect.get(globalThis, 'shout') as (text: string) => string)('mapping files'),
      {
        name: 'GetMappingFiles',
        using: { scripts },
        initialization: async ({ using }) => {
          await import(`${String(using['scripts'])}names.mjs`);
        },
      },
    );
    await show(...(await session.invoke('Receive-Job', { job, wait: true })));
    const { failure } = await session.pipeline('Start-Job', { scriptBlock: () => 1, runAs32: true }).run();
    await show(failure?.fullyQualifiedErrorId); // unless the session has a Node of 32 bit to choose
  },
};

/** Start-Job -ScriptBlock { Get-Content $input } -InputObject ./servers.txt; Receive-Job -Name Job45 -Keep */
const withInput: Example = {
  title: 'Input',
  async run({ session, folder, show }) {
    await writeFile(join(folder, 'servers.txt'), 'server01\nserver02\n');
    const scriptBlock = async function* ({ input }: ScriptBlockContext<string>) {
      const { readFile } = await import('node:fs/promises');
      for await (const path of input) yield* (await readFile(path, 'utf8')).trim().split('\n');
    };
    const [job] = await session.invoke(StartJob, {
      scriptBlock,
      inputObject: './servers.txt', // from the working directory of the job
      workingDirectory: folder,
    });
    if (job === undefined) return;
    await job.finished;
    for (let time = 0; time < 2; time++) {
      await show(...(await session.invoke('Receive-Job', { name: job.name, keep: true })));
    }
    await show(`HasMoreData: ${job.hasMoreData}`);
  },
};

/** Start-Job -ScriptBlock { Get-Process -Name $args } -ArgumentList node, sh, no-such-process */
const withArguments: Example = {
  title: 'Arguments',
  async run({ session, show }) {
    const [job] = await session.invoke(StartJob, {
      filePath: join(scripts, 'get-process.mjs'),
      argumentList: ['node', 'no-such-process', 'neither-this-one'],
    });
    if (job === undefined) return;
    const { output, errors } = await session.pipeline('Receive-Job', { job, wait: true }).run();
    await show(`${new Set(output.map((found) => Reflect.get(found as object, 'name') as string)).size} name found`);
    await show(`${errors.length} errors, and the job is ${job.state}`);
  },
};

/** The eight examples, in the order of the page. */
export const examples: readonly Example[] = [
  background,
  onManyComputers,
  asUser,
  scriptFile,
  byName,
  initialized,
  withInput,
  withArguments,
];
