import type { BindingFailure } from '../bind/binding-failure.js';
import type { BindingWarning } from '../bind/binding-warning.js';
import type { CommandBinding } from '../bind/command-binding.js';
import type { RepeatableCall } from '../bind/repeatable-call.js';
import type { CommandMetadata } from '../declare/metadata.js';
import type { ErrorRecord } from '../records/error-record.js';
import { PipelineStoppedException } from '../records/exceptions.js';
import type { InvocationInfo } from '../records/invocation-info.js';
import type { ProgressFacts, ProgressRecord } from '../records/progress-record.js';
import { capturesAnything, VariableCapture } from './captures.js';
import type { CmdletRuntime } from './cmdlet-runtime.js';
import { CommandSteps } from './command-steps.js';
import { CommonParameterValues } from './common-parameter-values.js';
import { Confirmation, type ShouldProcessAnswer } from './confirmation.js';
import { errorRecordOf, writtenErrorRecord } from './error-record-of.js';
import { Invocation } from './invocation.js';
import { PagingParameters } from './paging-parameters.js';
import type { PipelineCommand } from './pipeline-command.js';
import type { PipelineRun } from './pipeline-run.js';
import { Preferences } from './preferences.js';
import type { ShouldContinueMemory } from './ps-cmdlet.js';
import { discard, type RecordReceiver } from './receiver.js';
import type { RunEnvironment } from './run-environment.js';
import type { ServiceToken } from './service-token.js';
import type { SessionState } from './session-state.js';
import { type Merge, StreamWriter } from './stream-writer.js';
import { text } from './text.js';

const NO_WARNINGS: readonly BindingWarning[] = [];

/**
 * One command in one run, and what stands behind its cmdlet: everything it writes, asks and reads.
 *
 * The steps and the way of the records are in {@link CommandSteps}. Here is what a command may need beside: the other
 * streams, questions, preferences, variables. It is made when it is first asked for; most commands need none of it.
 */
export class CommandRuntime extends CommandSteps implements PipelineCommand, CmdletRuntime {
  /** Who gets records that are merged into output: the next command itself. */
  merged: RecordReceiver = discard;
  /** Streams that go into output, or nowhere. */
  merge: Merge | undefined;

  #common: CommonParameterValues | undefined;
  #satisfied = false;
  #disposed = false;
  #stopping: AbortController | undefined;
  #stopFired: { readonly reason: unknown } | undefined;
  #streams: StreamWriter | undefined;
  #confirmation: Confirmation | undefined;
  #preferences: Preferences | undefined;
  #invocation: Invocation | undefined;
  #captures: VariableCapture | undefined;
  #expectingInput = false;
  /** Warnings from before binding, written when the command begins. */
  #warnings = NO_WARNINGS;
  #run: PipelineRun | undefined;

  constructor(
    command: CommandMetadata,
    public environment: RunEnvironment,
    readonly source: string,
    readonly invocationName: string,
  ) {
    super(command);
  }

  // ---- what the run does with a command ----------------------------------------------------------------------------

  /** What the user said with common parameters. */
  get common(): CommonParameterValues {
    this.#common ??= new CommonParameterValues();
    return this.#common;
  }

  /** The same, if the user said anything. */
  get givenCommon(): CommonParameterValues | undefined {
    return this.#common;
  }

  /** Takes its place in a run. */
  join(run: PipelineRun, expectingInput: boolean): void {
    this.#run = run;
    this.#expectingInput = expectingInput;
  }

  /** Takes what its command line was bound to. */
  bind(binding: CommandBinding, warnings: readonly BindingWarning[] = []): void {
    this.binding = binding;
    this.#warnings = warnings;
  }

