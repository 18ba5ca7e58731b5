import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { isFinishedState, type Job, JobIdCounter, type JobInit, type JobSink, type JobState } from '@cmdlet/core';
import type { TestCase } from '../test-case.js';
import { VirtualTime } from '../time/virtual-time.js';
import { contractCases } from './contract-case.js';
import { ContractWork } from './contract-work.js';

/** A job class to be tested. */
export interface JobSubject {
  /** Name of the class, for titles. */
  readonly name: string;
  /** Makes a job that has not been started. */
  readonly create: (init: JobInit) => Job;
  /** Records that come through the pipeline. Default three texts. */
  readonly input?: readonly unknown[];
  /** What is written if the work passes on what it gets, in any order. Default: the input. */
  readonly output?: readonly unknown[];
}

/** How long work may take to end in these tests, in milliseconds. */
const GRACE = 1_000;

/**
 * What every job class must do, whatever its `run` does with the work: states, records, ids, stopping. Hand the cases to
 * any test runner; no time passes.
 *
 * @example
 * defineTests(it, jobContract({ name: 'HashJob', create: (init) => new HashJob(init), input: files }));
 */
export function jobContract(subject: JobSubject): readonly TestCase[] {
  const { name, create, input = ['a', 'b', 'c'], output = input } = subject;
  const time = (): VirtualTime => new VirtualTime();
  const make = (clock: VirtualTime): Job => create({ ids: new JobIdCounter(), clock, stopGraceMilliseconds: GRACE });
  const started = (clock: VirtualTime, steps?: Steps, records: readonly unknown[] = input): Started => {
    const job = make(clock);
    const states = statesOf(job);
    const work = new ContractWork(records, steps);
    job.start(work);
    return { job, states, work };
  };

  return contractCases(name, {
    'is NotStarted when it is made, and writes nothing': () => {
      const job = make(time());
      assert.deepEqual(
        [job.state, job.psBeginTime, job.output, job.childJobs.length],
        ['NotStarted', undefined, [], 0],
      );
    },
    'runs and completes, with the times of its beginning and end': async () => {
      const clock = time();
      const { job, states } = started(clock);
      await ended(clock, job.finished);
      assert.deepEqual([states[0], states.at(-1), job.state], ['Running', 'Completed', 'Completed']);
      assert.ok(job.psBeginTime !== undefined && job.psEndTime !== undefined && job.psBeginTime <= job.psEndTime);
    },
    'hands every record of the input to the work once': async () => {
      const clock = time();
      const { job } = started(clock);
      await ended(clock, job.finished);
      assertSameElements(job.output, output);
    },
    'ends without input': async () => {
      const clock = time();
      const { job } = started(clock, undefined, []);
      await ended(clock, job.finished);
      assert.equal(job.state, 'Completed');
    },
    'cannot be started twice': async () => {
      const clock = time();
      const { job } = started(clock);
      assert.throws(() => job.start(new ContractWork([])), { errorId: 'InvalidJobState' });
      await ended(clock, job.finished);
    },
    'fails if the work fails, and tells its reason once': async () => {
      const clock = time();
      const reason = new Error('the work failed');
      const { job, work } = started(clock, () => Promise.reject(reason));
      await ended(clock, job.finished);
      assert.equal(job.state, 'Failed');
      assert.equal(job.jobStateInfo.reason?.message.includes(reason.message), true);
      assert.ok(work.invocations > 0);
      assert.equal(failuresIn(job).filter((failure) => failure === reason).length, work.invocations);
    },
    'ends at once if it is stopped before it begins': async () => {
      const clock = time();
      const job = make(clock);
      await ended(clock, job.stop());
      assert.deepEqual([job.state, clock.monotonic()], ['Stopped', 0]);
      assert.throws(() => job.start(new ContractWork([])), { errorId: 'InvalidJobState' });
    },
    'ends at once if it is stopped and the work listens': async () => {
      const clock = time();
      const { job } = started(clock, (_records, sink) => untilStopped(sink));
      await clock.settle();
      await ended(clock, job.stop());
      assert.deepEqual([job.state, clock.monotonic()], ['Stopped', 0]);
    },
    'ends within its grace periods if it is stopped and the work does not listen': async () => {
      const clock = time();
      const { job } = started(clock, () => new Promise<void>(() => {}));
      await clock.settle();
      await ended(clock, job.stop());
      assert.equal(job.state, 'Stopped');
      assert.ok(clock.monotonic() <= 3 * GRACE, `it took ${clock.monotonic()} ms`);
    },
    'waits, Blocked, for an answer, and goes on with it': async () => {
      const clock = time();
      const { job, states } = started(clock, async (_records, sink) => {
        const choices = [{ label: '&Yes', helpMessage: '' }];
        await sink.writeObject(await sink.host.promptForChoice?.('Go on?', 'Go on?', choices, 0, sink.signal));
      });
      await clock.settle();
      assert.equal(job.state, 'Blocked');
      const host = { promptForChoice: () => Promise.resolve(0) };
      for (const each of withChildren(job)) await each.answerQuestions(host, new AbortController().signal);
      await ended(clock, job.finished);
      assert.equal(job.state, 'Completed');
      assert.ok(states.includes('Blocked') && job.output.includes(0));
    },
    'numbers its children after itself, and is their parent': async () => {
      const clock = time();
      const { job } = started(clock);
      await ended(clock, job.finished);
      for (const child of job.childJobs) {
        assert.ok(child.id > job.id, `${child} comes before ${job}`);
        assert.equal(child.parent, job);
        assert.ok(isFinishedState(child.state), `${child} is ${child.state}`);
      }
    },
    'gives its output to those who watch, and to those who receive': async () => {
      const clock = time();
      const { job } = started(clock);
      const watched: unknown[] = [];
      job.output$.subscribe((value) => watched.push(value));
      const received: unknown[] = [];
      const receive = async (): Promise<void> => {
        for await (const value of job) received.push(value);
      };
      await ended(clock, receive());
      assertSameElements(watched, output);
      assertSameElements(received, output);
      assert.equal(job.hasMoreData && job.output.length > 0, false);
    },
    'leaves no timer behind, and can be disposed': async () => {
      const clock = time();
      const { job } = started(clock);
      await ended(clock, job.finished);
      await ended(clock, job.dispose());
      assert.deepEqual(
        clock.pending.filter(({ background }) => !background).map(({ origin }) => String(origin)),
        [],
      );
    },
  });
}

