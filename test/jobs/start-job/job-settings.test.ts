import { describe, expect, it } from 'vitest';
import { JobQueue } from '../../../packages/jobs/src/start-job/job-queue.js';
import { JobSettings } from '../../../packages/jobs/src/start-job/job-settings.js';

describe('a limit of how many jobs work at the same time', () => {
  const refusal = (name: string): object => ({
    errorId: 'ArgumentOutOfRange',
    category: 'InvalidArgument',
    message: expect.stringMatching(new RegExp(`^The property ${name} is .+\\. It must be a whole number, 1 or more`)),
  });

  it.each([0, -1, 1.5, Number.NaN, Number.NEGATIVE_INFINITY])('cannot be %d', (limit) => {
    expect(() => new JobSettings({ processLimit: limit })).toThrow(expect.objectContaining(refusal('processLimit')));
    expect(() => new JobSettings({ threadLimit: limit })).toThrow(expect.objectContaining(refusal('threadLimit')));
    expect(() => new JobQueue(limit)).toThrow(expect.objectContaining(refusal('limit')));
    const queue = new JobQueue(2);
    expect(() => {
      queue.limit = limit;
    }).toThrow(expect.objectContaining(refusal('limit')));
    expect(queue.limit).toBe(2);
  });

  it('cannot be a text', () => {
    const processLimit = '4' as unknown;
    const settings = { processLimit } as ConstructorParameters<typeof JobSettings>[0];
    expect(() => new JobSettings(settings)).toThrow('The property processLimit is "4".');
  });

  it.each([1, 1000, Number.POSITIVE_INFINITY])('can be %d', (limit) => {
    expect(new JobSettings({ processLimit: limit, threadLimit: limit })).toMatchObject({
      processLimit: limit,
      threadLimit: limit,
    });
    expect(new JobQueue(limit).limit).toBe(limit);
  });
});