  /** Makes the variables that common parameters name. Called when all commands are bound and connected. */
  openCaptures(): void {
    this.merged = this.next;
    if (this.#common !== undefined && capturesAnything(this.#common)) this.#captures = new VariableCapture(this);
  }

  /** Runs the dispose step, once, whatever happened before. A failure is reported on the error stream. */
  dispose(): Promise<void> | undefined {
    if (this.#disposed) return undefined;
    this.#disposed = true;
    this.closeSteps();
    try {
      const pending = this.cmdlet.dispose?.();
      return pending instanceof Promise ? pending.catch((error: unknown) => this.#disposeFailed(error)) : undefined;
    } catch (error) {
      this.#disposeFailed(error);
      return undefined;
    }
  }

  /** Ends what lasts as long as the run, the pipeline variable above all. */
  release(): void {
    this.#captures?.release();
  }

  /** Whether a command downstream said that it needs no more. */
  get isSatisfied(): boolean {
    return this.#satisfied;
  }

  /** Takes note that nobody needs what this command writes. */
  satisfy(): void {
    this.#satisfied = true;
    this.shut();
    this.fireStopping(new PipelineStoppedException());
  }

  fireStopping(reason: unknown): void {
    this.#stopFired ??= { reason };
    this.#stopping?.abort(reason);
  }

  /** Calls the author's stop step; what it throws is dropped. */
  stopStep(): void {
    try {
      this.cmdlet.stopProcessing?.();
    } catch {
      // A stop step that fails must not keep the others from stopping.
    }
  }

  // ---- what the cmdlet does ----------------------------------------------------------------------------------------

  writeError(error: ErrorRecord | Error): Promise<void> {
    this.assertWritable('writeError');
    return this.streams.writeError(error);
  }

  writeWarning(message: string): Promise<void> {
    this.assertWritable('writeWarning');
    return this.streams.writeWarning(message);
  }

  writeVerbose(message: string): Promise<void> {
    this.assertWritable('writeVerbose');
    return this.streams.writeVerbose(message);
  }

  writeDebug(message: string): Promise<void> {
    this.assertWritable('writeDebug');
    return this.streams.writeDebug(message);
  }

  writeInformation(data: unknown, tags: readonly string[]): Promise<void> {
    this.assertWritable('writeInformation');
    return this.streams.writeInformation(data, tags);
  }

  writeProgress(progress: ProgressRecord | ProgressFacts): Promise<void> {
    this.assertWritable('writeProgress');
    return this.streams.writeProgress(progress);
  }

  throwTerminatingError(error: ErrorRecord | Error): never {
    if (!this.isWriting) this.assertWritable('throwTerminatingError');
    throw this.fail(writtenErrorRecord(error));
  }

  shouldProcess(texts: readonly [string, string?, string?]): Promise<ShouldProcessAnswer> {
    // While it waits for its own write nothing can be shown, but an answer that needs no showing can be given.
    if (!this.isWriting) this.assertWritable('shouldProcess');
    return this.confirmation.shouldProcess(texts);
  }

  shouldContinue(query: string, caption: string, memory: ShouldContinueMemory | undefined): Promise<boolean> {
    this.assertWritable('shouldContinue');
    return this.confirmation.shouldContinue(query, caption, memory);
  }

  stopUpstream(): never {
    this.assertWritable('stopUpstream');
    this.#run?.satisfy(this);
    throw new PipelineStoppedException();
  }

  get paging(): PagingParameters | null {
    return this.command.supportsPaging ? new PagingParameters(this.common, this.command.name) : null;
  }

  get parameterSetName(): string {
    return this.binding?.parameterSetName ?? '';
  }

  get invocation(): InvocationInfo {
    this.#invocation ??= new Invocation(this, this.#run, this.binding);
    return this.#invocation;
  }

  get argumentList(): unknown {
    const takesTheRest = this.command.parameters.find(({ sets }) =>
      sets.some((set) => set.valueFromRemainingArguments),
    );
    return takesTheRest === undefined ? undefined : (Reflect.get(this.cmdlet, takesTheRest.property) as unknown);
  }

  get sessionState(): SessionState {
    return this.environment;
  }

  get stopping(): AbortSignal {
    if (this.#stopping === undefined) {
      this.#stopping = new AbortController();
      if (this.#stopFired !== undefined) this.#stopping.abort(this.#stopFired.reason);
    }
    return this.#stopping.signal;
  }

  get preferences(): Preferences {
    this.#preferences ??= new Preferences(
      this.common,
      this.environment.variables,
      () => this.environment.host.promptForChoice !== undefined,
      (variable, value, used) => this.streams.warnOfPreference(variable, value, used),
    );
    return this.#preferences;
  }

  get streams(): StreamWriter {
    this.#streams ??= new StreamWriter(this);
    return this.#streams;
  }

  get confirmation(): Confirmation {
    this.#confirmation ??= new Confirmation(this);
    return this.#confirmation;
  }

  resolve<T>(token: ServiceToken<T>): T {
    return this.environment.resolve(token);
  }

  // ---- for the parts of the engine ---------------------------------------------------------------------------------

  /** Takes note that an error was written, whatever becomes of it. */
  noteError(): void {
    if (this.#run !== undefined) this.#run.hadErrors = true;
  }

  get captures(): VariableCapture {
    this.#captures ??= new VariableCapture(this);
    return this.#captures;
  }

  /** From now on what is written beside output is captured there; undefined captures nothing. */
  captureIn(captures: VariableCapture | undefined): void {
    this.#captures = captures;
  }

  get expectingInput(): boolean {
    return this.#expectingInput;
  }

  /** The call as it is bound by now, to be made again; undefined before it is bound. */
  repeatableCall(): RepeatableCall | undefined {
    return this.binding?.repeatableCall();
  }

  get run(): PipelineRun | undefined {
    return this.#run;
  }

  /** Records an error as the end of the run; throw what it returns. */
  override fail(record: ErrorRecord): PipelineStoppedException {
    record.attach(this.invocation);
    this.captures.error(record);
    return this.#run?.fail(record) ?? new PipelineStoppedException();
  }

  // ---- for the steps -----------------------------------------------------------------------------------------------

  protected override noteLateError(record: ErrorRecord): void {
    this.streams.noteLateError(record);
  }

  protected override giveUp(): void {
    this.#run?.giveUp();
  }

  protected override writeBindingError(failure: BindingFailure, record: unknown): Promise<void> {
    return this.streams.writeBindingError(failure, record);
  }

  protected override writeBindingWarnings(warnings: readonly BindingWarning[]): Promise<void> {
    return this.streams.writeBindingWarnings(warnings);
  }

  protected override takeEarlyWarnings(): readonly BindingWarning[] {
    const { obsolete, name } = this.command;
    const warnings = this.binding?.takeWarnings() ?? NO_WARNINGS;
    if (obsolete === undefined && this.#warnings.length === 0) return warnings;
    const ofCommand =
      obsolete === undefined ? [] : [{ id: 'CommandObsolete', message: text.obsoleteCommand(name, obsolete) }];
    return [...ofCommand, ...this.#warnings, ...warnings];
  }

  #disposeFailed(error: unknown): void {
    // A run that is over answers a write in dispose with the stop signal; that the author lets it pass is no failure.
    if (this.isOver && PipelineStoppedException.is(error)) return;
    this.streams.emitDisposeError(errorRecordOf(error));
  }
}
