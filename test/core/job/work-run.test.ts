import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { type ForcedEnd, WorkRun } from '../../../packages/core/src/job/work-run.js';
import { turn } from '../run/traced-cmdlet.js';
import { VirtualClock } from './virtual-clock.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it.each<[string, (run: WorkRun) => void]>([
  ['was done', (run) => run.begin(() => undefined)],
  [
    'failed',
    (run) =>
      run.begin(() => {
        throw new Error('bad');
      }),
  ],
  ['was stopped by force', (run) => run.stop(new VirtualClock(), 10, { force: true }, () => undefined)],
])('Work that %s does not keep what could have ended it by force', async (_, end) => {
  const { run, forcedEnd } = begin();
  end(run);
  await turn();
  collectGarbage();
  expect(run.outcome).toBeDefined();
  expect(forcedEnd.deref()).toBeUndefined();
});

function begin(): { readonly run: WorkRun; readonly forcedEnd: WeakRef<ForcedEnd> } {
  const forcedEnd: ForcedEnd = { kill: () => undefined };
  return { run: new WorkRun(() => undefined, forcedEnd), forcedEnd: new WeakRef(forcedEnd) };
}
