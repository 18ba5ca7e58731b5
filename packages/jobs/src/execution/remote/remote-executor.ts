import { type Clock, type JobSink, systemClock } from '@cmdlet/core';
import type { Execution, Executor, WorkRequest } from '../executor.js';
import { endedStream } from '../process/start-program.js';
import { text } from '../text.js';
import { entryBundle } from './entry-bundle.js';
import { farEndProgram } from './far-end.js';
import { remoteLink } from './remote-link.js';
import type { RemoteTarget } from './remote-target.js';
import type { RemoteTransport } from './remote-transport.js';
import type { WorkLink } from './work-link.js';
import { workOverLink } from './work-over-link.js';

/**
 * Runs work on another computer, in the home directory and environment of its user there. Nothing but a Node has to be
 * there: the entry of jobs is sent along.
 *
 * A target that cannot be reached, or refuses, is a failure of the work with id `2100,PSSessionStateBroken`; a connection
 * that ends before the work does one with id `2101,PSSessionStateBroken`.
 */
export class RemoteExecutor implements Executor {
  readonly kind = 'remote';

  constructor(
    private readonly target: RemoteTarget,
    private readonly transport: RemoteTransport,
    private readonly clock: Clock = systemClock,
  ) {}

  get location(): string {
    return this.target.hostName;
  }

  execute(request: WorkRequest, sink: JobSink): Execution {
    const open = (): WorkLink => {
      let entry: Uint8Array | undefined;
      try {
        if (this.target.subsystem === undefined) entry = entryBundle(usesObservables(request));
      } catch (error) {
        return failedLink(error);
      }
      const connection = this.transport.connect(this.target, farEndProgram);
      if (entry !== undefined) connection.standardInput.write(entry);
      return remoteLink(connection, this.target, this.transport.failureCode, this.clock);
    };
    const facts = { location: this.location, where: 'connection' } as const;
    return workOverLink(open, facts, { ...request, workingDirectory: undefined, environment: undefined }, sink);
  }
}

/** A link that never was: the entry cannot be read, since there are no descriptors left, for one. */
function failedLink(cause: unknown): WorkLink {
  const reason = text.cannotStart(cause instanceof Error ? cause.message : String(cause));
  return {
    reading: endedStream(),
    writing: endedStream(),
    ended: Promise.resolve({ reason, cause, errorId: '2100,PSSessionStateBroken' }),
    end: () => undefined,
  };
}

/** rxjs is sent only to work that may use it. */
function usesObservables({ source, initialization }: WorkRequest): boolean {
  return [source, initialization].some((each) =>
    each?.kind === 'function' ? /\$/.test(each.text) : each !== undefined,
  );
}
