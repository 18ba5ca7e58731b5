import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from '@cmdlet/core';
import { JobExecutors, jobPack } from '@cmdlet/jobs';
import { utilityPack } from '@cmdlet/utility';
import { jobPorts } from '../../jobs/ports/index.js';
import { allDeviations } from '../all-deviations.js';
import type { GoldenResult } from '../replay-folder.js';
import { CaseExecutors } from './case-executors.js';
import { differenceOf } from './compare.js';
import type { JobCase, JobDeviation } from './job-case.js';
import type { JobPort } from './job-port.js';
import { JobScript } from './job-script.js';

/** How many cases run at the same time: they wait for processes most of the time, and have nothing in common. */
const AT_A_TIME = 4;

/** Host width where a case names none. */
const WIDTH = 120;

/**
 * Replays the cases of one file of the topic `jobs` that have a port: their scripts are text of PowerShell's language, so
 * each is written once more in TypeScript. The others do not apply until there is a command language.
 *
 * A case passes if what the port gives is what was captured or, listed in the deviations, our own expected result. A
 * deviation that is none is a failure.
 */
export async function replayJobsFile(
  json: unknown,
  deviations: Readonly<Record<string, JobDeviation>> = listedDeviations(),
): Promise<GoldenResult[]> {
  const cases = json as readonly JobCase[];
  const results: GoldenResult[] = [];
  await using executors = new CaseExecutors(AT_A_TIME);
  let next = 0;
  const replayOneByOne = async (): Promise<void> => {
    for (let index = next++; index < cases.length; index = next++) {
      const given = cases[index] as JobCase;
      const port = jobPorts[given.id];
      results[index] =
        port === undefined
          ? { id: given.id, passed: false, applicable: false, difference: 'has no port' }
          : await replayCase(given, port, deviations[given.id], executors.for(given));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, replayOneByOne));
  return results;
}

/** What `deviations.json` lists for this topic. */
export function listedDeviations(): Readonly<Record<string, JobDeviation>> {
  return allDeviations().jobs as Readonly<Record<string, JobDeviation>>;
}

/** How long a port may take, in milliseconds: nothing in a case waits that long. */
const LONGEST = 20_000;

async function withinTime(port: Promise<void> | void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`did not end within ${LONGEST} ms`)), LONGEST);
  });
  try {
    await Promise.race([port, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function replayCase(
  given: JobCase,
  port: JobPort,
  listed: JobDeviation | undefined,
  executors: JobExecutors,
): Promise<GoldenResult> {
  const { id } = given;
  const tmp = realpathSync(mkdtempSync(join(tmpdir(), 'golden-jobs-')));
  const session = await Session.create({
    packs: [jobPack, utilityPack],
    variables: { PWD: tmp },
    services: [[JobExecutors, executors]],
  });
  try {
    const script = new JobScript(session, tmp, given.width ?? WIDTH);
    await withinTime(port(script));
    const { outcome } = script;
    const captured = differenceOf(given.expect, undefined, outcome, tmp);
    if (listed === undefined)
      return captured === undefined ? { id, passed: true } : { id, passed: false, difference: captured };
    if (captured === undefined)
      return { id, passed: false, difference: 'comes out as captured, and is listed as deviation' };
    const difference = differenceOf(given.expect, listed.expect, outcome, tmp);
    if (difference === undefined) return { id, passed: true, departure: listed.reason };
    return { id, passed: false, difference: `deviates otherwise than listed: ${difference}` };
  } catch (error) {
    return { id, passed: false, difference: `threw ${error instanceof Error ? error.stack : String(error)}` };
  } finally {
    await session.dispose();
    rmSync(tmp, { recursive: true, force: true });
  }
}
