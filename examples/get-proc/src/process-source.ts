import type { ProcessInfo } from './process-info.js';

/** Where processes come from: a service, so that a test can put its own in the place of the machine's. */
export abstract class ProcessSource {
  /** All processes, in order of their ids. @param signal ends the reading */
  abstract list(signal: AbortSignal): Promise<ProcessInfo[]>;

  /** Asks a process to end, or ends it at once. Throws what the system says against it. */
  stop(id: number, atOnce: boolean): void {
    process.kill(id, atOnce ? 'SIGKILL' : 'SIGTERM');
  }
}
