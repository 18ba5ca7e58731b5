import { type PSCmdlet, type ShouldContinueMemory } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { AnsweringHost, run, type Step, Trace } from './traced-cmdlet.js';

const impacts = ['None', 'Low', 'Medium', 'High'] as const;

/** Asks shouldProcess for every record; what was answered is the output. */
const asking: Step = async (cmdlet, input) => {
  await cmdlet.writeObject(await cmdlet.shouldProcess(String(input ?? 'item')));
};

describe('shouldContinue', () => {
  const continuing =
    (memory?: ShouldContinueMemory, texts: [string, string] = ['Go on?', 'Caption']): Step =>
    async (cmdlet: PSCmdlet) => {
      await cmdlet.writeObject(await cmdlet.shouldContinue(...texts, memory));
    };

  it.each([{ whatIf: true }, { confirm: false }])('asks whatever else is said: %j', async (parameters) => {
    const host = new AnsweringHost('No');
    const result = await run([[confirming('None', continuing()), parameters]], undefined, { host });
    expect(host.questions).toEqual([{ caption: 'Caption', message: 'Go on?', choices: ['Yes', 'No'], preset: 0 }]);
    expect(result.output).toEqual([false]);
  });

  it('has texts of its own where none are given', async () => {
    const host = new AnsweringHost('Yes');
    await run([confirming('None', continuing(undefined, ['', '']))], undefined, { host });
    expect(host.questions).toMatchObject([{ caption: 'Confirm', message: 'Continue with this operation?' }]);
  });

  it('offers to-all answers with a memory, and keeps them in it', async () => {
    const memory = { yesToAll: false, noToAll: false };
    const host = new AnsweringHost('Yes', 'Yes to All');
    const result = await run([confirming('None', continuing(memory))], [1, 2, 3], { host });
    expect(host.questions[0]?.choices).toEqual(['Yes', 'Yes to All', 'No', 'No to All']);
    expect(result.output).toEqual([true, true, true]);
    expect([host.questions.length, memory]).toEqual([2, { yesToAll: true, noToAll: false }]);
  });

  it.each<[ShouldContinueMemory, boolean]>([
    [{ yesToAll: true, noToAll: false }, true],
    [{ yesToAll: false, noToAll: true }, false],
    [{ yesToAll: true, noToAll: true }, false],
  ])('asks nobody with the memory %j', async (memory, expected) => {
    expect((await run([confirming('None', continuing(memory))])).output).toEqual([expected]);
  });

  it('makes No the default where security is at stake', async () => {
    const host = new AnsweringHost('No');
    const memory = { yesToAll: false, noToAll: false, hasSecurityImpact: true };
    await run([confirming('None', continuing(memory))], undefined, { host });
    expect(host.questions[0]?.preset).toBe(2);
  });

  it('shares no memory with shouldProcess', async () => {
    const host = new AnsweringHost('Yes to All', 'No');
    const both: Step = async (cmdlet) => {
      await cmdlet.writeObject(await cmdlet.shouldProcess('x'));
      await cmdlet.writeObject(await cmdlet.shouldContinue('q', 'c'));
    };
    expect((await run([confirming('High', both)], undefined, { host })).output).toEqual([true, false]);
  });
});

function confirming(confirmImpact: (typeof impacts)[number], process: Step = asking) {
  return new Trace().cmdlet('A', { supportsShouldProcess: true, confirmImpact, process });
}
