import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { PSEventArgs } from '../../../packages/jobs/src/event/ps-event-args.js';
import { settle, VirtualClock } from '../../core/job/virtual-clock.js';
import { errorIds } from '../job-session.js';
import { EventSession } from './event-session.js';

/** A session whose queue holds events named as given, with the numbers 1, 2, 3 … */
async function queued(...names: string[]): Promise<EventSession> {
  const events = await EventSession.create({ clock: new VirtualClock() });
  for (const sourceIdentifier of names) await events.raise({ sourceIdentifier });
  return events;
}

const numbers = (output: readonly unknown[]): number[] => output.map((event) => (event as PSEventArgs).eventIdentifier);

describe('New-Event', () => {
  it('writes the event with all that was given', async () => {
    const events = await EventSession.create({ clock: new VirtualClock() });
    const sender = {};
    const result = await events.run('New-Event', {
      sourceIdentifier: 's',
      sender,
      eventArguments: [1, 2],
      messageData: 'm',
    });
    expect(result.output).toEqual([
      {
        eventIdentifier: 1,
        sourceIdentifier: 's',
        sender,
        sourceArgs: [1, 2],
        sourceEventArgs: 1,
        messageData: 'm',
        timeGenerated: new Date(Date.UTC(2024, 0, 1)),
      },
    ]);
  });

  it('puts an event that no action takes into the queue', async () => {
    const events = await queued('s');
    expect(await events.session.invoke('Get-Event')).toMatchObject([
      { sender: null, sourceArgs: [], sourceEventArgs: null, messageData: null },
    ]);
  });

  it('puts none into the queue that an action takes', async () => {
    const events = await EventSession.create();
    await events.engine(() => undefined);
    await events.raise();
    expect(await events.session.invoke('Get-Event')).toEqual([]);
  });
});

describe('Get-Event', () => {
  it.each([
    [{}, [1, 2, 3]],
    [{ sourceIdentifier: 'A' }, [1, 3]],
    [{ sourceIdentifier: '?' }, [1, 2, 3]],
    [{ eventIdentifier: 2 }, [2]],
    [{ id: 2 }, [2]],
  ])('with %j gets %j and leaves them', async (parameters, expected) => {
    const events = await queued('a', 'b', 'a');
    for (let time = 0; time < 2; time++) {
      expect(numbers((await events.run('Get-Event', parameters)).output)).toEqual(expected);
    }
  });

  it.each([
    [{ sourceIdentifier: 'x' }, ['INVALID_SOURCE_IDENTIFIER,jobs.GetEvent']],
    [{ eventIdentifier: 9 }, ['INVALID_EVENT_IDENTIFIER,jobs.GetEvent']],
    [{ sourceIdentifier: 'x*' }, []],
  ])('with %j that means nothing writes %j', async (parameters, ids) => {
    const result = await (await queued('a')).run('Get-Event', parameters);
    expect([errorIds(result), result.failure]).toEqual([ids, undefined]);
  });
});

describe('Remove-Event', () => {
  it.each([
    [{ sourceIdentifier: 'a' }, [2]],
    [{ sourceIdentifier: '*' }, []],
    [{ eventIdentifier: 2 }, [1, 3]],
    [{ eventIdentifier: 2, whatIf: true }, [1, 2, 3]],
  ])('with %j leaves %j', async (parameters, left) => {
    const events = await queued('a', 'b', 'a');
    await events.run('Remove-Event', parameters);
    expect(numbers(await events.session.invoke('Get-Event'))).toEqual(left);
  });

  it('takes events from the pipeline by the property of their name', async () => {
    const events = await queued('a', 'b', 'a');
    const found = await events.session.invoke('Get-Event', { eventIdentifier: 2 });
    const result = await events.session.from(found).pipe('Remove-Event').run();
    expect(errorIds(result)).toEqual([]);
    expect(numbers(await events.session.invoke('Get-Event'))).toEqual([1, 3]);
  });

  it.each([
    [{ sourceIdentifier: 'x' }, ['INVALID_SOURCE_IDENTIFIER,jobs.RemoveEvent']],
    [{ eventIdentifier: 9 }, ['INVALID_EVENT_IDENTIFIER,jobs.RemoveEvent']],
  ])('with %j that means nothing writes %j', async (parameters, ids) => {
    expect(errorIds(await (await queued('a')).run('Remove-Event', parameters))).toEqual(ids);
  });
});