type Steps = (input: AsyncIterable<unknown>, sink: JobSink) => Promise<void> | void;

interface Started {
  readonly job: Job;
  readonly states: readonly JobState[];
  readonly work: ContractWork;
}

/** Moves time until a promise has settled; fails if nothing is left that could settle it. */
async function ended<T>(clock: VirtualTime, promise: Promise<T>): Promise<T> {
  let settled = false;
  const note = (): void => {
    settled = true;
  };
  void promise.then(note, note);
  for (;;) {
    await clock.settle();
    if (settled) return promise;
    assert.ok(await clock.next(), 'It does not end: nothing is left that it could wait for.');
  }
}

function statesOf(job: Job): JobState[] {
  const states: JobState[] = [];
  job.observe({
    stateChanged: (changed, { state }) => {
      if (changed === job) states.push(state);
    },
  });
  return states;
}

function untilStopped(sink: JobSink): Promise<void> {
  return new Promise((resolve) => void sink.onStop(resolve));
}

function withChildren(job: Job): Job[] {
  return [job, ...job.childJobs.flatMap(withChildren)];
}

function failuresIn(job: Job): unknown[] {
  const records = withChildren(job).flatMap((each) => each.log.unread());
  return records.filter(({ stream }) => stream === 'Failure').map(({ value }) => value);
}

function assertSameElements(actual: readonly unknown[], expected: readonly unknown[]): void {
  const left = [...expected];
  for (const value of actual) {
    const place = left.findIndex((candidate) => isDeepStrictEqual(candidate, value));
    if (place >= 0) left.splice(place, 1);
    else assert.deepEqual(actual, expected);
  }
  if (left.length > 0) assert.deepEqual(actual, expected);
}
