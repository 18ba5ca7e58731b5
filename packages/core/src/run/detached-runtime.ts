import { EMPTY, type Observable } from 'rxjs';
import type { ErrorRecord } from '../records/error-record.js';
import { InvalidOperationException } from '../records/exceptions.js';
import type { InvocationInfo } from '../records/invocation-info.js';
import type { CmdletRuntime } from './cmdlet-runtime.js';
import { writtenErrorRecord } from './error-record-of.js';
import { DONE } from './receiver.js';
import type { ServiceToken } from './service-token.js';
import type { SessionState } from './session-state.js';
import { text } from './text.js';

/**
 * Stands behind a cmdlet that somebody constructed by hand: no binding, no pipeline.
 *
 * Output is collected, messages vanish, questions are answered yes, and an error that is written is thrown. What only
 * the engine can do is `InvalidOperation`.
 */
export class DetachedRuntime implements CmdletRuntime {
  /** What was written to output. */
  readonly output: unknown[] = [];
  readonly parameterSetName = '';
  readonly argumentList: unknown = undefined;
  readonly paging = null;
  /** Made when somebody asks: hardly anybody does, and there is one of these for each class that is declared. */
  #stopping: AbortController | undefined;
  readonly #resolve: (<T>(token: ServiceToken<T>) => T) | undefined;

  /** @param resolve answers `inject`; without it `inject` is an error */
  constructor(resolve?: <T>(token: ServiceToken<T>) => T) {
    this.#resolve = resolve;
  }

  get input$(): Observable<unknown> {
    return EMPTY;
  }

  get invocation(): InvocationInfo {
    throw new InvalidOperationException(text.noEngine('myInvocation'));
  }

  get sessionState(): SessionState {
    throw new InvalidOperationException(text.noEngine('sessionState'));
  }

  get stopping(): AbortSignal {
    this.#stopping ??= new AbortController();
    return this.#stopping.signal;
  }

  writeObject(value: unknown): Promise<void> {
    this.output.push(value);
    return DONE;
  }

  async writeEnumerated(value: unknown): Promise<void> {
    for await (const element of value as Iterable<unknown> | AsyncIterable<unknown>) this.output.push(element);
  }

  writeError(error: ErrorRecord | Error): never {
    throw writtenErrorRecord(error).exception;
  }

  writeWarning(): Promise<void> {
    return DONE;
  }

  writeVerbose(): Promise<void> {
    return DONE;
  }

  writeDebug(): Promise<void> {
    return DONE;
  }

  writeInformation(): Promise<void> {
    return DONE;
  }

  writeProgress(): Promise<void> {
    return DONE;
  }

  throwTerminatingError(error: ErrorRecord | Error): never {
    throw writtenErrorRecord(error).exception;
  }

  shouldProcess(): Promise<{ proceed: boolean; reason: 'None' }> {
    return Promise.resolve({ proceed: true, reason: 'None' });
  }

  shouldContinue(): Promise<boolean> {
    return Promise.resolve(true);
  }

  stopUpstream(): never {
    throw new InvalidOperationException(text.noEngine('stopUpstream'));
  }

  resolve<T>(token: ServiceToken<T>): T {
    if (this.#resolve === undefined) throw new InvalidOperationException(text.noEngine('inject'));
    return this.#resolve(token);
  }
}
