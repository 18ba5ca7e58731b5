/** What is asked on a terminal, and what the answers mean. */
import { PassThrough } from 'node:stream';
import type { ChoiceDescription, FieldDescription } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { Questions } from '../../../packages/shell/src/host/questions.js';
import { TextStream } from '../command.js';

const yesOrNo: readonly ChoiceDescription[] = [
  { label: '&Yes', helpMessage: 'Goes on.' },
  { label: 'Yes to &All', helpMessage: 'Goes on, and asks no more.' },
  { label: '&No', helpMessage: 'Leaves it.' },
];

/** Types each answer when it is asked for; then the input ends. */
function questionsWith(answers: readonly string[], signal = new AbortController().signal) {
  const stdin = new PassThrough();
  const left = [...answers];
  const shown: string[] = [];
  class Asking extends TextStream {
    override _write(chunk: Buffer, encoding: string, done: () => void): void {
      super._write(chunk, encoding, done);
      const answer = left.shift();
      if (answer === undefined) stdin.end();
      else stdin.write(`${answer}\n`);
    }
  }
  const stderr = new Asking();
  const surroundings = { stdin, stderr };
  return { questions: new Questions(surroundings, (line) => shown.push(line), undefined), shown, stderr, signal };
}

describe('a choice', () => {
  it.each([
    [['y'], 0],
    [['A'], 1],
    [['no'], 2],
    [['yes to all'], 1],
    [[''], 2],
    [['maybe', '', 'y'], 2],
    [[' y '], 0],
    [[], -1],
  ])('answered with %j is %i', async (answers, index) => {
    const { questions, signal } = questionsWith(answers);
    expect(await questions.choice('Confirm', 'Really?', yesOrNo, 2, signal)).toBe(index);
  });

  it('tells what the answers mean, and asks again', async () => {
    const { questions, shown, stderr, signal } = questionsWith(['?', 'n']);
    expect(await questions.choice('Confirm', 'Really?', yesOrNo, -1, signal)).toBe(2);
    expect(shown).toEqual(['Confirm', 'Really?', 'Y - Goes on.', 'A - Goes on, and asks no more.', 'N - Leaves it.']);
    expect(stderr.text).toBe('[Y] Yes  [A] Yes to All  [N] No  [?] Help: '.repeat(2));
  });
});

describe('fields', () => {
  const field = (name: string, typeName: string, helpMessage = ''): FieldDescription => ({
    name,
    label: `&${name}`,
    typeName,
    helpMessage,
    isMandatory: true,
    attributes: [],
  });

  it('are asked for one after the other, lists until an empty line', async () => {
    const { questions, signal } = questionsWith(['Oslo', 'a', 'b', '']);
    const fields = [field('City', 'string'), field('Tag', 'string[]')];
    expect(await questions.fields('', '', fields, signal)).toEqual({ City: 'Oslo', Tag: ['a', 'b'] });
  });

  it('are explained by !?', async () => {
    const { questions, shown, signal } = questionsWith(['!?', 'Oslo']);
    expect(await questions.fields('', '', [field('City', 'string', 'Where to look.')], signal)).toEqual({
      City: 'Oslo',
    });
    expect(shown).toEqual(['(Type !? for help.)', 'Where to look.']);
  });

  it('are asked for again, with the reason, until the answer can be used', async () => {
    const validate = (answer: unknown) =>
      /^\d+$/.test(String(answer)) ? undefined : `"${String(answer)}" is no number.`;
    const { questions, shown, stderr, signal } = questionsWith(['many', '3', '1', 'two', '2', '']);
    const fields = [
      { ...field('Count', 'int'), validate },
      { ...field('Place', 'int[]'), validate },
    ];
    expect(await questions.fields('', '', fields, signal)).toEqual({ Count: '3', Place: ['1', '2'] });
    expect(shown).toEqual(['"many" is no number.', '"two" is no number.']);
    expect(stderr.text).toBe('Count: Count: Place[0]: Place[1]: Place[1]: Place[2]: ');
  });

  it('stay missing when the input ends', async () => {
    const { questions, signal } = questionsWith(['a']);
    expect(await questions.fields('', '', [field('Tag', 'string[]')], signal)).toBeNull();
  });
});

it('a question rejects when the run is stopped', async () => {
  const stop = new AbortController();
  const surroundings = { stdin: new PassThrough(), stderr: new TextStream() };
  const asked = new Questions(surroundings, () => undefined, undefined).choice('', '', yesOrNo, 0, stop.signal);
  stop.abort();
  await expect(asked).rejects.toThrow();
});