describe('Wait-Event', () => {
  it('gives an event that stands in the queue already, and leaves it', async () => {
    const events = await queued('a', 'b');
    expect(numbers((await events.run('Wait-Event', { sourceIdentifier: 'b' })).output)).toEqual([2]);
    expect(numbers(await events.session.invoke('Get-Event'))).toEqual([1, 2]);
  });

  it('waits for one that matches', async () => {
    const events = await queued('other');
    const waiting = events.run('Wait-Event', { sourceIdentifier: 's*' });
    await settle();
    await events.raise({ sourceIdentifier: 'another' });
    await events.raise({ sourceIdentifier: 'some' });
    expect((await waiting).output).toMatchObject([{ sourceIdentifier: 'some' }]);
  });

  it('waits for any without a name', async () => {
    const events = await queued();
    const emitter = new EventEmitter();
    await events.object(emitter, 'tick', { sourceIdentifier: 'q' });
    const waiting = events.run('Wait-Event');
    await settle();
    emitter.emit('tick');
    expect((await waiting).output).toMatchObject([{ sourceIdentifier: 'q' }]);
  });

  it('gives nothing when the time is over', async () => {
    const clock = new VirtualClock();
    const events = await EventSession.create({ clock });
    const waiting = events.run('Wait-Event', { timeoutSec: 10 });
    await settle();
    expect(clock.pending).toBe(1);
    await clock.advance(10_000);
    expect((await waiting).output).toEqual([]);
  });

  it('ends when it is stopped', async () => {
    const clock = new VirtualClock();
    const events = await EventSession.create({ clock });
    const controller = new AbortController();
    const waiting = events.session.invoke('Wait-Event', { timeout: 10 }, { signal: controller.signal });
    await settle();
    expect(clock.pending).toBe(1);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'PipelineStoppedException' });
    expect(clock.pending).toBe(0);
  });
});

describe('Unregister-Event', () => {
  it('by name leaves the job, which is Stopped', async () => {
    const events = await EventSession.create();
    const job = await events.engine(() => 1);
    await events.run('Unregister-Event', { sourceIdentifier: 'S' });
    expect([job.state, events.session.jobs.jobs]).toEqual(['Stopped', [job]]);
  });

  it('by number', async () => {
    const events = await EventSession.create();
    const [first, second] = [await events.engine(() => 1), await events.engine(() => 1)];
    await events.run('Unregister-Event', { subscriptionId: 2 });
    expect([first.state, second.state]).toEqual(['NotStarted', 'Stopped']);
  });

  it('says what it would do, and does nothing, with -WhatIf', async () => {
    const events = await EventSession.create();
    await events.engine(() => 1);
    const result = await events.run('Unregister-Event', { subscriptionId: 1, whatIf: true });
    expect(result.information.map(String)).toEqual([
      'What if: Performing the operation "Unsubscribe" on target "Event subscription \'s\'".',
    ]);
    expect(events.manager.subscribers).toHaveLength(1);
  });

  it('reports what nothing has, but for wildcards', async () => {
    const events = await EventSession.create();
    const results = [
      await events.run('Unregister-Event', { sourceIdentifier: 'nobody' }),
      await events.run('Unregister-Event', { subscriptionId: 4711 }),
      await events.run('Unregister-Event', { sourceIdentifier: 'nobody*' }),
    ];
    expect(results.map((result) => result.errors.map(String))).toEqual([
      ["Event subscription with identifier 'nobody' does not exist."],
      ["Event subscription with identifier '4711' does not exist."],
      [],
    ]);
    expect(results.flatMap(errorIds)).toEqual([
      'INVALID_SOURCE_IDENTIFIER,jobs.UnregisterEvent',
      'INVALID_SUBSCRIPTION_IDENTIFIER,jobs.UnregisterEvent',
    ]);
  });

  it('ends what works behind the scenes only with -Force', async () => {
    const events = await EventSession.create();
    await events.engine(() => 1, { supportEvent: true });
    expect(errorIds(await events.run('Unregister-Event', { sourceIdentifier: 's' }))).toEqual([
      'INVALID_SOURCE_IDENTIFIER,jobs.UnregisterEvent',
    ]);
    expect(errorIds(await events.run('Unregister-Event', { sourceIdentifier: 's', force: true }))).toEqual([]);
    expect(events.manager.subscribers).toEqual([]);
  });
});

describe('Get-EventSubscriber', () => {
  it('tells who subscribes to what', async () => {
    const events = await EventSession.create();
    const emitter = new EventEmitter();
    const job = await events.object(emitter, 'tick', { sourceIdentifier: 'a', action: () => 1 });
    await events.run('Register-EngineEvent', { sourceIdentifier: 'b', forward: true });
    expect(await events.session.invoke('Get-EventSubscriber')).toEqual([
      {
        subscriptionId: 1,
        sourceIdentifier: 'a',
        sourceObject: emitter,
        eventName: 'tick',
        action: job,
        supportEvent: false,
        forwardEvent: false,
      },
      {
        subscriptionId: 2,
        sourceIdentifier: 'b',
        sourceObject: undefined,
        eventName: undefined,
        action: undefined,
        supportEvent: false,
        forwardEvent: true,
      },
    ]);
  });

  it.each([
    [{ sourceIdentifier: 'S' }, 1, []],
    [{ sourceIdentifier: '*' }, 1, []],
    [{ subscriptionId: 1 }, 1, []],
    [{ sourceIdentifier: 'x' }, 0, ['INVALID_SOURCE_IDENTIFIER,jobs.GetEventSubscriber']],
    [{ subscriptionId: 9 }, 0, ['INVALID_SUBSCRIPTION_IDENTIFIER,jobs.GetEventSubscriber']],
    [{ sourceIdentifier: 'x*' }, 0, []],
  ])('with %j finds %i and writes %j', async (parameters, count, ids) => {
    const events = await EventSession.create();
    await events.engine(() => 1);
    const result = await events.run('Get-EventSubscriber', parameters);
    expect([result.output.length, errorIds(result)]).toEqual([count, ids]);
  });
});
