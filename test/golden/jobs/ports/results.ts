import { type ErrorRecord, type InformationRecord, Job } from '@cmdlet/core';
import type { JobPorts } from '../../replay/jobs/job-port.js';
import { gate } from './thread-jobs.js';

type Writers = Record<
  'writeError' | 'writeWarning' | 'writeVerbose' | 'writeDebug' | 'writeInformation',
  (text: string) => Promise<void>
> & { writeObject(value: unknown): Promise<void> };

const oneTwo = () => [1, 2];
const bad = () => {
  throw new Error('bad');
};
const outThenBad = async ({ writeObject }: Writers) => {
  await writeObject('out');
  throw new Error('bad');
};
const warns = async ({ writeWarning }: Writers) => writeWarning('w');

export const resultsPorts: JobPorts = {
  'rc-receive-empties': async (g) => {
    const job = await g.done(oneTwo);
    g.write(
      (await g.run('Receive-Job', { job })).length,
      (await g.run('Receive-Job', { job })).length,
      job.hasMoreData,
    );
  },
  'rc-keep-thread-job': async (g) => {
    const job = await g.doneThread(oneTwo);
    g.write((await g.run('Receive-Job', { job, keep: true })).length, job.hasMoreData);
    g.write((await g.run('Receive-Job', { job })).length, job.hasMoreData, job.output.length);
  },
  'rc-partial-thread-job': async (g) => {
    const block = async function* ({ using }: { using: { go: string } }) {
      const { existsSync } = await import('node:fs');
      yield 'a';
      while (!existsSync(using.go)) await new Promise((resolve) => setTimeout(resolve, 5));
      yield 'b';
    };
    const job = await g.thread(block, { using: gate(g).using });
    await g.until(() => job.output.length > 0);
    g.write(job.hasMoreData);
    await g.pipe('Receive-Job', { job });
    g.write(job.hasMoreData, job.state);
    g.file('go');
    await g.wait(job);
    g.write(job.hasMoreData);
    await g.pipe('Receive-Job', { job });
  },
  'rc-order-process-job': async (g) => {
    const block = async (write: Writers) => {
      await write.writeObject(1);
      await write.writeError('e');
      await write.writeObject(2);
      await write.writeWarning('w');
      await write.writeObject(3);
      await write.writeVerbose('v');
      await write.writeObject(4);
      await write.writeDebug('d');
      await write.writeObject(5);
      await write.writeInformation('i');
      await write.writeObject(6);
    };
    const records = await g.received(await g.done(block));
    g.write(
      ...records.map((record) =>
        typeof record === 'number' ? `Int32: ${record}` : `${(record as object).constructor.name}: ${String(record)}`,
      ),
    );
  },
  'rc-thread-job-verbose-redirected': async (g) => {
    const job = await g.doneThread(async ({ writeVerbose }: Writers) => writeVerbose('v'));
    g.write((await g.quietly('Receive-Job', { job, keep: true, verbose: false })).verbose.length);
    g.write((await g.quietly('Receive-Job', { job, verbose: true })).verbose.length);
  },
  'rc-warning-redirected-thread-job': async (g) => {
    const job = await g.doneThread(warns);
    g.write((await g.quietly('Receive-Job', { job, keep: true })).warnings.length);
    const { warnings } = await g.quietly('Receive-Job', {
      job,
      warningAction: 'SilentlyContinue',
      warningVariable: 'wv',
    });
    g.write(warnings.length, (g.session.variables.get('wv') as unknown[]).length);
  },
  'rc-name-pattern-hits-parent-and-child': async (g) => {
    await g.done(() => 'x');
    g.write((await g.run('Receive-Job', { name: 'Job*', keep: true })).length);
    g.write((await g.run('Receive-Job', { name: 'Job*' })).length);
  },
  'rc-failure-reason-after-nonterminating': async (g) => {
    const job = await g.doneThread(async ({ writeError }: Writers) => {
      await writeError('soft');
      throw new Error('hard');
    });
    g.write(...(await g.received(job)).map(String));
  },
  'rc-failure-reason-repeated': async (g) => {
    const job = await g.done(outThenBad);
    g.write(job.hasMoreData);
    g.write(...(await g.received(job, { keep: true })).map((record) => `1 ${String(record)}`));
    g.write(...(await g.received(job)).map((record) => `2 ${String(record)}`));
    g.write(...(await g.received(job)).map((record) => `3 ${String(record)}`));
    g.write(job.hasMoreData);
  },
  'rc-failure-reason-repeated-thread-job': async (g) => {
    const job = await g.doneThread(bad);
    g.write(job.hasMoreData);
    g.write(...(await g.received(job)).map((record) => `1 ${String(record)}`));
    g.write(...(await g.received(job)).map((record) => `2 ${String(record)}`));
  },
  'rc-failed-without-output-says-no-more-data': async (g) => {
    const job = await g.done(bad);
    g.write(job.hasMoreData, (await g.received(job)).length);
  },
  'rc-null-output': async (g) => {
    const p = await g.done(() => [1, null, 2]);
    const t = await g.doneThread(() => [1, null, 2]);
    g.write((await g.run('Receive-Job', { job: p })).length, (await g.run('Receive-Job', { job: t })).length);
  },
  'rc-wait-streams-until-done': async (g) => {
    const job = await g.start(oneTwo);
    await g.pipe('Receive-Job', { job, wait: true });
    g.write(job.state, job.hasMoreData);
  },
  'rc-wait-writejobinresults': async (g) => {
    const records = await g.run('Receive-Job', { job: await g.start(() => 'x'), wait: true, writeJobInResults: true });
    g.write(records.length, records[0] instanceof Job ? 'PSRemotingJob' : '', records[1]);
  },
  'rc-wait-writeevents': async (g) => {
    const job = await g.start(() => 'x');
    g.write(...(await g.run('Receive-Job', { job, wait: true, writeEvents: true })).map(eventText));
  },
  'rc-wait-writeevents-thread-job': async (g) => {
    const job = await g.thread(() => 'x');
    g.write(...(await g.run('Receive-Job', { job, wait: true, writeEvents: true })).map(eventText));
  },
  'rc-wait-autoremove-failed-job': async (g) => {
    await g.pipe('Receive-Job', { job: await g.thread(bad), wait: true, autoRemoveJob: true });
    g.write((await g.run('Get-Job')).length);
  },
  'rc-wait-autoremove-several': async (g) => {
    const jobs = [await g.thread(() => 'a'), await g.start(() => 'b')];
    await g.quietly('Receive-Job', { wait: true, autoRemoveJob: true }, jobs);
    g.write((await g.run('Get-Job')).length);
  },
  'rc-keep-wait-false': async (g) => {
    await g.pipe('Receive-Job', { wait: false, keep: true }, [await g.doneThread(() => 1)]);
  },
  'rc-autoremove-without-wait': async (g) => {
    await g.pipe('Receive-Job', { autoRemoveJob: true }, [await g.doneThread(() => 1)]);
  },
  'rc-writejobinresults-without-wait': async (g) => {
    await g.pipe('Receive-Job', { writeJobInResults: true }, [await g.doneThread(() => 1)]);
  },
  'rc-force-without-wait': async (g) => {
    await g.pipe('Receive-Job', { force: true }, [await g.doneThread(() => 1)]);
  },
  'rc-no-parameters': (g) => g.pipe('Receive-Job'),
  'rc-id-not-found': (g) => g.pipe('Receive-Job', { id: 999 }),
  'rc-computername-on-thread-job': async (g) =>
    g.pipe('Receive-Job', { job: await g.doneThread(() => 'x'), computerName: 'localhost' }),
  'rc-computername-on-process-job': async (g) => {
    const job = await g.done(() => 'x');
    g.write((await g.run('Receive-Job', { job, computerName: 'elsewhere' })).length);
    await g.pipe('Receive-Job', { job, computerName: 'localhost' });
  },
  'rc-select-first-loses-rest-thread-job': async (g) => {
    const job = await g.doneThread(() => [1, 2, 3]);
    g.write(...(await g.session.pipeline('Receive-Job', { job }).pipe('Select-Object', { first: 1 })));
    g.write((await g.run('Receive-Job', { job })).length);
  },
  'rc-error-variable-and-action': async (g) => {
    const job = await g.done(async ({ writeError }: Writers) => {
      await writeError('e1');
      await writeError('e2');
    });
    await g.run('Receive-Job', { job, errorAction: 'SilentlyContinue', errorVariable: 'ev' });
    const errors = g.session.variables.get('ev') as ErrorRecord[];
    g.write(errors.length, errors[0]?.exception.message, errors[0]?.constructor.name);
  },
  'rc-error-action-stop': async (g) => {
    const job = await g.done(async ({ writeObject, writeError }: Writers) => {
      await writeObject(1);
      await writeError('e1');
      await writeObject(2);
    });
    const { output, failure } = await g.quietly('Receive-Job', { job, errorAction: 'Stop' });
    g.write(...output, `caught ${failure?.fullyQualifiedErrorId}`, (await g.received(job)).length);
  },
  'rc-warning-variable': async (g) => {
    const job = await g.done(async ({ writeWarning }: Writers) => writeWarning('w1'));
    await g.quietly('Receive-Job', { job, warningVariable: 'wv', warningAction: 'SilentlyContinue' });
    const warnings = g.session.variables.get('wv') as object[];
    g.write(warnings.length, String(warnings[0]), warnings[0]?.constructor.name);
  },
  'rc-wait-interleaves-by-arrival': async (g) => {
    const { writeFileSync } = await import('node:fs');
    const block = async function* ({ using }: { using: { go: string; texts: string[] } }) {
      const { existsSync } = await import('node:fs');
      const [first, second] = using.texts;
      if (second !== undefined) yield first;
      while (!existsSync(using.go)) await new Promise((resolve) => setTimeout(resolve, 5));
      yield second ?? first;
    };
    const a = await g.thread(block, { using: { go: g.path('g1'), texts: ['a'] } });
    const b = await g.thread(block, { using: { go: g.path('g2'), texts: ['b', 'b2'] } });
    const process = (record: unknown) => {
      if (record === 'b') writeFileSync(g.path('g1'), '');
      if (record === 'a') writeFileSync(g.path('g2'), '');
      return record;
    };
    g.write(
      ...(await g.session.pipeline('Receive-Job', { job: [a, b], wait: true }).pipe('ForEach-Object', { process })),
    );
  },
  'rc-pipeline-by-property-name': async (g) => {
    const job = await g.doneThread(() => 'x');
    await g.pipe('Receive-Job', {}, [{ Id: job.id }]);
  },
  'rc-drained-while-running-then-finished': async (g) => {
    const job = await g.start(async function* () {
      const { existsSync } = await import('node:fs');
      for (const each of [1, 2, 3]) {
        yield each;
        while (!existsSync(`go${each}`)) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      yield 'end';
    });
    for (const each of [1, 2, 3]) {
      await g.until(() => job.output.length > 0);
      g.write(`got ${await g.run('Receive-Job', { job })}`);
      g.file(`go${each}`);
    }
    await g.wait(job);
    g.write(`got ${await g.run('Receive-Job', { job })}`, (await g.run('Receive-Job', { job })).length);
  },
  'rc-stopped-job-data-stays': async (g) => {
    const job = await g.start(async ({ writeObject, signal }: Writers & { signal: AbortSignal }) => {
      await writeObject('before');
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    });
    await g.until(() => job.output.length > 0);
    await g.run('Stop-Job', { job });
    await g.pipe('Receive-Job', { job });
    g.write((await g.received(job)).length);
  },
  'rc-removed-job': async (g) => {
    const job = await g.doneThread(() => 1);
    await g.run('Remove-Job', { job });
    await g.pipe('Receive-Job', { job });
  },
  'rc-information-variable': async (g) => {
    const job = await g.done(
      async ({ writeInformation }: { writeInformation(data: unknown, tags: string[]): Promise<void> }) => {
        await writeInformation('i1', ['t']);
        await writeInformation({ message: 'h1' }, ['PSHOST']);
      },
    );
    await g.quietly('Receive-Job', { job, informationVariable: 'iv' });
    for (const record of g.session.variables.get('iv') as InformationRecord[]) {
      g.write(`${record} tags=${record.tags.join(',')}`);
    }
  },
  'lt-unreceived-data-lost-on-remove': async (g) => {
    const job = await g.done(() => 'x');
    await g.run('Remove-Job', { job });
    g.write((await g.run('Receive-Job', { job })).length);
  },

  'er-throw-string-thread-job': async (g) => {
    const job = await g.doneThread(g.block("() => { throw 'boom'; }"));
    g.write(job.state, job.jobStateInfo.reason?.name, job.error.length);
    await g.pipe('Receive-Job', { job });
  },
  'er-caught-inside': async (g) => {
    const job = await g.done(() => {
      try {
        throw new Error('x');
      } catch (error) {
        return `caught ${(error as Error).message}`;
      }
    });
    g.write(job.state);
    await g.pipe('Receive-Job', { job });
  },
  'er-initialization-thread-job-throws': async (g) => {
    const initializationScript = async ({ writeObject }: Writers) => {
      await writeObject('out');
      throw new Error('init hard');
    };
    const job = await g.doneThread(() => 'main', { initializationScript });
    g.write(job.state);
    await g.pipe('Receive-Job', { job });
  },
  'st-no-more-running-after-finish': async (g) => {
    const job = await g.done(() => 1);
    g.write(job.hasMoreData);
    await g.run('Receive-Job', { job });
    g.write(job.hasMoreData, job.state);
  },
  'st-thread-job-queued-then-run': async (g) => {
    const { scriptBlock, using } = gate(g);
    const a = await g.thread(scriptBlock, { using, throttleLimit: 1 });
    const b = await g.thread(() => 2);
    const log = g.log([b, 'Job2']);
    g.write(b.state, b.psBeginTime === undefined, b.hasMoreData);
    g.file('go');
    await g.wait(a, b);
    g.write(...log.lines);
  },
  'st-thread-job-queued-stopped': async (g) => {
    const { scriptBlock, using } = gate(g);
    const a = await g.thread(scriptBlock, { using, throttleLimit: 1 });
    const b = await g.thread(() => 2);
    const c = await g.thread(() => 3);
    const log = g.log([b, 'Job2']);
    await g.run('Stop-Job', { job: b });
    g.file('go');
    await g.wait(a, c);
    g.write(`at the end: b=${b.state} c=${c.state}`, ...log.lines, b.error.length);
  },
  'st-thread-job-stopped': async (g) => {
    const job = await g.thread(
      ({ signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const log = g.log([job, 'Job1']);
    await g.run('Stop-Job', { job });
    g.write(...log.lines, job.jobStateInfo.reason?.name);
  },
  'st-thread-job-parse-error-in-file': (g) => {
    g.file('a.js', 'if (');
    return g.pipe('Start-ThreadJob', { filePath: './a.js' });
  },
  'st-start-job-completed': async (g) => {
    const job = await g.start(async () => {
      const { existsSync } = await import('node:fs');
      while (!existsSync('go')) await new Promise((resolve) => setTimeout(resolve, 5));
    });
    const log = g.log([job, 'parent'], [g.child(job), 'child']);
    g.file('go');
    await g.wait(job);
    g.write(...log.lines);
  },
  'st-start-job-exit-zero': async (g) => {
    const job = await g.done(async ({ writeObject, exit }: Writers & { exit(code: number): never }) => {
      await writeObject(1);
      exit(0);
    });
    g.write(job.state, g.child(job).state);
  },
  'st-start-job-child-stopped': async (g) => {
    const job = await g.start(async ({ signal }: { signal: AbortSignal }) => {
      const { writeFileSync } = await import('node:fs');
      writeFileSync('up', '');
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    });
    await g.until(() => g.exists('up'));
    const log = g.log([job, 'parent'], [g.child(job), 'child']);
    await g.run('Stop-Job', { job: g.child(job) });
    await job.finished;
    g.write(...log.lines);
  },
  'st-start-job-killed': async (g) => {
    const job = await g.start(async ({ writeObject }: Writers) => {
      const { writeFileSync } = await import('node:fs');
      await writeObject('data');
      writeFileSync('pid', String(process.pid));
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });
    await g.until(() => job.output.length > 0 && g.exists('pid') && g.read('pid') !== '');
    const log = g.log([job, 'parent'], [g.child(job), 'child']);
    process.kill(Number(g.read('pid')), 'SIGKILL');
    g.write((await g.run('Wait-Job', { job, timeout: 5 })).length, job.state, g.child(job).state);
    g.write(...log.lines.map((line) => line.replace(/\[.*/, '[reason]')));
    g.write(g.child(job).jobStateInfo.reason?.name, job.hasMoreData);
    const { output } = await g.quietly('Receive-Job', { job });
    const [error] = g.lastErrors;
    g.write(
      ...output,
      g.lastErrors.length,
      error?.fullyQualifiedErrorId,
      error?.categoryInfo.category,
      error?.targetObject,
    );
    await g.run('Stop-Job', { job });
    await g.run('Remove-Job', { job });
    g.write((await g.run('Get-Job')).length);
  },
  'lt-child-process-is-gone-after-finish': async (g) => {
    const [id] = await g.run('Receive-Job', { job: await g.done(() => process.pid) });
    await g.until(() => !isAlive(Number(id)));
    g.write('gone');
  },
  'lt-foreground-program-is-killed-on-stop': async (g) => {
    const job = await g.start(async () => {
      const { spawn } = await import('node:child_process');
      const shell = spawn('/bin/sh', ['-c', 'echo $$ > ./pid; sleep 600; true']);
      await new Promise((resolve) => shell.on('exit', resolve));
    });
    await g.until(() => g.exists('pid') && g.read('pid') !== '');
    const id = Number(g.read('pid'));
    await job.stop(undefined, { graceMilliseconds: 50 });
    g.write(job.state);
    await g.until(() => !isAlive(id));
    g.write('gone');
  },
};

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

function eventText(record: unknown): string {
  if (typeof record === 'string') return 'String   ';
  const { jobStateInfo, previousJobStateInfo } = record as {
    jobStateInfo: { state: string };
    previousJobStateInfo?: { state: string };
  };
  return `${(record as object).constructor.name} ${jobStateInfo.state} ${previousJobStateInfo?.state} True`;
}
