import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ProcessInfo } from './process-info.js';
import { ProcessSource } from './process-source.js';

/** Linux: every process is a folder in /proc. */
export class LinuxProcesses extends ProcessSource {
  override async list(signal: AbortSignal): Promise<ProcessInfo[]> {
    const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const found: ProcessInfo[] = [];
    for (const id of ids) {
      const [stat, status] = await Promise.all([read(`/proc/${id}/stat`, signal), read(`/proc/${id}/status`, signal)]);
      if (stat === undefined || status === undefined) continue;
      const commandLine = stat.includes(UNNAMED) ? await read(`/proc/${id}/cmdline`, signal) : undefined;
      found.push(parseProcFiles(stat, status, commandLine));
    }
    return found;
  }
}

/** What Node calls its main thread from version 24 on, and with it the process. */
const UNNAMED = '(MainThread)';

/** Processor time in /proc is counted in these, whatever the machine. */
const TICKS_PER_SECOND = 100;

/**
 * A process from its files `stat` and `status`, and from `cmdline` where its name says nothing.
 *
 * The name stands in parentheses and may hold blanks and parentheses itself, so the fields are counted from the last one.
 */
export function parseProcFiles(stat: string, status: string, commandLine = ''): ProcessInfo {
  const nameBegin = stat.indexOf('(');
  const nameEnd = stat.lastIndexOf(')');
  const fields = stat.slice(nameEnd + 2).split(' ');
  const [parentId, userTicks, kernelTicks] = [fields[1], fields[11], fields[12]].map(Number);
  const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1] ?? '0';
  return new ProcessInfo({
    id: Number.parseInt(stat, 10),
    name: programOf(commandLine) || stat.slice(nameBegin + 1, nameEnd),
    parentId,
    workingSet: Number(kilobytes) * 1024,
    cpu: ((userTicks ?? 0) + (kernelTicks ?? 0)) / TICKS_PER_SECOND,
  });
}

/** The name of the program in a command line, whose words end with a null. */
function programOf(commandLine: string): string {
  const [program = ''] = commandLine.split('\0', 1);
  return basename(program);
}

/** The content of a file of a process; undefined for a process that has ended meanwhile. */
async function read(path: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await readFile(path, { encoding: 'utf8', signal });
  } catch (error) {
    signal.throwIfAborted();
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
