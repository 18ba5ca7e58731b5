import { inject, Session, WarningRecord } from '@cmdlet/core';
import { messageOf } from '../job-error.js';
import { claimedTriggers } from './begun-triggers.js';
import type { ScheduledJobTrigger } from './job-trigger.js';
import type { ScheduledJobDefinition } from './scheduled-job-definition.js';
import { ScheduledJobs } from './scheduled-jobs.js';
import { text } from './text.js';

/** The store is looked at anew after so long at the latest: others change it, and clocks are set. In milliseconds. */
const RECHECK = 60_000;
/** A time that passed longer ago was missed: nobody was there to see to it. In milliseconds. */
const MISSED_AFTER = 2 * RECHECK;

/**
 * Starts scheduled jobs when their time has come, as long as the session lives. There is no daemon: while no session of
 * the user has a scheduler that was started, nothing runs. Several sessions may have one; each run is done by one of them.
 *
 * A time that was missed is left out, or with `RunOnce` made up for once, however many were missed.
 *
 * Triggers `AtStartup` and `AtLogOn` count when a scheduler starts: of all that start after the computer has, or after the
 * user has logged on, the first one runs the job, and the others do not. A definition that was registered, enabled or given
 * other triggers meanwhile waits for the next time. What counts as one log on see {@link SystemSession}.
 *
 * @example
 * session.resolve(JobScheduler).start();
 */
export class JobScheduler implements Disposable {
  readonly #jobs = inject(ScheduledJobs);
  readonly #session = inject(Session);
  #cancel: (() => void) | undefined;
  #running = false;
  /** What was shown already. */
  readonly #told = new Set<string>();
  readonly #delayed = new Set<() => void>();
  /** What is about to begin, by definition: one after the other. */
  readonly #starts = new Map<string, Promise<void>>();
  #checked: Promise<void> = Promise.resolve();

  /** Whether it was started. */
  get isRunning(): boolean {
    return this.#running;
  }

