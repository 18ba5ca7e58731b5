import { type Clock, systemClock } from '@cmdlet/core';
import type { Natives } from '../host/work-connection.js';
import { signalGroup } from '../process/process-group.js';
import { watchProcess } from '../process/warden.js';
import { hasProcessTable, isRunning, programsOfTask } from './process-table.js';

/**
 * The programs that the work of a thread has started: they end with it, as those of a process do with that.
 *
 * Each that the work does not wait for leads a process group. One that it waits for, by `execSync` for one, keeps the
 * thread from ending: where the system tells, it is found among the children of the thread.
 */
export class ThreadNatives implements Natives {
  /** By the process that leads a group, how to take that from the care of the warden. */
  readonly #leaders = new Map<number, () => void>();
  readonly #clock: Clock;
  #task: number | undefined;

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  note(processId: number, runs: boolean): void {
    if (runs) this.#leaders.set(processId, watchProcess(processId));
    // What it has left behind goes with the job.
    else if (!isGroupThere(processId)) this.#forget(processId);
  }

  noteTask(task: number): void {
    this.#task = task;
  }

  /** Sends a signal to all that runs. */
  signal(signal: NodeJS.Signals): void {
    for (const leader of this.#leaders.keys()) signalGroup(leader, signal);
    for (const program of this.#awaited()) signalProgram(program, signal);
  }

  /**
   * Sends a signal to all that runs, and to what the thread waits for until it has ended: a thread that is told to end
   * does so when it comes back from what it waits for, and may have begun to only then. What a signal has not ended is
   * killed after a while.
   *
   * @param over resolves when the thread has ended
   */
  async signalUntil(over: Promise<unknown>, signal: NodeJS.Signals): Promise<void> {
    const start = this.#clock.monotonic();
    const signalled = new Set(this.#awaited());
    this.signal(signal);
    let isOver = false;
    const end = over.then(() => {
      isOver = true;
    });
    for (;;) {
      await Promise.race([end, this.#nextLook()]);
      if (isOver) return;
      const isLate = this.#clock.monotonic() - start >= TIME_TO_END;
      for (const program of this.#awaited()) {
        if (isLate) signalProgram(program, 'SIGKILL');
        else if (!signalled.has(program)) signalProgram(program, signal);
        signalled.add(program);
      }
    }
  }

  /** The thread has ended: resolves when its programs have, those that a signal has not ended being killed after a while. */
  async ended(): Promise<void> {
    this.#task = undefined;
    const start = this.#clock.monotonic();
    let killed = false;
    this.#forgetEnded(false);
    while (this.#leaders.size > 0) {
      if (!killed && this.#clock.monotonic() - start >= TIME_TO_END) {
        this.signal('SIGKILL');
        killed = true;
      }
      await this.#nextLook();
      this.#forgetEnded(killed);
    }
  }

  /** The programs that the thread waits for, with all that they have started. */
  #awaited(): number[] {
    return this.#task === undefined ? [] : programsOfTask(this.#task);
  }

  #nextLook(): Promise<void> {
    return new Promise((resolve) => this.#clock.after(BETWEEN_LOOKS, resolve, true));
  }

  #forgetEnded(killed: boolean): void {
    for (const leader of this.#leaders.keys()) {
      // Nobody waits any more for a process that the thread has started: elsewhere than on Linux it looks as if it ran.
      if (isRunning(leader) && !(killed && !hasProcessTable())) continue;
      signalGroup(leader, 'SIGKILL');
      this.#forget(leader);
    }
  }

  #forget(leader: number): void {
    this.#leaders.get(leader)?.();
    this.#leaders.delete(leader);
  }
}

function signalProgram(program: number, signal: NodeJS.Signals): void {
  try {
    process.kill(program, signal);
  } catch {
    // It has ended meanwhile.
  }
}

function isGroupThere(leader: number): boolean {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds that programs have to end by themselves, and between two looks at whether they have. */
const TIME_TO_END = 2000;
const BETWEEN_LOOKS = 20;
