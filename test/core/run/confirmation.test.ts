import { Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { AnsweringHost, run, type Step, Trace } from './traced-cmdlet.js';

const impacts = ['None', 'Low', 'Medium', 'High'] as const;

/** Asks shouldProcess for every record; what was answered is the output. */
const asking: Step = async (cmdlet, input) => {
  await cmdlet.writeObject(await cmdlet.shouldProcess(String(input ?? 'item')));
};

describe('whether shouldProcess asks', () => {
  const table = impacts.flatMap((impact) =>
    impacts.map((threshold) => {
      const asked = threshold !== 'None' && impacts.indexOf(threshold) <= impacts.indexOf(impact);
      return [impact, threshold, asked] as const;
    }),
  );

  it.each(table)('with impact %s and the variable at %s: %s', async (impact, threshold, asked) => {
    const host = new AnsweringHost('Yes');
    const result = await run([confirming(impact)], undefined, { host, variables: { ConfirmPreference: threshold } });
    expect(host.questions).toHaveLength(asked ? 1 : 0);
    expect(result.output).toEqual([true]);
  });

  it.each<[(typeof impacts)[number], boolean, boolean]>([
    ['None', true, false],
    ['Low', true, true],
    ['Medium', true, true],
    ['High', true, true],
    ['Low', false, false],
    ['Medium', false, false],
    ['High', false, false],
  ])('with impact %s and -Confirm:%s: %s', async (impact, confirm, asked) => {
    const host = new AnsweringHost('Yes');
    await run([[confirming(impact), { confirm }]], undefined, { host, variables: { ConfirmPreference: 'Low' } });
    expect(host.questions).toHaveLength(asked ? 1 : 0);
  });

  it('with impact Medium where none is declared', async () => {
    const cmdlet = () => new Trace().cmdlet('A', { supportsShouldProcess: true, process: asking });
    const host = new AnsweringHost('Yes');
    await run([cmdlet()], undefined, { host, variables: { ConfirmPreference: 'Medium' } });
    await run([cmdlet()], undefined, { host, variables: { ConfirmPreference: 'High' } });
    expect(host.questions).toHaveLength(1);
  });
});

describe('a what-if run', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['by parameter', { whatIf: true }, {}],
    ['by parameter, whatever else is said', { whatIf: true, confirm: true }, { ConfirmPreference: 'Low' }],
    ['by variable', {}, { WhatIfPreference: true }],
    ['by a variable that holds text', {}, { WhatIfPreference: 'false' }],
  ])('%s asks nothing, answers no, and says so', async (_way, parameters, variables) => {
    const host = new AnsweringHost();
    const result = await run([[confirming('High'), parameters]], undefined, { host, variables });
    expect(result.output).toEqual([false]);
    expect(host.shown).toEqual(['information What if: Performing the operation "Test-A" on target "item".']);
    expect(result.information).toHaveLength(1);
    expect(result.information[0]).toMatchObject({
      tags: ['WhatIf'],
      messageData: { command: 'Test-A', action: 'Test-A', target: 'item' },
    });
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['-WhatIf:$false', { whatIf: false }, { WhatIfPreference: true }],
    ['an empty text in the variable', {}, { WhatIfPreference: '' }],
    ['0 in the variable', {}, { WhatIfPreference: 0 }],
    ['null in the variable', {}, { WhatIfPreference: null }],
  ])('is none with %s', async (_way, parameters, variables) => {
    expect((await run([[confirming('Low'), parameters]], undefined, { variables })).output).toEqual([true]);
  });

  it('is captured and merged like any information', async () => {
    const session = await Session.create();
    const pipeline = session.pipeline(confirming('High'), {
      whatIf: true,
      informationVariable: 'iv',
      informationAction: 'Ignore',
    });
    const output = await pipeline.merge({ information: 'output' });
    expect(output.map(String)).toEqual(['What if: Performing the operation "Test-A" on target "item".', 'false']);
    expect(session.variables.get('iv')).toHaveLength(1);
    await session.dispose();
  });

  it('tells its reason', async () => {
    const answers: unknown[] = [];
    const process: Step = async (cmdlet) => {
      answers.push(await cmdlet.shouldProcessWithReason('Describing it.', 'Really?', 'Careful'));
    };
    await run([[confirming('High', process), { whatIf: true }]]);
    await run([confirming('Low', process)]);
    expect(answers).toEqual([
      { proceed: false, reason: 'WhatIf' },
      { proceed: true, reason: 'None' },
    ]);
  });
});

