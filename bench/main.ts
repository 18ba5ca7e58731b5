import { Session } from '@cmdlet/core';
import { buildMeasures } from './build.js';
import { otherCmdlets } from './cmdlets.js';
import { commandMeasures } from './command.js';
import { makeItems } from './items.js';
import { jobQueryMeasures } from './job-queries.js';
import { jobMeasures } from './jobs.js';
import { type Measure, medians, report } from './measure.js';
import { memoryMeasures } from './memory.js';
import { measureInOwnProcess } from './own-process.js';
import { asynchronousStage, tenStages, threeStages } from './pipelines.js';
import { testingMeasures } from './testing.js';
import { viewMeasures } from './views.js';

const MILLION = 1_000_000;

/** `npm run bench [part of a name]` */
const wanted = process.argv[2] ?? '';

const session = await Session.create();
for (const cmdlet of otherCmdlets(24)) await session.from([{}, {}, {}]).pipe(cmdlet);

const groups: readonly (readonly [string, () => Promise<Measure[]>])[] = [
  ['three stages', threeStageMeasures],
  ['ten stages', tenStageMeasures],
  ['async', asyncMeasures],
  ['memory', () => memoryMeasures(session)],
  ['jobs', () => jobMeasures(session)],
  ['views', viewMeasures],
  ['job queries', jobQueryMeasures],
  ['testing', testingMeasures],
  ['executors', () => measureInOwnProcess('executors.ts')],
  ['command', commandMeasures],
  ['build', buildMeasures],
];
for (const [name, run] of groups) {
  if (!name.includes(wanted)) continue;
  for (const measure of await run()) console.log(report(measure));
}
await session.dispose();

async function threeStageMeasures(): Promise<Measure[]> {
  const { ours, rxjs, loop, streams, generators } = await medians(threeStages(session, makeItems(MILLION)), 5);
  const note = `per million: ${milliseconds({ ours, rxjs, loop, streams, generators })}`;
  return [
    { name: 'three stages / rxjs', ratio: ours / rxjs, goal: 1.5, direction: 'at most', note },
    { name: 'three stages / Node streams', ratio: ours / streams, goal: 0.3, direction: 'at most' },
    { name: 'three stages / async generators', ratio: ours / generators, goal: 0.13, direction: 'at most' },
  ];
}

function milliseconds(times: Readonly<Record<string, number>>): string {
  return Object.entries(times)
    .map(([name, time]) => `${name} ${time.toFixed(time < 10 ? 1 : 0)} ms`)
    .join(', ');
}

async function tenStageMeasures(): Promise<Measure[]> {
  const { ours, rxjs } = await medians(tenStages(session, makeItems(MILLION / 2)), 5);
  return [
    {
      name: 'ten stages / rxjs',
      ratio: ours / rxjs,
      goal: 1.2,
      direction: 'at most',
      note: milliseconds({ ours, rxjs }),
    },
  ];
}

/** rxjs's concatMap needs quadratic time for records that come faster than they are done with; so few are given to it. */
async function asyncMeasures(): Promise<Measure[]> {
  const few = makeItems(10_000);
  const some = await medians(asynchronousStage(session, few, 100), 25);
  const all = await medians(asynchronousStage(session, few, 1), 25);
  const many = await medians({ ours: asynchronousStage(session, makeItems(200_000), 1).ours }, 5);
  return [
    {
      name: '1 % async / rxjs',
      ratio: some.ours / some.rxjs,
      goal: 1.5,
      direction: 'at most',
      note: milliseconds(some),
    },
    {
      name: 'every step async / rxjs',
      ratio: all.ours / all.rxjs,
      goal: 5,
      direction: 'at most',
      note: milliseconds(all),
    },
    {
      name: 'async cost per record, 200,000 / 10,000 records',
      ratio: many.ours / 200_000 / (all.ours / 10_000),
      goal: 1.2,
      direction: 'at most',
    },
  ];
}
