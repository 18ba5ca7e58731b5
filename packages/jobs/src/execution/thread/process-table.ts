import { readdirSync, readFileSync } from 'node:fs';

/** Whether a process is there and has not ended. One that has, and that nobody has waited for, is still there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const [state] = statOf(pid);
  return state !== 'Z' && state !== 'X';
}

/** Whether the system tells what {@link isRunning} and {@link programsOfTask} ask: Linux does. */
export function hasProcessTable(): boolean {
  return statOf(process.pid).length > 0;
}

/** The programs that a thread of this process has started into the group of this process, with all that they started into it. */
export function programsOfTask(task: number): number[] {
  const group = groupOf(process.pid);
  const found: number[] = [];
  const add = (pid: number, thread: number | string): void => {
    for (const child of childrenOf(pid, thread)) {
      if (groupOf(child) !== group) continue;
      found.push(child);
      for (const each of threadsOf(child)) add(child, each);
    }
  };
  add(process.pid, task);
  return found;
}

function childrenOf(pid: number, thread: number | string): number[] {
  return read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number);
}

function groupOf(pid: number): string | undefined {
  return statOf(pid)[2];
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** State, parent and group of a process, and what follows. Its name, which comes before, may have anything in it. */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat === '' ? [] : stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
