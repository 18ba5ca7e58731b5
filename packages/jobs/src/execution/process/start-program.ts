import { ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';

/**
 * Spawns a program. What goes wrong with that is always told by the child's `error`, to which somebody has to listen;
 * Node throws where this program may not become the user, for one.
 */
export function startProgram(file: string, parameters: readonly string[], options: SpawnOptions): ChildProcess {
  try {
    return spawn(file, parameters, options);
  } catch (error) {
    const child = new ChildProcess();
    process.nextTick(() => child.emit('error', error));
    return child;
  }
}

/** All streams of a child, by descriptor: undefined or null for those that it was not given as pipes. */
export type ProgramStreams = readonly (Readable | Writable | null | undefined)[];

/** The streams of a child. A child that could not be started for want of descriptors or processes has none at all. */
export function streamsOf(child: ChildProcess): ProgramStreams {
  const streams: ProgramStreams | undefined = child.stdio;
  return streams ?? [];
}

/** A stream that has ended both ways, in place of one that is not there. */
export function endedStream(): PassThrough {
  const stream = new PassThrough();
  // What is written all the same is lost, and whoever waits for the program is told why.
  stream.on('error', () => undefined);
  stream.end();
  return stream;
}
