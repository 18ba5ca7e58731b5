import { JobIdCounter } from '@cmdlet/core';
import { drawLines } from '@cmdlet/utility';
import { describe, expect, it } from 'vitest';
import { ManualJob } from '../../core/job/manual-job.js';
import { VirtualClock } from '../../core/job/virtual-clock.js';

/** The jobs of the reference: ids 1, 3, 5 and 9. */
function sampleJobs(): ManualJob[] {
  const ids = new JobIdCounter();
  const job = (
    skip: number,
    name: string | undefined,
    psJobTypeName: string,
    location: string,
    command: string,
  ): ManualJob => {
    for (let id = 0; id < skip; id++) ids.next();
    return new ManualJob({ ids, name, psJobTypeName, location, command });
  };
  const nightly = ' Get-ChildItem -Recurse | Measure-Object ';
  return [
    job(0, 'Job1', 'BackgroundJob', 'localhost', ' Get-Process -Name pwsh ').set('Running'),
    withOutput(job(1, 'NightlyInventoryRun', 'BackgroundJob', 'localhost', nightly).set('Running')).set('Completed'),
    job(1, 'WinRM', 'RemoteJob', 'Server01,Server02,Server03', ' \nGet-Service WinRM').set('Running').set('Stopped'),
    job(3, 'Job9', 'ThreadJob', 'PowerShell', ' 42 ').set('Running').set('Completed'),
  ];
}

function withOutput(job: ManualJob): ManualJob {
  job.out.writeObject(1);
  return job;
}

const trimmed = (records: Iterable<unknown>, width: number): string[] =>
  [...drawLines(records, { width })].map((line) => line.trimEnd());

describe('the table of jobs', () => {
  it('has seven columns in 115 cells, cuts with … and shows of a command its first line', () => {
    expect(trimmed(sampleJobs(), 120)).toEqual([
      '',
      'Id     Name            PSJobTypeName   State         HasMoreData     Location             Command',
      '--     ----            -------------   -----         -----------     --------             -------',
      '1      Job1            BackgroundJob   Running       True            localhost             Get-Process -Name pwsh',
      '3      NightlyInvento… BackgroundJob   Completed     True            localhost             Get-ChildItem -Recurse …',
      '5      WinRM           RemoteJob       Stopped       False           Server01,Server02,S…  …',
      '9      Job9            ThreadJob       Completed     False           PowerShell            42',
      '',
    ]);
  });

  it('drops the command at 80 cells and narrows the location to 11', () => {
    expect([...drawLines(sampleJobs(), { width: 80 })]).toEqual([
      '',
      'Id     Name            PSJobTypeName   State         HasMoreData     Location',
      '--     ----            -------------   -----         -----------     --------   ',
      '1      Job1            BackgroundJob   Running       True            localhost  ',
      '3      NightlyInvento… BackgroundJob   Completed     True            localhost  ',
      '5      WinRM           RemoteJob       Stopped       False           Server01,S…',
      '9      Job9            ThreadJob       Completed     False           PowerShell ',
      '',
    ]);
  });

  it('breaks a header that no longer fits at 60 cells', () => {
    expect([...drawLines(sampleJobs().slice(0, 1), { width: 60 })]).toEqual([
      '',
      'Id     Name            PSJobTypeName   State         HasMore',
      '                                                     Data',
      '--     ----            -------------   -----         -------',
      '1      Job1            BackgroundJob   Running       True   ',
      '',
    ]);
  });

  it('goes on below a text that stands between two jobs', () => {
    const [first, second] = sampleJobs();
    const lines = trimmed([first, 'text', second], 80);
    expect(lines.slice(3, 6).map((line) => line.slice(0, 11))).toEqual(['1      Job1', 'text', '3      Nigh']);
  });
});

describe('the list of jobs', () => {
  it('shows all properties, the state last, dates in ISO 8601 and whether the job has ended', () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ ids: new JobIdCounter(), name: 'Bg', clock, instanceId: 'a', command: ' 1 ' });
    job.set('Running');
    withOutput(job);
    expect([...drawLines([job], { shape: 'list', width: 80 })]).toEqual([
      '',
      'HasMoreData   : True',
      'StatusMessage : ',
      'Location      : localhost',
      'Command       :  1 ',
      'JobStateInfo  : Running',
      'Finished      : False',
      'InstanceId    : a',
      'Id            : 1',
      'Name          : Bg',
      'ChildJobs     : {}',
      `PSBeginTime   : ${job.psBeginTime?.toISOString()}`,
      'PSEndTime     : ',
      'PSJobTypeName : ManualJob',
      'Output        : {1}',
      'Error         : {}',
      'Progress      : {}',
      'Verbose       : {}',
      'Debug         : {}',
      'Warning       : {}',
      'Information   : {}',
      'State         : Running',
      '',
    ]);
  });

  it('calls children by their names, and of their records shows none', () => {
    const parent = new ManualJob({ ids: new JobIdCounter(), name: 'Bg' });
    parent.set('Running');
    const child = parent.add({ run: (sink) => void sink.writeObject(2) });
    const lines = [...drawLines([parent], { shape: 'list' })];
    expect(lines).toContain(`ChildJobs     : {${child.name}}`);
    expect(lines).toContain('Output        : {}');
  });
});

it('a state info is a table of state and reason, the state on the right', () => {
  const job = new ManualJob({ ids: new JobIdCounter() }).set('Running').set('Failed', new Error('bad'));
  expect([...drawLines([job.jobStateInfo], { width: 80 })]).toEqual([
    '',
    ' State Reason',
    ' ----- ------',
    'Failed Error: bad',
    '',
  ]);
});

it('the list of all properties writes the dates as the list does: ISO 8601', () => {
  const job = new ManualJob({ ids: new JobIdCounter(), clock: new VirtualClock() }).set('Running');
  const lines = [...drawLines([job], { shape: 'list', properties: [{ expression: '*' }] })];
  expect(lines.find((line) => line.startsWith('PSBeginTime'))).toMatch(/: \d{4}-\d\d-\d\dT[\d:.]+Z$/);
});
