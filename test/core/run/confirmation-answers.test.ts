import { type Host, HostException, PipelineStoppedException } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { AnsweringHost, run, type Step, Trace } from './traced-cmdlet.js';

const impacts = ['None', 'Low', 'Medium', 'High'] as const;

/** Asks shouldProcess for every record; what was answered is the output. */
const asking: Step = async (cmdlet, input) => {
  await cmdlet.writeObject(await cmdlet.shouldProcess(String(input ?? 'item')));
};

describe('answers to shouldProcess', () => {
  it.each<[(string | number)[], boolean[], number]>([
    [['Yes', 'No', 'Yes'], [true, false, true], 3],
    [['Yes to All'], [true, true, true], 1],
    [['No to All'], [false, false, false], 1],
    [['No', 'Yes to All'], [false, true, true], 2],
    [['Yes', 'No to All'], [true, false, false], 2],
  ])('%j for three records', async (answers, expected, questions) => {
    const host = new AnsweringHost(...answers);
    const result = await run([confirming('High')], [1, 2, 3], { host });
    expect(result.output).toEqual(expected);
    expect(host.questions).toHaveLength(questions);
    expect(result.hadErrors).toBe(false);
  });

  it('to all hold across begin, process and end, and for every target and form', async () => {
    const host = new AnsweringHost('No to All');
    const answers: boolean[] = [];
    const ask =
      (...texts: [string, string?, string?]): Step =>
      async (cmdlet) => {
        answers.push(await cmdlet.shouldProcess(...(texts as [string, string, string])));
      };
    const steps = { begin: ask('a'), process: ask('b', 'Erase'), end: ask('d', 'q', 'c') };
    await run([new Trace().cmdlet('A', { supportsShouldProcess: true, confirmImpact: 'High', ...steps })], undefined, {
      host,
    });
    expect(answers).toEqual([false, false, false]);
  });

  it('to all hold neither for another command nor for the next run', async () => {
    const host = new AnsweringHost('Yes to All', 'Yes', 'No');
    const trace = new Trace();
    const passing: Step = async (cmdlet, input) => {
      if (await cmdlet.shouldProcess('x')) await cmdlet.writeObject(input);
    };
    const steps = { supportsShouldProcess: true, confirmImpact: 'High', process: passing } as const;
    const [a, b] = [trace.cmdlet('A', steps), trace.cmdlet('B', steps)];
    await run([a, b], [1], { host });
    expect((await run([a], [1], { host })).output).toEqual([]);
    expect(host.questions).toHaveLength(3);
  });

  it.each([-1, 9])('of %i, which is none, stop the command', async (answer) => {
    const host = new AnsweringHost(answer);
    const result = await run([confirming('High')], [1, 2], { host });
    expect(result).toMatchObject({ state: 'Failed', output: [] });
    expect(result.failure).toMatchObject({ fullyQualifiedErrorId: 'ActionPreferenceStop,TestA' });
    expect(result.failure?.categoryInfo.category).toBe('OperationStopped');
  });

  it('offer Suspend where the host can nest a prompt, and ask again afterwards', async () => {
    let nested = 0;
    const host = Object.assign(new AnsweringHost('Suspend', 'Suspend', 'Yes'), {
      enterNestedPrompt: async () => {
        nested++;
      },
    });
    const result = await run([confirming('High')], [1], { host });
    expect(host.questions.map(({ choices }) => choices.at(-1))).toEqual(['Suspend', 'Suspend', 'Suspend']);
    expect([nested, result.output]).toEqual([2, [true]]);
  });

  it('that come with a stop are the stop signal, a yes too', async () => {
    const stop = new AbortController();
    let seen: unknown;
    const host: Host = {
      promptForChoice: async (_caption, _message, _choices, _preset, signal) => {
        stop.abort();
        seen = signal.aborted;
        return 0;
      },
    };
    const caught: unknown[] = [];
    const process: Step = async (cmdlet) => {
      await cmdlet.shouldProcess('x').catch((error: unknown) => caught.push(error));
    };
    const result = await run([confirming('High', process)], undefined, { host, signal: stop.signal });
    expect(caught.map((error) => PipelineStoppedException.is(error))).toEqual([true]);
    expect([result.state, seen]).toEqual(['Stopped', true]);
  });
});

describe('a host that does not answer', () => {
  const questions: [string, Step][] = [
    ['shouldProcess', asking],
    ['shouldContinue', (cmdlet) => cmdlet.shouldContinue('q', 'c').then(() => undefined)],
  ];

  it.each(questions)('because it cannot ask fails the command: %s', async (_name, process) => {
    const result = await run([confirming('High', process)], [1, 2]);
    expect(result.failure?.fullyQualifiedErrorId).toBe('HostFunctionNotImplemented,TestA');
    expect(result.failure?.categoryInfo.category).toBe('NotImplemented');
    expect(result.failure?.toString()).toMatch(/-Confirm:\$false|-Force/);
  });

  it.each(questions)('because it refuses fails the command with the error of the host: %s', async (_name, process) => {
    const refusal = new HostException('not now', { errorId: 'HostCannotAsk', category: 'ResourceUnavailable' });
    const host: Host = { promptForChoice: () => Promise.reject(refusal) };
    const result = await run([confirming('High', process)], [1, 2], { host });
    expect(result.failure).toMatchObject({ fullyQualifiedErrorId: 'HostCannotAsk,TestA' });
    expect(result.failure?.categoryInfo.category).toBe('ResourceUnavailable');
  });
});

function confirming(confirmImpact: (typeof impacts)[number], process: Step = asking) {
  return new Trace().cmdlet('A', { supportsShouldProcess: true, confirmImpact, process });
}
