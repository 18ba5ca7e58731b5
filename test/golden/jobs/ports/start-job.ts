import type { JobPorts } from '../../replay/jobs/job-port.js';

/** Work that goes on until a file `go` stands in its directory. */
const untilGo = async () => {
  const { existsSync } = await import('node:fs');
  while (!existsSync('go')) await new Promise((resolve) => setTimeout(resolve, 5));
};

/** Work that goes on until it is stopped. */
export const endless = ({ signal }: { signal: AbortSignal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

const script = 'export default () => "ran";';
export const startJobPorts: JobPorts = {
  'sj-command-is-text-between-braces': async (g) => {
    const job = await g.start(g.block('() => { 1 + 1 }'));
    g.write(`[${job.command}]`, `[${g.child(job).command}]`);
    await g.wait(job);
  },
  'sj-command-keeps-line-breaks': async (g) => {
    const job = await g.start(g.block('() => {\n  1\n  2\n}'));
    g.write(job.command);
    await g.wait(job);
  },
  'sj-filepath-read-at-call': async (g) => {
    const { rmSync } = await import('node:fs');
    const path = g.file('a.js', `export default ${untilGo.toString().replace(/\}$/, "; return 'old'; }")};`);
    const job = await g.start(undefined, { filePath: path, scriptBlock: undefined });
    rmSync(path);
    g.file('go');
    await g.wait(job);
    await g.pipe('Receive-Job', { job });
  },
  'sj-filepath-missing': (g) => g.pipe('Start-Job', { filePath: './missing.ts' }),
  'sj-filepath-missing-no-extension': (g) => g.pipe('Start-Job', { filePath: './missing' }),
  'sj-filepath-wrong-extension': (g) => {
    g.file('a.txt', '1');
    return g.pipe('Start-Job', { filePath: './a.txt' });
  },
  'sj-filepath-extension-case': async (g) => {
    g.file('a.MJS', script);
    await g.gives(undefined, { scriptBlock: undefined, filePath: './a.MJS' });
  },
  'sj-filepath-directory': (g) => {
    g.directory('d.ts');
    return g.pipe('Start-Job', { filePath: './d.ts' });
  },
  'sj-filepath-directory-plain': (g) => {
    g.directory('d');
    return g.pipe('Start-Job', { filePath: './d' });
  },
  'sj-filepath-other-drive': (g) => g.pipe('Start-Job', { filePath: 'env:nothing.ts' }),
  'sj-filepath-parse-error': (g) => {
    g.file('a.js', 'if (');
    return g.pipe('Start-Job', { filePath: './a.js' });
  },
  'sj-filepath-empty-file': async (g) => {
    g.file('a.js');
    const job = await g.done(undefined, { scriptBlock: undefined, filePath: './a.js' });
    g.write(job.state, `[${job.command}]`);
  },
  'sj-filepath-empty': (g) => g.pipe('Start-Job', { filePath: '' }),
  'sj-literalpath-missing': (g) => g.pipe('Start-Job', { literalPath: './x[1].ts' }),
  'sj-literalpath-wildcard-is-literal': (g) => {
    g.file('a.ts', '1');
    return g.pipe('Start-Job', { literalPath: './*.ts' });
  },
  'sj-no-parameters': (g) => g.pipe('Start-Job'),
  'sj-scriptblock-null': (g) => g.pipe('Start-Job', { scriptBlock: null }),
  'sj-definitionname-unknown': (g) => g.pipe('Start-Job', { definitionName: 'nothing-here' }),
  'sj-definitionname-with-argumentlist': (g) => g.pipe('Start-Job', { definitionName: 'd', argumentList: [1] }),
  'sj-psversion-51-accepted': (g) => g.pipe('Start-Job', { scriptBlock: () => 'Core', psVersion: '5.1' }),
  'sj-psversion-70': (g) => g.pipe('Start-Job', { scriptBlock: () => 1, psVersion: '7.0' }),
  'sj-workingdirectory-default-is-current': async (g) => {
    g.goTo(g.directory('sub'));
    await g.gives(() => process.cwd());
  },
  'sj-workingdirectory-empty': (g) => g.pipe('Start-Job', { scriptBlock: () => 1, workingDirectory: '' }),
  'sj-workingdirectory-blank': (g) => g.pipe('Start-Job', { scriptBlock: () => 1, workingDirectory: ' ' }),
  'sj-workingdirectory-null': (g) => g.pipe('Start-Job', { scriptBlock: () => 1, workingDirectory: null }),
  'sj-workingdirectory-brackets': (g) => {
    g.directory('d[1]');
    return g.gives(() => process.cwd(), { workingDirectory: './d[1]' });
  },
  'sj-workingdirectory-wildcard-match': (g) => {
    g.directory('dir1');
    return g.pipe('Start-Job', { scriptBlock: () => 1, workingDirectory: './dir*' });
  },
  'sj-init-script-defines': (g) =>
    g.gives(g.block('() => [f(), v]'), {
      initializationScript: () => {
        Object.assign(globalThis, { f: () => 'from f', v: 'from v' });
      },
    }),
  'sj-init-script-throws': async (g) => {
    const job = await g.done(() => 'main', {
      initializationScript: () => {
        throw new Error('init thrown');
      },
    });
    g.write(job.state, g.child(job).jobStateInfo.reason?.message.includes('init thrown'));
    await g.quietly('Receive-Job', { job });
    const [error] = g.lastErrors;
    g.write(g.lastErrors.length, error?.errorId, error?.categoryInfo.category, error?.targetObject);
  },
  'sj-input-object-one-array-is-one-item': (g) =>
    g.gives(
      async ({ input }: { input: AsyncIterable<unknown[]> }) => {
        const items: unknown[][] = [];
        for await (const each of input) items.push(each);
        return [items.length, items[0]?.length];
      },
      { inputObject: [1, 2, 3] },
    ),
  'sj-input-pipeline-items': (g) =>
    g.gives(
      async function* ({ input }: { input: AsyncIterable<number> }) {
        for await (const each of input) yield `i${each}`;
      },
      {},
      [1, 2, 3],
    ),
  'sj-input-object-null': (g) =>
    g.gives(
      async ({ input }: { input: AsyncIterable<unknown> }) => {
        const items: unknown[] = [];
        for await (const each of input) items.push(each === null);
        return [...items, items.length];
      },
      { inputObject: null },
    ),
  'sj-input-none': (g) =>
    g.gives(async ({ input }: { input: AsyncIterable<unknown> | null }) => {
      let count = 0;
      for await (const _ of input ?? []) count++;
      return [count, input === null];
    }),
  'sj-input-process-block': (g) =>
    g.gives(
      async function* ({ input }: { input: AsyncIterable<string> }) {
        yield 'begin';
        for await (const each of input) yield `[${each}]`;
        yield 'end';
      },
      {},
      ['a', 'b'],
    ),
  'sj-input-no-feeding-two-statements': (g) => g.gives(() => undefined, {}, ['b', 'a']),
  'sj-job-written-at-first-record': async (g) => {
    const order: string[] = [];
    function* records() {
      for (const each of [1, 2, 3]) {
        order.push(`in${each}`);
        yield each;
      }
    }
    const jobs = await g.session
      .from(records())
      .pipe('Start-Job', {
        scriptBlock: async (context: { input: AsyncIterable<unknown> }) => {
          let count = 0;
          for await (const _ of context.input) count++;
          return count;
        },
      })
      .pipe('ForEach-Object', {
        process: (job: unknown) => {
          order.push('job');
          return job;
        },
      });
    g.write(...order);
    await g.pipe('Receive-Job', { job: jobs, wait: true });
  },
  'sj-args-array': (g) =>
    g.gives(
      ({ args }: { args: readonly unknown[] }) => [args.length, Array.isArray(args) ? 'System.Object[]' : '', args[1]],
      {
        argumentList: ['a', 'b'],
      },
    ),
  'sj-args-param-and-rest': (g) =>
    g.gives(({ args: [a, ...rest] }: { args: readonly unknown[] }) => [`${a}`, rest.length, rest[0]], {
      argumentList: [1, 2],
    }),
  'sj-args-missing-is-null': (g) =>
    g.gives(({ args: [a, b] }: { args: readonly unknown[] }) => [`${a}`, b === undefined], { argumentList: [1] }),
  'sj-args-null': (g) => g.gives(({ args }: { args: readonly unknown[] }) => args.length, { argumentList: null }),
  'sj-args-array-with-null': (g) =>
    g.gives(({ args }: { args: readonly unknown[] }) => [args.length, args[0] === null, args[1]], {
      argumentList: [null, 1],
    }),
  'sj-args-empty-array': (g) => g.gives(({ args }: { args: readonly unknown[] }) => args.length, { argumentList: [] }),
  'sj-args-named-text-is-positional': (g) =>
    g.gives(({ args: [a, b] }: { args: readonly unknown[] }) => `${a},${b}`, { argumentList: ['-b', 2] }),
  'sj-using-value': (g) => g.gives(({ using }: { using: { v: number } }) => using.v + 1, { using: { v: 5 } }),
  'sj-using-undefined-starts-nothing': async (g) => {
    await g.quietly('Start-Job', { scriptBlock: ({ using }: { using: { notthere: number } }) => using.notthere });
    g.write(g.lastErrors[0]?.errorId === 'UsingVariableIsUndefined' ? 'caught' : 'nothing');
    g.write((await g.run('Get-Job')).length, (await g.thread(() => undefined)).id);
  },
  'sj-using-in-file': (g) => {
    g.file('a.js', "export default ({ using }) => 'v=' + using.v;");
    return g.gives(undefined, { scriptBlock: undefined, filePath: './a.js', using: { v: 'caller' } });
  },
  'sj-using-value-taken-at-start': async (g) => {
    const using = { v: 1 };
    const job = await g.start(g.block(`async ({ using }) => { await (${untilGo})(); return using.v; }`), { using });
    using.v = 2;
    g.file('go');
    await g.wait(job);
    await g.pipe('Receive-Job', { job });
  },
  'sj-erroraction-does-not-reach-the-script': async (g) => {
    const job = await g.done(
      async ({ writeError }: { writeError(message: string): Promise<void> }) => {
        await writeError('e');
        return 'after';
      },
      { errorAction: 'Stop' },
    );
    g.write(job.state);
    await g.pipe('Receive-Job', { job });
  },
  'sj-exit-code': async (g) => {
    const job = await g.done(
      async ({ writeObject, exit }: { writeObject(value: unknown): Promise<void>; exit(code: number): never }) => {
        await writeObject('before');
        exit(3);
      },
    );
    g.write(job.state, g.child(job).state, g.child(job).jobStateInfo.reason === undefined, job.exitCode);
    await g.pipe('Receive-Job', { job });
  },
  'sj-native-exit-code': async (g) => {
    const job = await g.done(async () => {
      const { spawnSync } = await import('node:child_process');
      const { stdout, status } = spawnSync('/bin/sh', ['-c', 'echo out; exit 3'], { encoding: 'utf8' });
      return [stdout.trim(), status];
    });
    g.write(job.state);
    await g.pipe('Receive-Job', { job });
  },
  'sj-throttlelimit-not-offered': (g) => g.pipe('Start-Job', { scriptBlock: () => undefined, throttleLimit: 3 }),
  'sj-positional-init-and-name': async (g) => {
    const job = await g.done(g.block('() => v'), {
      initializationScript: () => {
        Object.assign(globalThis, { v: 'init' });
      },
      name: 'both',
    });
    g.write(job.name);
    await g.pipe('Receive-Job', { job });
  },
  'sj-parent-running-at-once': async (g) => {
    const job = await g.start(untilGo);
    const child = g.child(job);
    g.write(job.state, job.psBeginTime !== undefined, child.state, child.psBeginTime !== undefined);
    g.write(job.hasMoreData, child.hasMoreData);
    g.file('go');
    await g.wait(job);
    g.write(job.state, child.state);
  },
};
