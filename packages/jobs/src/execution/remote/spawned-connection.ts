import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { signalGroup } from '../process/process-group.js';
import { readToEnd } from '../process/read-to-end.js';
import { endedStream, startProgram, streamsOf } from '../process/start-program.js';
import type { ConnectionEnd, RemoteConnection } from './remote-transport.js';

/** A connection whose near end is a program that is started here. @param environment default: that of this program */
export function spawnConnection(
  file: string,
  parameters: readonly string[],
  environment?: NodeJS.ProcessEnv,
): RemoteConnection {
  // In a process group of its own: a Ctrl+C that ends a wait is not for it.
  const child = startProgram(file, parameters, { stdio: 'pipe', env: environment, detached: true, windowsHide: true });
  const [stdin, stdout, stderr] = streamsOf(child);
  const standardInput = (stdin ?? endedStream()) as Writable;
  const standardOutput = (stdout ?? endedStream()) as Readable;
  const standardError = (stderr ?? endedStream()) as Readable;
  standardInput.on('error', () => undefined); // The end of the program says it.
  const closed = new Promise<ConnectionEnd>((resolve) => {
    child.on('error', (error) => {
      // That a signal could not be sent is an error too.
      if (child.pid === undefined) resolve({ exitCode: undefined, signal: undefined, error });
    });
    child.once('exit', (exitCode, signal) => {
      const end = { exitCode: exitCode ?? undefined, signal: signal ?? undefined, error: undefined };
      // What ssh leaves behind, the master of shared connections for one, may hold the streams open for ever.
      void Promise.all([standardOutput, standardError].map(toEnd)).then(() => resolve(end));
    });
  });
  return {
    standardInput,
    standardOutput,
    standardError,
    closed,
    close() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        signalGroup(child.pid, 'SIGKILL');
      }
    },
  };
}

/** A pipe to a child is a socket, though its type does not say so: it knows how much has come, whoever reads it. */
function toEnd(stream: Readable): Promise<void> {
  return readToEnd(stream, () => (stream instanceof Socket ? stream.bytesRead : 0));
}