  /** Begins to watch the times; nothing happens if it does already. Resolves when it has looked at all definitions. */
  start(): Promise<void> {
    if (this.#running) return this.check();
    this.#running = true;
    this.#checked = this.#checked.then(() => this.#startBegun());
    return this.check();
  }

  /** Starts what is due, and waits for the next time. Called by itself, and when a definition has changed. */
  check(): Promise<void> {
    this.#checked = this.#checked.then(() => this.#check());
    return this.#checked;
  }

  /** Resolves when all that was due has begun, or could not. */
  async settled(): Promise<void> {
    await this.#checked;
    await Promise.all(this.#starts.values());
  }

  /** Jobs that were started go on. */
  [Symbol.dispose](): void {
    this.#running = false;
    this.#cancel?.();
    for (const cancel of this.#delayed) cancel();
  }

  async #check(): Promise<void> {
    if (!this.#running) return;
    this.#cancel?.();
    let next = Number.POSITIVE_INFINITY;
    try {
      const { definitions, broken } = await this.#jobs.store.list();
      for (const { path, error } of broken) this.#tell(text.brokenDefinition(path, messageOf(error)));
      for (const definition of definitions) {
        if (!definition.enabled) continue;
        await this.#startIfDue(definition);
        next = Math.min(next, nextTime(definition, this.#session.clock.now()));
      }
    } catch (error) {
      this.#tell(messageOf(error));
    }
    if (!this.#running) return;
    const wait = Math.max(0, Math.min(next - this.#session.clock.now(), RECHECK));
    this.#cancel = this.#session.clock.after(wait, () => void this.check(), true);
  }

  /** Starts what is to run when the computer has started, or the user logged on. */
  async #startBegun(): Promise<void> {
    const { store, systemSession } = this.#jobs;
    try {
      for (const definition of (await store.list()).definitions) {
        if (!definition.enabled) continue;
        // Both are claimed, though one of them is enough: they have happened.
        for (const trigger of await claimedTriggers(definition, store, systemSession)) {
          this.#startLater(definition, { time: undefined, trigger });
          break;
        }
      }
    } catch (error) {
      this.#tell(messageOf(error));
    }
  }

  async #startIfDue(definition: ScheduledJobDefinition): Promise<void> {
    const now = this.#session.clock.now();
    const due = lastTime(definition, await this.#jobs.store.handledUntil(definition), now);
    if (due === undefined) return;
    try {
      await this.#jobs.store.setHandledUntil(definition, due.time);
      if (now - due.time > MISSED_AFTER && definition.missedRun === 'Skip') return;
      this.#startLater(definition, due);
    } catch (error) {
      this.#tell(text.startFailed(definition.name, messageOf(error)));
    }
  }

  #startLater(definition: ScheduledJobDefinition, { time, trigger }: DueTrigger): void {
    const start = (): void => {
      this.#delayed.delete(cancel);
      this.#startNow(definition, time);
    };
    const delay = Math.random() * trigger.randomDelay;
    if (delay === 0) {
      this.#startNow(definition, time);
      return;
    }
    const cancel = this.#session.clock.after(delay, start, true);
    this.#delayed.add(cancel);
  }

  #startNow(definition: ScheduledJobDefinition, time: number | undefined): void {
    const { instanceId } = definition;
    const before = this.#starts.get(instanceId) ?? Promise.resolve();
    const started = before
      .then(() => this.#start(definition, time))
      .finally(() => {
        if (this.#starts.get(instanceId) === started) this.#starts.delete(instanceId);
      });
    this.#starts.set(instanceId, started);
  }

  async #start(definition: ScheduledJobDefinition, time: number | undefined): Promise<void> {
    try {
      const running = this.#jobs.runningOf(definition);
      if (running.length > 0) {
        switch (definition.multipleInstancePolicy) {
          case 'IgnoreNew':
            return;
          case 'StopExisting':
            await Promise.all(running.map((job) => job.stop()));
            break;
          case 'Queue':
            await Promise.all(running.map((job) => job.finished));
            break;
          case 'Parallel':
            break;
        }
      }
      if (!this.#running) return;
      // What has no time was claimed by this scheduler; a time belongs to whoever makes the place of its run first.
      if (time === undefined) await (await this.#jobs.newJob(definition)).startJob();
      else await this.#jobs.trigger(definition, time);
    } catch (error) {
      this.#tell(text.startFailed(definition.name, messageOf(error)));
    }
  }

  /** Nobody waits for what happens here; so the host shows it, once. */
  #tell(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.#session.host.showWarning?.(new WarningRecord(message));
  }
}

/** A trigger that says that the job is to run now. */
interface DueTrigger {
  /** Undefined for one that means no times. */
  readonly time: number | undefined;
  readonly trigger: ScheduledJobTrigger;
}

interface DueTime extends DueTrigger {
  readonly time: number;
}

/** The first time of a definition after another one. */
function nextTime({ jobTriggers }: ScheduledJobDefinition, after: number): number {
  const times = jobTriggers.filter(({ enabled }) => enabled).map((trigger) => trigger.nextAfter(after));
  return Math.min(...times.map((time) => time ?? Number.POSITIVE_INFINITY));
}

/** The last time of a definition that came after one time and not after another. */
function lastTime({ jobTriggers }: ScheduledJobDefinition, after: number, until: number): DueTime | undefined {
  let last: DueTime | undefined;
  for (const trigger of jobTriggers) {
    if (!trigger.enabled) continue;
    const time = lastTimeOf(trigger, after, until);
    if (time !== undefined && time > (last?.time ?? Number.NEGATIVE_INFINITY)) last = { time, trigger };
  }
  return last;
}

/** Halves what is left to look through, so that many times, as of a minute in ten years, are not gone through one by one. */
function lastTimeOf(trigger: ScheduledJobTrigger, after: number, until: number): number | undefined {
  let last = trigger.nextAfter(after);
  if (last === undefined || last > until) return undefined;
  /** No time comes after this one until the last moment that counts. */
  let end = until;
  for (;;) {
    const next = trigger.nextAfter(last);
    if (next === undefined || next > end) return last;
    last = next;
    const middle = Math.floor((last + end) / 2);
    const later = trigger.nextAfter(middle);
    if (later === undefined || later > end) end = middle;
    else last = later;
  }
}
