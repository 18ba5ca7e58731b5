import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { ProcessInfo } from './process-info.js';
import { ProcessSource } from './process-source.js';

const run = promisify(execFile);

/** macOS and other Unix systems: what `ps` prints. */
export class PsProcesses extends ProcessSource {
  override async list(signal: AbortSignal): Promise<ProcessInfo[]> {
    const columns = 'pid=,ppid=,rss=,time=,comm=';
    const { stdout } = await run('ps', ['-A', '-o', columns], { signal, maxBuffer: 2 ** 26 });
    return parsePs(stdout);
  }
}

/** Processes from the lines of `ps -o pid=,ppid=,rss=,time=,comm=`; the command may be a path with blanks. */
export function parsePs(output: string): ProcessInfo[] {
  return Array.from(
    output.matchAll(/^ *(\d+) +(\d+) +(\d+) +([\d:.-]+) +(.+?) *$/gm),
    ([, id, parentId, kilobytes, time = '', command = '']) =>
      new ProcessInfo({
        id: Number(id),
        name: basename(command),
        parentId: Number(parentId),
        workingSet: Number(kilobytes) * 1024,
        cpu: secondsOf(time),
      }),
  );
}

/** `[[days-]hours:]minutes:seconds` in seconds. */
function secondsOf(time: string): number {
  const [clock = '', days = '0'] = time.split('-').reverse();
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}
