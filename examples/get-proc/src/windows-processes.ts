import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ProcessInfo } from './process-info.js';
import { ProcessSource } from './process-source.js';

const run = promisify(execFile);

/** Windows: what `tasklist` prints. It tells neither parents nor, in reasonable time, processor times. */
export class WindowsProcesses extends ProcessSource {
  override async list(signal: AbortSignal): Promise<ProcessInfo[]> {
    const { stdout } = await run('tasklist', ['/FO', 'CSV', '/NH'], { signal, maxBuffer: 2 ** 26, windowsHide: true });
    return parseTasklist(stdout).sort((left, right) => left.id - right.id);
  }
}

/** Processes from the lines of `tasklist /FO CSV /NH`: `"node.exe","4242","Console","1","48,120 K"`. */
export function parseTasklist(output: string): ProcessInfo[] {
  return Array.from(
    output.matchAll(/^"([^"]+)","(\d+)","[^"]*","[^"]*","([^"]*)"\r?$/gm),
    ([, image = '', id, memory = '']) =>
      new ProcessInfo({
        id: Number(id),
        name: image.replace(/\.exe$/i, ''),
        // The separator of thousands is that of the user's language.
        workingSet: Number(memory.replaceAll(/\D/g, '')) * 1024,
      }),
  );
}