describe('the texts of shouldProcess', () => {
  const fallback = (description: string) => `Are you sure you want to perform this action?\n${description}`;
  const performing = (action: string, target: string) => `Performing the operation "${action}" on target "${target}".`;

  it.each<[string, [string, string?, string?], { description: string; message: string; caption: string }]>([
    [
      'a target',
      ['item'],
      {
        description: performing('Test-A', 'item'),
        message: fallback(performing('Test-A', 'item')),
        caption: 'Confirm',
      },
    ],
    [
      'a target and an action',
      ['item', 'Erase'],
      { description: performing('Erase', 'item'), message: fallback(performing('Erase', 'item')), caption: 'Confirm' },
    ],
    [
      'three texts',
      ['Describing it.', 'Really?', 'Careful'],
      { description: 'Describing it.', message: 'Really?', caption: 'Careful' },
    ],
    [
      'three texts, two of them empty',
      ['Describing it.', '', ''],
      { description: 'Describing it.', message: fallback('Describing it.'), caption: 'Confirm' },
    ],
  ])('from %s', async (_form, texts, expected) => {
    const process: Step = async (cmdlet) => {
      await cmdlet.shouldProcess(...(texts as [string, string, string]));
    };
    const host = new AnsweringHost('Yes');
    await run([confirming('High', process)], undefined, { host });
    expect(host.questions).toEqual([
      {
        caption: expected.caption,
        message: expected.message,
        choices: ['Yes', 'Yes to All', 'No', 'No to All'],
        preset: 0,
      },
    ]);
    const silent = await run([[confirming('Low', process), { verbose: true }]]);
    expect(silent.verbose.map(String)).toEqual([expected.description]);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>, number]>([
    ['the switch', { verbose: true }, {}, 1],
    ['the variable', {}, { VerbosePreference: 'Continue' }, 1],
    ['the switch against the variable', { verbose: false }, { VerbosePreference: 'Continue' }, 0],
    ['neither', {}, {}, 0],
  ])(
    'go to verbose where nothing is asked, by the effective preference: %s',
    async (_way, parameters, variables, count) => {
      const result = await run([[confirming('Low'), parameters]], undefined, { variables });
      expect(result.verbose).toHaveLength(count);
    },
  );

  it('do not go to verbose where somebody is asked, nor after a to-all answer', async () => {
    const host = new AnsweringHost('Yes to All');
    const result = await run([[confirming('High'), { verbose: true }]], [1, 2], { host });
    expect(result).toMatchObject({ output: [true, true], verbose: [] });
  });
});

describe('shouldProcess of a command that does not declare it', () => {
  it.each([false, true])('is InvalidOperation, with WhatIfPreference at %s', async (WhatIfPreference) => {
    const result = await run([new Trace().cmdlet('A', { process: asking })], undefined, {
      variables: { WhatIfPreference },
    });
    expect(result.failure?.fullyQualifiedErrorId).toBe('InvalidOperation,TestA');
    expect(result.failure?.toString()).toContain('supportsShouldProcess');
  });

  it.each([{ whatIf: true }, { confirm: true }])('has no parameter %j', async (parameters) => {
    const result = await run([[new Trace().cmdlet('A'), parameters]]);
    expect(result.failure?.fullyQualifiedErrorId).toBe('NamedParameterNotFound,TestA');
  });
});

function confirming(confirmImpact: (typeof impacts)[number], process: Step = asking) {
  return new Trace().cmdlet('A', { supportsShouldProcess: true, confirmImpact, process });
}
