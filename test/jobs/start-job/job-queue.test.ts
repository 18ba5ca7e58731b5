import { describe, expect, it } from 'vitest';
import { type JobPlace, JobQueue, lendPlaceWhile } from '../../../packages/jobs/src/start-job/job-queue.js';

/** Enters work that tells when it begins. */
function entering(queue: JobQueue, begun: string[]) {
  return (name: string): { place: () => JobPlace } => {
    let place: JobPlace | undefined;
    queue.enter((given) => {
      place = given;
      begun.push(name);
      return true;
    });
    return { place: () => place as JobPlace };
  };
}

describe('a queue of jobs', () => {
  it('lets so many work, the others in the order in which they came', () => {
    const begun: string[] = [];
    const queue = new JobQueue(2);
    const enter = entering(queue, begun);
    const [a] = ['a', 'b', 'c', 'd'].map(enter);
    expect(begun).toEqual(['a', 'b']);
    a?.place().leave();
    a?.place().leave();
    expect(begun).toEqual(['a', 'b', 'c']);
    expect(queue.working).toBe(2);
  });

  it('passes over what needs no turn any more, without giving its place away twice', () => {
    const begun: string[] = [];
    const queue = new JobQueue(1);
    const enter = entering(queue, begun);
    const a = enter('a');
    queue.enter(() => false);
    enter('c');
    enter('d');
    a.place().leave();
    expect(begun).toEqual(['a', 'c']);
  });

  it('takes a new limit at once, and ends nothing', () => {
    const begun: string[] = [];
    const queue = new JobQueue(1);
    const enter = entering(queue, begun);
    for (const name of ['a', 'b', 'c', 'd']) enter(name);
    queue.limit = 3;
    expect(begun).toEqual(['a', 'b', 'c']);
    queue.limit = 1;
    expect(queue.working).toBe(3);
  });

  it('gives the place of work that waits for other work to that work', async () => {
    const begun: string[] = [];
    const queue = new JobQueue(1);
    const enter = entering(queue, begun);
    const outer = enter('outer').place();
    await outer.run(async () => {
      const inner = enter('inner');
      expect(begun).toEqual(['outer']);
      await lendPlaceWhile(async () => {
        expect(begun).toEqual(['outer', 'inner']);
        inner.place().leave();
      });
    });
    expect(queue.working).toBe(1);
    outer.leave();
    expect(queue.working).toBe(0);
  });

  it('counts a place once that is lent twice, or left while it is lent', async () => {
    const queue = new JobQueue(1);
    const place = entering(queue, [])('a').place();
    await place.run(async () => {
      await Promise.all([lendPlaceWhile(async () => queue.working), lendPlaceWhile(async () => queue.working)]);
      expect(queue.working).toBe(1);
      await lendPlaceWhile(async () => place.leave());
    });
    expect(queue.working).toBe(0);
  });
});
