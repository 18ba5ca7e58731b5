import { Subject, type Subscription } from 'rxjs';
import type { CommandSteps } from './command-steps.js';
import type { PSCmdlet } from './ps-cmdlet.js';

/** How many outputs of a stream-style step may wait for a slow consumer before the next record is held back. */
const WINDOW = 1024;

/** Drives a stream-style step: bound records go in as emissions, what comes out is written. */
export class RecordStream {
  readonly #records = new Subject<PSCmdlet>();
  readonly #subscription: Subscription;
  readonly #finished: Promise<void>;
  #waiting = 0;
  #failure: { readonly error: unknown } | undefined;
  #drained: (() => void) | undefined;

  constructor(
    private readonly cmdlet: PSCmdlet,
    private readonly runtime: CommandSteps,
  ) {
    const output$ = cmdlet.processStream?.(this.#records);
    let finish: () => void = () => undefined;
    this.#finished = new Promise((resolve) => {
      finish = resolve;
    });
    if (output$ === undefined) throw new TypeError(`${runtime.command.name}: processStream returned no Observable.`);
    this.#subscription = output$.subscribe({
      next: (value) => this.#write(value),
      error: (error: unknown) => {
        this.#failure ??= { error };
        finish();
      },
      complete: finish,
    });
  }

  /** Emits the record that is bound now. Waits only while too many outputs are under way. */
  push(): Promise<void> | undefined {
    this.#records.next(this.cmdlet);
    this.#throwFailure();
    if (this.#waiting < WINDOW) return undefined;
    return new Promise<void>((resolve) => {
      this.#drained = resolve;
    }).then(() => this.#throwFailure());
  }

  /** Completes the stream of records and waits until the author's stream has completed and everything is delivered. */
  async complete(): Promise<void> {
    this.#records.complete();
    await this.#finished;
    this.#throwFailure();
  }

  dispose(): void {
    this.#subscription.unsubscribe();
  }

  #write(value: unknown): void {
    try {
      this.#waiting++;
      void this.runtime.writeFromStream(value).then(
        () => this.#delivered(),
        (error: unknown) => this.#delivered({ error }),
      );
    } catch (error) {
      this.#delivered({ error });
    }
  }

  #delivered(failure?: { readonly error: unknown }): void {
    this.#failure ??= failure;
    this.#waiting--;
    if (this.#waiting >= WINDOW && failure === undefined) return;
    this.#drained?.();
    this.#drained = undefined;
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
