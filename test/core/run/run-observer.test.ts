import {
  Cmdlet,
  type ObservedCommand,
  type ObservedConfirmation,
  Parameter,
  PSCmdlet,
  Session,
  type SessionOptions,
} from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { turn } from './traced-cmdlet.js';

@Cmdlet('Remove', 'It', { supportsShouldProcess: true, confirmImpact: 'Medium' })
class RemoveIt extends PSCmdlet<string> {
  @Parameter({ mandatory: true, valueFromPipeline: true }) name!: string;
  @Parameter() insist = false;

  override async processRecord(): Promise<void> {
    if (!(await this.shouldProcess(this.name, 'Remove'))) return;
    if (this.insist && !(await this.shouldContinue('Really?', 'Careful'))) return;
    await this.writeObject(this.name);
  }
}

async function observed(options: SessionOptions = {}) {
  const confirmations: ObservedConfirmation[] = [];
  const commands: ObservedCommand[] = [];
  const runs: string[] = [];
  const session = await Session.create({
    ...options,
    observer: {
      confirmationAnswered: (confirmation) => void confirmations.push(confirmation),
      commandBound: (command) => void commands.push(command),
      runGoesOn: ({ state }) => {
        runs.push(state);
        return () => void runs.push('over');
      },
    },
  });
  return { session, confirmations, commands, runs };
}

describe('RunObserver', () => {
  it.each<[string, object, SessionOptions, string[]]>([
    ['below the threshold', {}, {}, ['a NotDue true', 'b NotDue true']],
    ['with -Verbose', { verbose: true }, {}, ['a NotDue true', 'b NotDue true']],
    ['with -WhatIf', { whatIf: true }, {}, ['a WhatIf false', 'b WhatIf false']],
    ['that is asked', { confirm: true }, { host: answering(2, 0) }, ['a Asked false', 'b Asked true']],
    ['that is remembered', { confirm: true }, { host: answering(3) }, ['a Asked false', 'b Remembered false']],
    [
      'that insists',
      { insist: true },
      { host: answering(0, 1) },
      ['a NotDue true', 'Really? Asked true', 'b NotDue true', 'Really? Asked false'],
    ],
    ['that fails', { confirm: true }, {}, []],
  ])('is told of every confirmation: one %s', async (_title, parameters, options, expected) => {
    const { session, confirmations } = await observed(options);
    await session.from(['a', 'b']).pipe(RemoveIt, parameters).run();
    expect(confirmations.map(({ target, decidedBy, proceed }) => `${target} ${decidedBy} ${proceed}`)).toEqual(
      expected,
    );
    await session.dispose();
  });

  it('is told of commands that are bound, those of jobs too', async () => {
    const { session, commands } = await observed();
    await session.pipeline(RemoveIt, { name: 'a' }).pipe(RemoveIt, { insist: false });
    const job = await session.invoke(RemoveIt, { name: 'c', asJob: true });
    await job.finished;
    await session.invoke(RemoveIt, {}).catch(() => undefined);
    expect(commands.map(({ command, invocation }) => [command.name, invocation.boundParameters])).toEqual([
      ['Remove-It', { Name: 'a' }],
      ['Remove-It', { Insist: false, Name: 'a' }],
      ['Remove-It', { Name: 'c', AsJob: true }],
    ]);
    await session.dispose();
  });

  it('is told of runs that go on, and that they are over', async () => {
    const { session, runs } = await observed();
    const running = session.invoke(RemoveIt, { name: 'a' });
    expect(runs).toEqual(['Running']);
    await running;
    expect(runs).toEqual(['Running', 'over']);
    await turn();
    await session.dispose();
  });
});

describe('A run that is listened to', () => {
  it('tells of every record when it is written', async () => {
    const session = await Session.create();
    const told: string[] = [];
    const result = await session
      .from(['a', 'b'])
      .pipe(RemoveIt, { verbose: true })
      .run(({ stream, record }) => told.push(`${stream} ${record}`));
    const asked = (name: string) => `Verbose Performing the operation "Remove" on target "${name}".`;
    expect(told).toEqual([asked('a'), 'Output a', asked('b'), 'Output b']);
    expect([result.output, result.verbose.length]).toEqual([['a', 'b'], 2]);
    await session.dispose();
  });
});

function answering(...answers: readonly number[]): NonNullable<SessionOptions['host']> {
  let next = 0;
  return { promptForChoice: () => Promise.resolve(answers[next++] ?? -1) };
}
