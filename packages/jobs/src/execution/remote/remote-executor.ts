import { type Clock, type JobSink, systemClock } from '@cmdlet/core';
import type { Execution, Executor, WorkRequest } from '../executor.js';
import { entryBundle } from './entry-bundle.js';
import { farEndProgram } from './far-end.js';
import { remoteLink } from './remote-link.js';
import type { RemoteTarget } from './remote-target.js';
import type { RemoteTransport } from './remote-transport.js';
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
    const connection = this.transport.connect(this.target, farEndProgram);
    if (this.target.subsystem === undefined) connection.standardInput.write(entryBundle(usesObservables(request)));
    const link = remoteLink(connection, this.target, this.transport.failureCode, this.clock);
    const facts = { location: this.location, where: 'connection' } as const;
    return workOverLink(link, facts, { ...request, workingDirectory: undefined, environment: undefined }, sink);
  }
}

/** rxjs is sent only to work that may use it. */
function usesObservables({ source, initialization }: WorkRequest): boolean {
  return [source, initialization].some((each) =>
    each?.kind === 'function' ? /\$/.test(each.text) : each !== undefined,
  );
}
