import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { jobPorts } from '../../jobs/ports/index.js';
import { caseFilesBelow } from '../replay-folder.js';
import { listedDeviations, replayJobsFile } from './jobs.js';

const cases = caseFilesBelow(fileURLToPath(new URL('../../jobs/cases', import.meta.url))).flatMap(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as { readonly id: string }[],
);
const ids = new Set(cases.map(({ id }) => id));

it('has ports and deviations for cases that exist only, and deviations for ports only', () => {
  expect(Object.keys(jobPorts).filter((id) => !ids.has(id))).toEqual([]);
  expect(Object.keys(listedDeviations()).filter((id) => !(id in jobPorts))).toEqual([]);
});

it('has ports for at least 150 cases', () => {
  expect(Object.keys(jobPorts).length).toBeGreaterThanOrEqual(150);
});

it('fails a case whose port gives something else, and one that is listed as deviation and is none', async () => {
  const id = 'gj-none';
  const given = [
    { id, area: 'get-job', script: '', expect: { output: [{ type: 'System.Int32', value: 1 }], errors: [] } },
  ];
  expect(await replayJobsFile(given, {})).toMatchObject([
    { passed: false, difference: 'output: expected [1], got [0]' },
  ]);
  const listed = { [id]: { reason: 'a test', expect: { output: [0] } } };
  expect(await replayJobsFile(given, listed)).toMatchObject([{ passed: true, departure: 'a test' }]);
  const [captured] = cases.filter((each) => each.id === id);
  expect(await replayJobsFile([captured], listed)).toMatchObject([{ passed: false }]);
});
