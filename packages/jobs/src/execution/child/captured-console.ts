import { Writable } from 'node:stream';
import { format } from 'node:util';
import { ErrorRecord, HOST_TAG, InformationRecord, WarningRecord } from '@cmdlet/core';
import { Stream } from '../envelope/marker.js';
import type { WorkOutput } from '../work/work-output.js';

/**
 * What the code of a job prints becomes records, line by line, in order with its other records:
 *
 * - standard output: information records with the tag `PSHOST`, as lines for the host are;
 * - standard error: error records of id `NativeCommandError`, category FromStdErr;
 * - `console.warn` and the warnings of Node: warnings.
 *
 * Bytes that programs write, which the job's code has started and given its own descriptors, do not pass here.
 */
export function captureConsole(output: WorkOutput): void {
  replace('stdout', (line) => void output(hostLine(line), Stream.Information));
  replace('stderr', (line) => void output(standardErrorLine(line), Stream.Error));
  const warn = (message: string): void => void output(new WarningRecord(message), Stream.Warning);
  console.warn = (...parts: unknown[]) => warn(format(...parts));
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    // How functions are compiled here is none of the job's business.
    if (!warning.message.startsWith('vm.USE_MAIN_CONTEXT_DEFAULT_LOADER')) warn(`${warning.name}: ${warning.message}`);
  });
}

/** A line for the host. */
export function hostLine(line: string): InformationRecord {
  return new InformationRecord({ message: line }, '', [HOST_TAG]);
}

/** A line of standard error. */
export function standardErrorLine(line: string): ErrorRecord {
  return new ErrorRecord(new Error(line), 'NativeCommandError', 'FromStdErr', line);
}

/** Ends lines that have not been ended: nothing more is printed. */
export function endLines(): void {
  for (const lines of opened) lines.endLine();
}

const opened = new Set<LineWriter>();

function replace(name: 'stdout' | 'stderr', write: (line: string) => void): void {
  let stream: LineWriter | undefined;
  Object.defineProperty(process, name, {
    configurable: true,
    enumerable: true,
    get: () => {
      if (stream === undefined) {
        stream = new LineWriter(write, name === 'stdout' ? 1 : 2);
        opened.add(stream);
      }
      return stream;
    },
  });
}

/** Takes text and hands on whole lines. */
class LineWriter extends Writable {
  readonly isTTY = false;
  #rest = '';

  constructor(
    private readonly writeLine: (line: string) => void,
    readonly fd: number,
  ) {
    super({ decodeStrings: false });
  }

  /** Hands on at once what is printed, so that nothing is missing when the work ends by force. */
  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    const lines = (this.#rest + chunk.toString()).split(/\r?\n/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.writeLine(line);
    done();
  }

  endLine(): void {
    if (this.#rest === '') return;
    const line = this.#rest;
    this.#rest = '';
    this.writeLine(line);
  }
}
