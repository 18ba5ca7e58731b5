import { Job, type JobWork } from '@cmdlet/core';
import type { PortResult } from './port-result.js';

/**
 * Gives each address to a child job of its own. As many work at the same time as `-ThrottleLimit` says.
 *
 * States, streams, times and stopping are taken care of: a job class only says how the work is split.
 */
export class JobPerAddress extends Job<PortResult> {
  protected override async run(work: JobWork<string, PortResult>): Promise<void> {
    if (work.expectingInput) {
      for await (const address of work.input) {
        this.startChild({ name: address, run: (sink) => work.invoke([address], sink) });
      }
    } else {
      for (const address of work.parameters['address'] as readonly string[]) {
        this.startChild({ name: address, run: (sink) => work.invoke(undefined, sink, { address: [address] }) });
      }
    }
  }
}
