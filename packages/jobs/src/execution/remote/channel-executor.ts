import type { Clock, JobSink } from '@cmdlet/core';
import type { Execution, Executor, WorkRequest } from '../executor.js';
import type { WorkLink } from './work-link.js';
import { workOverLink } from './work-over-link.js';

/** What a {@link ChannelExecutor} is made of. */
export interface ChannelExecutorInit {
  /** Name of the place, for people: the host's. */
  readonly location: string;
  /**
   * Opens a link for one piece of work: spawns a program that leads there, for one. What goes wrong with starting is told
   * by the link's `ended`; a throw is a failure of the call.
   */
  open(request: WorkRequest): WorkLink;
  /** Bytes, about, that one record may take. Default 256 MB. */
  readonly largestRecord?: number | undefined;
  /** By which the far side is asked for signs of life. Default: the machine's. */
  readonly clock?: Clock | undefined;
}

/**
 * Runs work wherever a link can be opened to, one link for each piece of work.
 *
 * The far side runs the file {@link childEntryPath} in Node, with `--stdio`, or started by {@link farSideCommand} in a
 * shell, which keeps what programs print there off the channel. When the link ends, it has two seconds to clean up (by `ssh` one), and
 * ends with what it started, if it leads a process group there; one that computes without a pause does not notice. For
 * computers that `ssh` reaches, {@link RemoteExecutor} sees to that too.
 *
 * @example
 * new ChannelExecutor({
 *   location: container,
 *   open: () =>
 *     processLink(
 *       spawn('docker', ['exec', '-i', container, 'sh', '-c', farSideCommand('node', '/opt/jobs/child.cjs')], {
 *         detached: true,
 *       }),
 *     ),
 * });
 */
export class ChannelExecutor implements Executor {
  readonly kind = 'remote';
  readonly location: string;

  constructor(private readonly init: ChannelExecutorInit) {
    this.location = init.location;
  }

  execute(request: WorkRequest, sink: JobSink): Execution {
    const { location, largestRecord, clock } = this.init;
    return workOverLink(
      () => this.init.open(request),
      { location, where: 'connection', largestRecord, clock },
      request,
      sink,
    );
  }
}
