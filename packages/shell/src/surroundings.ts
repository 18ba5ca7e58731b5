import { createReadStream, fstatSync, type Stats, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { isatty } from 'node:tty';
import { openInBrowser } from '@cmdlet/utility';
import { DescriptorStream } from './descriptor-stream.js';

/** A stream that a person or a program reads. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  /** True where everything that was written is with the system, and no failure is still to be told. */
  readonly isSettled?: boolean;
}

/** What standard input is: somebody who types, a pipe or a file, or nothing that has records for certain. */
export type InputKind = 'terminal' | 'data' | 'none';

/** What the command finds around it: everything that otherwise would be read from `process`, so that a test can give it. */
export interface Surroundings {
  /** The words of the command line, without node and the script. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** Known without opening {@link stdin}. */
  readonly inputKind: InputKind;
  /** Opened when it is first asked for. */
  readonly stdin: Readable;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Calls back when the user interrupts (Ctrl+C); the result takes it back. */
  onInterrupt(callback: () => void): () => void;
  /** Calls back with what nobody caught: it was thrown where nobody waits. The result takes it back. */
  onStrayError(callback: (error: unknown) => void): () => void;
  /**
   * Calls back when nothing is left that could make the process go on, though the command has not ended. The result takes
   * it back.
   */
  onIdle(callback: () => void): () => void;
  /** Shows a page of the web to the user. Rejects if nothing there can do that. */
  openLink(address: string): Promise<void>;
}

/** Those of this process. */
export function processSurroundings(): Surroundings {
  return {
    words: process.argv.slice(2),
    environment: process.env,
    workingDirectory: process.cwd(),
    get inputKind() {
      return kindOf(0);
    },
    get stdin() {
      return isDirectory(0) ? unreadable(0) : process.stdin;
    },
    stdout: outputOn(1, () => process.stdout),
    stderr: outputOn(2, () => process.stderr),
    onInterrupt(callback) {
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      // A cmdlet that computes gives the event loop no turn, so nobody could be called back: until there has been one,
      // signals end the process as they do without us. What was written until then waits for that turn too.
      const start = setImmediate(() => {
        for (const signal of signals) process.on(signal, callback);
      });
      return () => {
        clearImmediate(start);
        for (const signal of signals) process.off(signal, callback);
      };
    },
    onStrayError(callback) {
      // Rejections that nobody handles arrive here too.
      process.on('uncaughtException', callback);
      return () => process.off('uncaughtException', callback);
    },
    onIdle(callback) {
      process.on('beforeExit', callback);
      return () => process.off('beforeExit', callback);
    },
    openLink: (address) => openInBrowser(address),
  };
}

/**
 * A pipe, a file or a socket has an end; a device such as /dev/null has nothing. A folder cannot be read: that is found
 * out by a command that reads.
 */
function kindOf(descriptor: number): InputKind {
  const stats = statsOf(descriptor);
  if (stats === undefined) return 'none';
  if (holdsData(stats) || stats.isDirectory()) return 'data';
  return isTerminal(descriptor, stats) ? 'terminal' : 'none';
}

function holdsData(stats: Stats): boolean {
  return stats.isFIFO() || stats.isFile() || stats.isSocket();
}

function isDirectory(descriptor: number): boolean {
  return statsOf(descriptor)?.isDirectory() === true;
}

/** Node makes an empty stream of what cannot be read; this one fails as the system does. */
function unreadable(descriptor: number): Readable {
  return createReadStream('', { fd: descriptor, autoClose: false });
}

/** Node's stream for terminals; on Windows pipes are written to while the program goes on. */
function outputOn(descriptor: number, open: () => OutputStream): OutputStream {
  const stats = process.platform === 'win32' ? undefined : statsOf(descriptor);
  const isPlain = stats !== undefined && (holdsData(stats) || !isTerminal(descriptor, stats));
  return isPlain ? new DescriptorStream(descriptor, open) : open();
}

/** Devices alone can be terminals: most often the module that knows need not be loaded. */
function isTerminal(descriptor: number, stats: Stats): boolean {
  if (process.platform === 'win32') return isatty(descriptor);
  return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null').rdev && isatty(descriptor);
}

function statsOf(descriptor: number): Stats | undefined {
  try {
    return fstatSync(descriptor);
  } catch {
    return undefined;
  }
}
