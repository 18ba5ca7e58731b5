import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { readlinkSync } from 'node:fs';

/** Whoever is told of the programs that the code of this thread starts. */
export interface NativeListener {
  /** A program that leads a process group runs, or has ended. */
  native(processId: number, runs: boolean): void;
  /** The system knows this thread by this number: its children are programs that it waits for. */
  task(task: number): void;
}

/**
 * From now on tells of programs that the code of this thread starts, so that they can be ended with its job: a thread,
 * other than a process, does not lead a process group. So each of them leads one, with all that it starts itself. One that
 * is meant to outlive its job, being started with `detached`, is left alone.
 */
export function trackNatives(listener: NativeListener): void {
  const task = taskOfThread();
  if (task !== undefined) listener.task(task);
  // What all ways to start a program end in, but for those that wait for it.
  const { prototype } = process.getBuiltinModule('node:child_process').ChildProcess;
  const spawn = Reflect.get(prototype, 'spawn') as Spawn;
  const spawnTracked: Spawn = function (options) {
    if (options.detached === true) return spawn.call(this, options);
    // Windows has no groups, and gives what is detached a window of its own.
    const result = spawn.call(this, process.platform === 'win32' ? options : { ...options, detached: true });
    const { pid } = this;
    if (pid !== undefined) {
      listener.native(pid, true);
      this.once('exit', () => listener.native(pid, false));
    }
    return result;
  };
  Reflect.set(prototype, 'spawn', spawnTracked);
}

type Spawn = (this: ChildProcess, options: SpawnOptions) => unknown;

/** On Linux only. */
function taskOfThread(): number | undefined {
  try {
    return Number(/\d+$/.exec(readlinkSync('/proc/thread-self'))?.[0]);
  } catch {
    return undefined;
  }
}
