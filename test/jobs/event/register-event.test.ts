import { EventEmitter } from 'node:events';
import { ErrorRecord, type Host, Job } from '@cmdlet/core';
import { BehaviorSubject, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { EventActionContext } from '../../../packages/jobs/src/event/event-action.js';
import { PSEventJob } from '../../../packages/jobs/src/event/ps-event-job.js';
import { ScriptBlockText } from '../../../packages/jobs/src/script-block/script-block-argument.js';
import { ScriptBlockCompiler } from '../../../packages/jobs/src/script-block/script-block-compiler.js';
import { ManualJob, StateLog } from '../../core/job/manual-job.js';
import { settle, VirtualClock } from '../../core/job/virtual-clock.js';
import { errorIds } from '../job-session.js';
import { EventSession } from './event-session.js';

const message = ({ event, args }: EventActionContext): string => `got ${event.messageData} ${args.length}`;

/** An object that events can be subscribed to, which throws at some point. */
class Broken extends EventEmitter {
  constructor(private readonly method: 'on' | 'off') {
    super();
  }

  override on(name: string, listener: (...args: unknown[]) => void): this {
    if (this.method === 'on') throw new RangeError('full');
    return super.on(name, listener);
  }

  override off(name: string, listener: (...args: unknown[]) => void): this {
    super.off(name, listener);
    if (this.method === 'off') throw new RangeError('gone');
    return this;
  }
}

describe('a source that fails', () => {
  const withHost = async (): Promise<{ events: EventSession; shown: string[] }> => {
    const shown: string[] = [];
    const host: Host = {
      showError: (record) => shown.push(ErrorRecord.is(record) ? record.fullyQualifiedErrorId : ''),
    };
    return { events: await EventSession.create({ host }), shown };
  };

  it.each([[{ action: () => 1 }], [{}]])('to be listened to leaves no subscription behind: %o', async (parameters) => {
    const events = await EventSession.create();
    const inputObject = new Broken('on');
    const given = { inputObject, eventName: 'e', sourceIdentifier: 's', ...parameters };
    const result = await events.run('Register-ObjectEvent', given);
    expect(errorIds(result)).toEqual(['INVALID_REGISTRATION,jobs.RegisterObjectEvent']);
    expect(String(result.errors[0])).toContain('full');
    expect([events.manager.subscribers, events.session.jobs.jobs]).toEqual([[], []]);
    expect(events.manager.isInUse('s')).toBe(false);
  });

  it.each([[{}], [{ forward: true }], [{ action: () => 1, supportEvent: true }]])(
    'as an Observable without a job that is seen is told: %o',
    async (parameters) => {
      const { events, shown } = await withHost();
      const source = { numbers$: new Subject<number>() };
      await events.run('Register-ObjectEvent', { inputObject: source, eventName: 'numbers', ...parameters });
      source.numbers$.error(new RangeError('broken'));
      expect(shown).toEqual(['EventSourceFailed']);
      const [record] = events.session.errors;
      expect(String(record)).toContain('broken');
      expect(record?.exception.cause).toBeInstanceOf(RangeError);
      expect(record?.targetObject).toBe(source);
      if (!('action' in parameters)) expect(events.manager.subscribers).toEqual([]);
    },
  );

  it('to let its listener go is told, and the others are let go', async () => {
    const { events, shown } = await withHost();
    const objects = [new Broken('off'), new EventEmitter()];
    const jobs = [];
    for (const object of objects) jobs.push(await events.object(object, 'e', { action: () => 1 }));
    await events.session.dispose();
    expect(shown).toEqual(['EventSourceFailed']);
    expect(objects.map((object) => object.listenerCount('e'))).toEqual([0, 0]);
    expect(jobs.map(({ state }) => state)).toEqual(['Stopped', 'Stopped']);
  });

  it('to let its listener go does not keep its job from being stopped by Unregister-Event', async () => {
    const { events, shown } = await withHost();
    const job = await events.object(new Broken('off'), 'e', { action: () => 1, sourceIdentifier: 's' });
    expect(errorIds(await events.run('Unregister-Event', { sourceIdentifier: 's' }))).toEqual([]);
    expect([job.state, shown]).toEqual(['Stopped', ['EventSourceFailed']]);
  });
});

it('the end of a session ends the actions of all subscriptions, those behind the scenes too', async () => {
  const events = await EventSession.create();
  const signals: AbortSignal[] = [];
  const action = ({ signal }: EventActionContext): Promise<void> => {
    signals.push(signal);
    return new Promise((resolve) => signal.addEventListener('abort', () => setImmediate(resolve)));
  };
  for (const sourceIdentifier of ['a', 'b']) {
    await events.run('Register-EngineEvent', { sourceIdentifier, action, supportEvent: true });
    events.manager.raise(sourceIdentifier);
  }
  const jobs = events.manager.subscribers.map((subscriber) => subscriber.action);
  while (signals.length < 2) await settle();
  await events.session.dispose();
  expect(jobs.map((job) => job?.state)).toEqual(['Stopped', 'Stopped']);
});

describe('the job of a subscription', () => {
  it('is an event job without children, begin time, place or kind, in the list of jobs', async () => {
    const events = await EventSession.create();
    const job = await events.engine(() => 1);
    expect(job).toBeInstanceOf(PSEventJob);
    expect(job).toBeInstanceOf(Job);
    expect(job).toMatchObject({
      name: 's',
      id: 1,
      state: 'NotStarted',
      psJobTypeName: '',
      location: '',
      statusMessage: '',
      childJobs: [],
      psBeginTime: undefined,
    });
    expect(events.session.jobs.jobs).toEqual([job]);
  });

  it('keeps the text of its action as its command', async () => {
    const events = await EventSession.create();
    expect((await events.engine(() => 1)).command).toBe('1');
    expect((await events.engine(message.bind(undefined))).command).toContain('native code');
  });

  it('runs an action that is text by the compiler of the session', async () => {
    const compiler: ScriptBlockCompiler = {
      compile: ({ block }) => ({
        source: { kind: 'live', run: ({ event, using }: EventActionContext) => [event.messageData, using, block.text] },
        using: { name: 'n' },
      }),
    };
    const events = await EventSession.create({ services: [[ScriptBlockCompiler, compiler]] });
    const job = await events.engine(new ScriptBlockText(' $Event.MessageData '));
    await events.raise({ messageData: 'm' });
    await events.written(job, 3);
    expect([job.output, job.command]).toEqual([['m', { name: 'n' }, ' $Event.MessageData '], ' $Event.MessageData ']);
  });

  it('is not made for text that nobody can compile', async () => {
    const events = await EventSession.create();
    const result = await events.run('Register-EngineEvent', { sourceIdentifier: 's', action: ' 1 ' });
    expect(errorIds(result)).toEqual(['ScriptBlockCompilerNotFound,jobs.RegisterEngineEvent']);
    expect([events.manager.subscribers, events.session.jobs.jobs]).toEqual([[], []]);
  });

  it('takes its number from the counter of the session', async () => {
    const events = await EventSession.create();
    expect([(await events.engine(message)).id, (await events.engine(message)).id]).toEqual([1, 2]);
  });

  it('is named by a UUID where no name was given', async () => {
    const events = await EventSession.create();
    const job = await events.object(new EventEmitter(), 'x', { action: message });
    expect(job.name).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });

  it('is neither written nor listed for a support event', async () => {
    const events = await EventSession.create();
    expect(await events.engine(message, { supportEvent: true })).toBeUndefined();
    expect(events.session.jobs.jobs).toEqual([]);
    expect(await events.session.invoke('Get-EventSubscriber')).toEqual([]);
    expect(await events.session.invoke('Get-EventSubscriber', { force: true })).toHaveLength(1);
  });

  it('holds what its action wrote at each event, and goes on running when that is received', async () => {
    const events = await EventSession.create();
    const job = await events.engine(async (context: EventActionContext) => {
      await context.writeWarning('w');
      return message(context);
    });
    await events.raise({ messageData: 'm1' });
    await events.raise({ messageData: 'm2' });
    await events.written(job, 2);
    const received = await events.receive(job);
    expect(received.output).toEqual(['got m1 0', 'got m2 0']);
    expect(received.warnings.map(String)).toEqual(['w', 'w']);
    expect((await events.receive(job)).output).toEqual([]);
    expect([job.state, job.hasMoreData]).toEqual(['Running', true]);
  });

  it('is NotStarted until the first event, then Running once, and never Completed', async () => {
    const events = await EventSession.create();
    const job = await events.engine(message);
    const states = new StateLog(job);
    await events.raise();
    await events.raise();
    await events.written(job, 2);
    await events.run('Unregister-Event', { sourceIdentifier: 's' });
    expect(states.lines).toEqual(['s: NotStarted -> Running', 's: Running -> Stopping', 's: Stopping -> Stopped']);
  });

  it('runs one event after the other, in order, however long an action takes', async () => {
    const events = await EventSession.create();
    const gate = new Subject<void>();
    const job = await events.engine(async function* ({ event }: EventActionContext) {
      yield `begin ${event.messageData}`;
      await new Promise<void>((resolve) => gate.subscribe(() => resolve()));
      yield `end ${event.messageData}`;
    });
    await events.raise({ messageData: 1 });
    await events.raise({ messageData: 2 });
    await events.written(job, 1);
    gate.next();
    await events.written(job, 3);
    expect(job.output).toEqual(['begin 1', 'end 1', 'begin 2']);
    gate.next();
    await events.written(job, 4);
  });

  it('keeps what an action remembers from one event to the next', async () => {
    const events = await EventSession.create();
    let seen = 0;
    const job = await events.engine(() => ++seen);
    await events.raise();
    await events.raise();
    await events.written(job, 2);
    expect(job.output).toEqual([1, 2]);
  });

  it('tells the host of errors and warnings at once, lists errors, and keeps both for whoever receives it', async () => {
    const shown: string[] = [];
    const events = await EventSession.create({
      host: {
        showError: (record) => shown.push(`error ${record}`),
        showWarning: (record) => shown.push(`warning ${record}`),
      },
    });
    const job = await events.engine(async ({ writeError, writeWarning }: EventActionContext) => {
      await writeError('e');
      await writeWarning('w');
      return 'o';
    });
    await events.raise();
    await events.written(job, 1);
    expect(shown).toEqual(['error e', 'warning w']);
    expect([...events.session.errors].map(String)).toEqual(['e']);
    expect(job.error).toHaveLength(1);
    const received = await events.receive(job);
    expect(errorIds(received)).toEqual(['Microsoft.PowerShell.Commands.WriteErrorException']);
    expect(received.output).toEqual(['o']);
  });

  it('keeps no more records than jobs of the session may', async () => {
    const events = await EventSession.create({ jobRetention: { maxRecords: 2 } });
    const job = await events.engine(({ event }: EventActionContext) => event.messageData, { maxTriggerCount: 4 });
    for (const messageData of [1, 2, 3, 4]) await events.raise({ messageData });
    await job.finished;
    expect(job.output).toEqual([3, 4]);
  });

  it('does not wait for a reader before the next event', async () => {
    const events = await EventSession.create({ jobRetention: { recordWindow: 1 } });
    const twice = async ({ event, writeObject }: EventActionContext) => {
      await writeObject(event.messageData);
      await writeObject(event.messageData);
    };
    const job = await events.engine(twice, { maxTriggerCount: 2 });
    for (const messageData of [1, 2]) await events.raise({ messageData });
    await job.finished;
    expect(job.output).toEqual([1, 1, 2, 2]);
  });

  it('is Failed with a reason when an action throws: received once, later events ignored', async () => {
    const events = await EventSession.create();
    const bad = new Error('bad');
    const job = await events.engine(async ({ writeObject }: EventActionContext) => {
      await writeObject('before');
      throw bad;
    });
    await events.raise();
    await events.raise();
    expect(await job.finished).toMatchObject({ state: 'Failed', reason: bad });
    await events.raise();
    const received = await events.receive(job);
    expect(received.output).toEqual(['before']);
    expect(received.errors.map(({ exception }) => exception)).toEqual([bad]);
    expect(errorIds(await events.receive(job))).toEqual([]);
  });

  it('stays Failed when its subscription ends', async () => {
    const events = await EventSession.create();
    const job = await events.engine(() => Promise.reject(new Error('bad')));
    await events.raise();
    await job.finished;
    expect(errorIds(await events.run('Unregister-Event', { sourceIdentifier: 's' }))).toEqual([]);
    expect([job.state, events.manager.subscribers]).toEqual(['Failed', []]);
  });

  it('ends an action that exits without failing', async () => {
    const events = await EventSession.create();
    const job = await events.engine(async ({ event, exit, writeObject }: EventActionContext) => {
      await writeObject(event.messageData);
      exit();
      throw new Error('not reached');
    });
    await events.raise({ messageData: 1 });
    await events.raise({ messageData: 2 });
    await events.written(job, 2);
    expect(job.state).toBe('Running');
  });

  it('is received with -Wait until the last event that was asked for', async () => {
    const events = await EventSession.create();
    const job = await events.engine(() => 1, { maxTriggerCount: 2 });
    await events.raise();
    await events.raise();
    await events.raise();
    expect((await events.receive(job, { wait: true })).output).toEqual([1, 1]);
    expect([job.state, events.manager.subscribers]).toEqual(['Stopped', []]);
  });
});

describe('stopping the job of a subscription', () => {
  it('ends the subscription, and what the job wrote stays', async () => {
    const events = await EventSession.create();
    const emitter = new EventEmitter();
    const job = await events.object(emitter, 'tick', { action: message });
    emitter.emit('tick', 'a');
    await events.written(job, 1);
    await events.run('Stop-Job', { job });
    expect([job.state, emitter.listenerCount('tick'), events.manager.subscribers]).toEqual(['Stopped', 0, []]);
    expect(job.output).toEqual(['got null 1']);
  });

  it('before the first event needs no work to end', async () => {
    const events = await EventSession.create();
    const job = await events.engine(message);
    await events.run('Remove-Job', { job, force: true });
    expect([job.state, events.session.jobs.jobs, events.manager.subscribers]).toEqual(['Stopped', [], []]);
  });

  it('drops events that wait', async () => {
    const clock = new VirtualClock();
    const events = await EventSession.create({ clock });
    const done: unknown[] = [];
    const job = await events.engine(({ event, signal }: EventActionContext) => {
      done.push(event.messageData);
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    });
    await events.raise({ messageData: 1 });
    await events.raise({ messageData: 2 });
    await events.run('Stop-Job', { job });
    expect([done, job.state]).toEqual([[1], 'Stopped']);
  });

  it.each([
    ['Stop-Job', {}],
    ['Remove-Job', { force: true }],
  ])('by %s in its own action does not hang', async (command, parameters) => {
    const clock = new VirtualClock();
    const events = await EventSession.create({ clock });
    const ids: string[][] = [];
    const job: PSEventJob = await events.engine(async () => {
      ids.push(errorIds(await events.run(command, { job, ...parameters })));
      return 'after';
    });
    await events.raise();
    await events.raise();
    expect((await job.finished).state).toBe('Stopped');
    expect([ids, clock.pending]).toEqual([[[]], 0]);
    await settle();
  });

  it('by Unregister-Event in its own action, while events wait, does not hang', async () => {
    const clock = new VirtualClock();
    const events = await EventSession.create({ clock });
    const job = await events.engine(() => events.run('Unregister-Event', { sourceIdentifier: 's' }));
    await events.raise();
    await events.raise();
    expect((await job.finished).state).toBe('Stopped');
  });
});

describe('Register-ObjectEvent', () => {
  const context = ({ args, sender, eventArgs, event, eventSubscriber }: EventActionContext): unknown[] => [
    [args, sender, eventArgs, event.sourceEventArgs, eventSubscriber.eventName],
  ];

  it('tells of the events of an EventEmitter with all their arguments', async () => {
    const events = await EventSession.create();
    const emitter = new EventEmitter();
    const job = await events.object(emitter, 'tick', { action: context });
    emitter.emit('tick', 1, 'two');
    await events.written(job, 1);
    expect(job.output).toEqual([[[1, 'two'], emitter, 1, 1, 'tick']]);
  });

  it('tells of the events of an EventTarget', async () => {
    const events = await EventSession.create();
    const target = new EventTarget();
    const job = await events.object(target, 'tick', { action: ({ eventArgs }: EventActionContext) => eventArgs });
    const event = new Event('tick');
    target.dispatchEvent(event);
    await events.written(job, 1);
    expect(job.output).toEqual([event]);
  });

  it.each(['Changes', 'changes$', 'changes'])('tells of an Observable of the object as %s', async (eventName) => {
    const events = await EventSession.create();
    const source = { changes$: new Subject<number>() };
    const job = await events.object(source, eventName, { action: ({ eventArgs }: EventActionContext) => eventArgs });
    source.changes$.next(7);
    await events.written(job, 1);
    expect(job.output).toEqual([7]);
    await events.run('Unregister-Event', { sourceIdentifier: '*' });
    expect(source.changes$.observed).toBe(false);
  });

  it('tells of an Observable that has a value at once, and ends with the last one asked for', async () => {
    const events = await EventSession.create();
    const source = { value$: new BehaviorSubject(1) };
    const job = await events.object(source, 'value', { action: () => 'x', maxTriggerCount: 1 });
    expect((await job.finished).state).toBe('Stopped');
    expect([job.output, source.value$.observed]).toEqual([['x'], false]);
  });

  it('of an Observable that errors fails the job', async () => {
    const events = await EventSession.create();
    const source = { changes$: new Subject<number>() };
    const job = await events.object(source, 'changes', { action: message });
    source.changes$.error(new Error('broken'));
    expect(await job.finished).toMatchObject({ state: 'Failed', reason: { message: 'broken' } });
  });

  it('tells how the state of a job has changed', async () => {
    const events = await EventSession.create();
    const watched = new ManualJob().set('Running');
    const job = await events.object(watched, 'StateChanged', {
      action: ({ eventArgs }: EventActionContext) => {
        const { previousJobStateInfo, jobStateInfo } = eventArgs as Record<string, { state: string }>;
        return `${previousJobStateInfo?.state} ${jobStateInfo?.state}`;
      },
    });
    watched.set('Completed');
    await events.written(job, 1);
    expect(job.output).toEqual(['Running Completed']);
  });

  it('hands the message of the registration on', async () => {
    const events = await EventSession.create();
    const emitter = new EventEmitter();
    const job = await events.object(emitter, 'tick', { action: message, messageData: 'data' });
    emitter.emit('tick');
    await events.written(job, 1);
    expect(job.output).toEqual(['got data 0']);
  });

  it('without an action puts events into the queue', async () => {
    const events = await EventSession.create();
    const emitter = new EventEmitter();
    expect(await events.object(emitter, 'tick', { sourceIdentifier: 'q', messageData: 'd' })).toBeUndefined();
    emitter.emit('tick', 1);
    expect(await events.session.invoke('Get-Event')).toMatchObject([
      { eventIdentifier: 1, sourceIdentifier: 'q', sender: emitter, sourceArgs: [1], messageData: 'd' },
    ]);
  });

  it('refuses an identifier that is in use, in any case, and keeps going', async () => {
    const events = await EventSession.create();
    const emitter = new EventEmitter();
    await events.object(emitter, 'tick', { sourceIdentifier: 's', action: message });
    const result = await events.run('Register-ObjectEvent', {
      inputObject: emitter,
      eventName: 'tick',
      sourceIdentifier: 'S',
      action: message,
    });
    expect(errorIds(result)).toEqual(['SUBSCRIBER_EXISTS,jobs.RegisterObjectEvent']);
    expect(result.errors).toMatchObject([{ categoryInfo: { category: 'InvalidArgument' }, targetObject: emitter }]);
    expect(String(result.errors[0])).toBe(
      "Cannot subscribe to the specified event. A subscriber with the source identifier 'S' already exists.",
    );
    expect(result.failure).toBeUndefined();
  });

  it.each([
    [{}, 'The object is no EventEmitter'],
    [{ changes$: new Subject() }, 'The object has these: changes$.'],
    [new ManualJob(), 'The object has these: StateChanged,'],
  ])('refuses an event that the object does not have, and takes no number for a job', async (inputObject, says) => {
    const events = await EventSession.create();
    const result = await events.run('Register-ObjectEvent', { inputObject, eventName: 'nothing', action: message });
    expect(errorIds(result)).toEqual(['INVALID_REGISTRATION,jobs.RegisterObjectEvent']);
    expect(String(result.errors[0])).toContain(says);
    expect((await events.engine(message)).id).toBe(1);
  });

  it('refuses null', async () => {
    const events = await EventSession.create();
    const result = await events.run('Register-ObjectEvent', { inputObject: null, eventName: 'x' });
    expect(errorIds(result)).toEqual(['ParameterArgumentValidationErrorNullNotAllowed,jobs.RegisterObjectEvent']);
  });
});

describe('Register-EngineEvent', () => {
  it('may be given the same name twice: both are told', async () => {
    const events = await EventSession.create();
    const [first, second] = [await events.engine(message), await events.engine(message)];
    await events.raise({ messageData: 'm', eventArguments: [1, 2] });
    await Promise.all([events.written(first, 1), events.written(second, 1)]);
    expect([first.output, second.output]).toEqual([['got m 2'], ['got m 2']]);
  });

  it.each([
    [{ action: message, forward: true }, 'ACTION_AND_FORWARD_NOT_SUPPORTED', 'InvalidOperation'],
    [{}, 'ACTION_MANDATORY_FOR_LOCAL', 'InvalidArgument'],
  ])('with %j is %s', async (parameters, id, category) => {
    const events = await EventSession.create();
    const result = await events.run('Register-EngineEvent', { sourceIdentifier: 's', ...parameters });
    expect(result.failure).toMatchObject({
      fullyQualifiedErrorId: `${id},jobs.RegisterEngineEvent`,
      categoryInfo: { category },
    });
    expect(events.manager.subscribers).toEqual([]);
  });

  it('forwards to whoever listens, past the queue', async () => {
    const events = await EventSession.create();
    await events.run('Register-EngineEvent', { sourceIdentifier: 's', forward: true });
    const forwarded: unknown[] = [];
    events.manager.forwarded$.subscribe(({ messageData }) => forwarded.push(messageData));
    await events.raise({ messageData: 'm' });
    expect([forwarded, await events.session.invoke('Get-Event')]).toEqual([['m'], []]);
  });
});

describe('the end of the session', () => {
  it('takes all listeners away, with action or without', async () => {
    const events = await EventSession.create();
    const emitter = new EventEmitter();
    const job = await events.object(emitter, 'a', { action: message });
    await events.object(emitter, 'b');
    const support = await events.object(emitter, 'c', { action: message, supportEvent: true });
    const [, , hidden] = events.manager.subscribers;
    await events.session.dispose();
    expect(['a', 'b', 'c'].map((name) => emitter.listenerCount(name))).toEqual([0, 0, 0]);
    expect([job.state, support, hidden?.action?.state]).toEqual(['Stopped', undefined, 'Stopped']);
  });
});
