import { describe, expect, it } from 'vitest';
import { parseProcFiles } from '../../../examples/get-proc/src/linux-processes.js';
import { machineProcesses } from '../../../examples/get-proc/src/machine-processes.js';
import { parsePs } from '../../../examples/get-proc/src/ps-processes.js';
import { parseTasklist } from '../../../examples/get-proc/src/windows-processes.js';

describe('parseProcFiles', () => {
  const rest = 'S 17 42 42 0 -1 4194560 900 0 0 0 250 75 0 0 20 0 11 0 3000 1000000 500';

  it.each([
    ['node', 'node'],
    ['a name with blanks', 'tmux: server'],
    ['a name with parentheses', 'odd) S 1 (name'],
  ])('reads %s', (_title, name) => {
    expect(parseProcFiles(`42 (${name}) ${rest}\n`, 'Name:\tnode\nVmRSS:\t    2048 kB\nThreads:\t11\n')).toEqual({
      id: 42,
      name,
      parentId: 17,
      workingSet: 2048 * 1024,
      cpu: 3.25,
    });
  });

  it('gives kernel threads, which hold no memory, a working set of 0', () => {
    expect(parseProcFiles(`2 (kthreadd) ${rest}`, 'Name:\tkthreadd\n').workingSet).toBe(0);
  });

  it('takes the name of the program where the thread has another', () => {
    const process = parseProcFiles(`7 (MainThread) ${rest}`, '', '/usr/local/bin/node\0/srv/server.js\0');
    expect(process.name).toBe('node');
    expect(parseProcFiles(`7 (MainThread) ${rest}`, '', '').name).toBe('MainThread');
  });
});

describe('parsePs', () => {
  it('reads blank-padded columns, paths with blanks, and all forms of time', () => {
    const output = [
      '    1     0  12345   1:02.50 /sbin/launchd',
      '  512     1   2048 01:00:00 /Applications/Visual Studio Code.app/Contents/MacOS/Electron',
      '99999   512      0 2-00:00:01 node',
      '',
    ].join('\n');
    expect(parsePs(output)).toEqual([
      { id: 1, name: 'launchd', parentId: 0, workingSet: 12_345 * 1024, cpu: 62.5 },
      { id: 512, name: 'Electron', parentId: 1, workingSet: 2048 * 1024, cpu: 3600 },
      { id: 99_999, name: 'node', parentId: 512, workingSet: 0, cpu: 172_801 },
    ]);
  });
});

describe('parseTasklist', () => {
  it.each([
    ['48,120 K', 48_120],
    ['48.120 K', 48_120],
    ['48\u00a0120 Ko', 48_120],
    ['8 K', 8],
  ])('reads memory as %s', (memory, kilobytes) => {
    expect(parseTasklist(`"node.exe","4242","Console","1","${memory}"\r\n`)).toEqual([
      { id: 4242, name: 'node', workingSet: kilobytes * 1024, parentId: undefined, cpu: undefined },
    ]);
  });

  it('keeps names without extension, and skips lines that are none of its own', () => {
    const output = '"System Idle Process","0","Services","0","8 K"\r\nINFO: nothing else\r\n';
    expect(parseTasklist(output).map(({ name }) => name)).toEqual(['System Idle Process']);
  });
});

describe('machineProcesses', () => {
  it.each([
    ['linux', 'LinuxProcesses'],
    ['win32', 'WindowsProcesses'],
    ['darwin', 'PsProcesses'],
    ['freebsd', 'PsProcesses'],
  ] as const)('on %s are %s', (platform, name) => {
    expect(machineProcesses(platform).constructor.name).toBe(name);
  });

  it('are not read to the end when the run is stopped', async () => {
    await expect(machineProcesses(process.platform).list(AbortSignal.abort())).rejects.toThrow();
  });
});
