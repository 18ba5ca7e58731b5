import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ScheduledJobSettings } from '../../../packages/jobs/src/scheduled/scheduled-job-settings.js';

it.each<[title: string, directory: string, expected: string]>([
  ['an absolute one', '/var/lib/jobs', resolve('/var/lib/jobs')],
  ['a relative one, which stays where it is when the current directory changes', 'jobs', resolve('jobs')],
])('Scheduled jobs are kept in the directory that was given: %s', (_title, directory, expected) => {
  expect(new ScheduledJobSettings({ directory }).directory).toBe(expected);
});

it('Scheduled jobs are kept among the data of the user otherwise', () => {
  const { directory } = new ScheduledJobSettings();
  expect([directory.startsWith(homedir()), directory.endsWith('scheduled-jobs')]).toEqual([true, true]);
});
