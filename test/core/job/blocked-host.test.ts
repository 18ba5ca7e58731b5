import { describe, expect, it } from 'vitest';
import { PipelineStoppedException } from '../../../packages/core/src/records/exceptions.js';
import type { Host } from '../../../packages/core/src/run/host.js';
import { Gate, ManualJob } from './manual-job.js';
import { settle } from './virtual-clock.js';

const choices = [
  { label: '&Yes', helpMessage: '' },
  { label: '&No', helpMessage: '' },
];
const never = new AbortController().signal;

function asking(): { job: ManualJob; gate: Gate; ask: (message: string, signal?: AbortSignal) => Promise<number> } {
  const job = new ManualJob();
  const gate = new Gate();
  job.add(gate);
  return {
    job,
    gate,
    ask: (message, signal = never) =>
      gate.out.host.promptForChoice?.('caption', message, choices, 0, signal) ?? Promise.resolve(-9),
  };
}

const answering = (answers: readonly number[], asked: string[] = []): Host => {
  const left = [...answers];
  return {
    promptForChoice: async (_caption, message) => {
      asked.push(message);
      return left.shift() ?? -1;
    },
  };
};

describe('a question from inside a job', () => {
  it('blocks the job and its parent until somebody who receives it has answered', async () => {
    const { job, ask } = asking();
    const answer = ask('Really?');
    const child = job.childJobs[0];
    expect([child?.state, job.state]).toEqual(['Blocked', 'Blocked']);
    await child?.answerQuestions(answering([1]), never);
    expect(await answer).toBe(1);
    expect([child?.state, job.state]).toEqual(['Running', 'Running']);
  });

  it('waits in line, and the job runs on after the last', async () => {
    const { job, ask } = asking();
    const answers = [ask('first'), ask('second')];
    const asked: string[] = [];
    await job.childJobs[0]?.answerQuestions(answering([0, 1], asked), never);
    expect(await Promise.all(answers)).toEqual([0, 1]);
    expect(asked).toEqual(['first', 'second']);
    expect(job.state).toBe('Running');
  });

  it('may ask for values', async () => {
    const { job, gate } = asking();
    const values = gate.out.host.prompt?.('c', 'm', [], never);
    await job.childJobs[0]?.answerQuestions({ prompt: async () => ({ Name: 'x' }) }, never);
    expect(await values).toEqual({ Name: 'x' });
  });

  it('is rejected when the receiver has no way to ask', async () => {
    const { job, ask } = asking();
    const answer = ask('Really?');
    const rejected = expect(answer).rejects.toMatchObject({ errorId: 'HostFunctionNotImplemented' });
    await job.childJobs[0]?.answerQuestions({}, never);
    await rejected;
    expect(job.state).toBe('Running');
  });

  it('goes on waiting when the receiver is interrupted', async () => {
    const { job, ask } = asking();
    const answer = ask('Really?');
    const receiver = new AbortController();
    const host: Host = {
      promptForChoice: async () => {
        receiver.abort();
        throw new PipelineStoppedException();
      },
    };
    await expect(job.childJobs[0]?.answerQuestions(host, receiver.signal)).rejects.toThrow(PipelineStoppedException);
    expect(job.state).toBe('Blocked');
    await job.childJobs[0]?.answerQuestions(answering([1]), never);
    expect(await answer).toBe(1);
  });

  it('is asked once, though two receive at the same time', async () => {
    const { job, ask } = asking();
    const answer = ask('Really?');
    const asked: string[] = [];
    const child = job.childJobs[0];
    const host = answering([0], asked);
    await Promise.all([child?.answerQuestions(host, never), child?.answerQuestions(host, never)]);
    expect([asked, await answer]).toEqual([['Really?'], 0]);
  });

  it('is rejected with the stop signal when the job is stopped, and later ones at once', async () => {
    const { job, gate, ask } = asking();
    const answer = ask('Really?');
    const rejected = expect(answer).rejects.toThrow(PipelineStoppedException);
    const stopped = job.stop();
    await rejected;
    await expect(ask('Still?')).rejects.toThrow(PipelineStoppedException);
    gate.resolve();
    await stopped;
    expect(job.state).toBe('Stopped');
  });

  it('is rejected with the stop signal when the asker is stopped', async () => {
    const { job, ask } = asking();
    const asker = new AbortController();
    const rejected = expect(ask('Really?', asker.signal)).rejects.toThrow(PipelineStoppedException);
    asker.abort();
    await rejected;
    await settle();
    expect(job.state).toBe('Running');
    await expect(ask('Again?', asker.signal)).rejects.toThrow(PipelineStoppedException);
  });

  it('of a finished or silent job needs no answer', async () => {
    const job = new ManualJob().set('Running');
    await expect(job.answerQuestions({}, never)).resolves.toBeUndefined();
  });
});
