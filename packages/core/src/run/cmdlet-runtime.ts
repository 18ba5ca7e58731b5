import type { Observable } from 'rxjs';
import type { ErrorRecord } from '../records/error-record.js';
import type { InvocationInfo } from '../records/invocation-info.js';
import type { ProgressFacts, ProgressRecord } from '../records/progress-record.js';
import type { ShouldProcessAnswer } from './confirmation.js';
import type { PagingParameters } from './paging-parameters.js';
import type { ShouldContinueMemory } from './ps-cmdlet.js';
import type { ServiceToken } from './service-token.js';
import type { SessionState } from './session-state.js';

/** What stands behind everything a cmdlet writes, asks and reads: the engine, or a substitute in a test. */
export interface CmdletRuntime {
  readonly parameterSetName: string;
  readonly invocation: InvocationInfo;
  readonly stopping: AbortSignal;
  /** What comes in through the pipeline, before it is bound. */
  readonly input$: Observable<unknown>;
  /** The argument list: what the parameter holds that takes the remaining arguments. */
  readonly argumentList: unknown;
  /** What the user said about paging; null where the command does not declare it. */
  readonly paging: PagingParameters | null;
  readonly sessionState: SessionState;
  writeObject(value: unknown): Promise<void>;
  writeEnumerated(value: unknown): Promise<void>;
  writeError(error: ErrorRecord | Error): Promise<void>;
  writeWarning(message: string): Promise<void>;
  writeVerbose(message: string): Promise<void>;
  writeDebug(message: string): Promise<void>;
  writeInformation(data: unknown, tags: readonly string[]): Promise<void>;
  writeProgress(progress: ProgressRecord | ProgressFacts): Promise<void>;
  throwTerminatingError(error: ErrorRecord | Error): never;
  shouldProcess(texts: readonly [string, string?, string?]): Promise<ShouldProcessAnswer>;
  shouldContinue(query: string, caption: string, memory: ShouldContinueMemory | undefined): Promise<boolean>;
  stopUpstream(): never;
  /** The instance of a service; see `inject`. */
  resolve<T>(token: ServiceToken<T>): T;
}
