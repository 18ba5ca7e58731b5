import { PipelineStoppedException } from '../records/exceptions.js';
import type { PipelineCommand } from './pipeline-command.js';
import { discard, type RecordReceiver } from './receiver.js';

/** Stands in a pipeline that has no command: hands every record on. */
export class PassOn implements PipelineCommand {
  next: RecordReceiver = discard;
  iterations = 0;
  readonly isSatisfied = false;
  #shut = false;

  accept(record: unknown): Promise<void> | undefined {
    if (this.#shut) throw new PipelineStoppedException();
    this.iterations++;
    return this.next.accept(record);
  }

  shut(): void {
    this.#shut = true;
  }

  end(): Promise<void> | undefined {
    return this.next.flush?.();
  }

  openCaptures(): void {}

  begin(): undefined {}

  processOnce(): undefined {}

  dispose(): undefined {}

  release(): void {}

  satisfy(): void {}

  fireStopping(): void {}

  stopStep(): void {}
}
