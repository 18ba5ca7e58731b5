import { ProcessInfo } from '../../../examples/get-proc/src/process-info.js';
import { ProcessSource } from '../../../examples/get-proc/src/process-source.js';

/** Processes that a test makes up, and what was asked of them. */
export class FakeProcesses extends ProcessSource {
  readonly stopped: string[] = [];
  readonly #processes = [
    new ProcessInfo({ id: 1, name: 'init', workingSet: 1024 }),
    new ProcessInfo({ id: 20, name: 'node', parentId: 1, workingSet: 4096, cpu: 1.5 }),
    new ProcessInfo({ id: 21, name: 'node', parentId: 20, workingSet: 2048, cpu: 0 }),
    new ProcessInfo({ id: 30, name: 'nodemon (dev)', parentId: 1, workingSet: 512 }),
  ];

  override list(): Promise<ProcessInfo[]> {
    return Promise.resolve(this.#processes);
  }

  override stop(id: number, atOnce: boolean): void {
    this.stopped.push(atOnce ? `${id} at once` : `${id}`);
  }
}
