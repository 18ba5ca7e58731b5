import type { BindingFailure } from '../bind/binding-failure.js';
import type { BindingWarning } from '../bind/binding-warning.js';
import { CmdletException } from '../records/cmdlet-exception.js';
import { ErrorRecord } from '../records/error-record.js';
import { ActionPreferenceStopException } from '../records/exceptions.js';
import { HOST_TAG, InformationRecord } from '../records/information-record.js';
import { DebugRecord, VerboseRecord, WarningRecord } from '../records/message-records.js';
import { type ProgressFacts, ProgressRecord } from '../records/progress-record.js';
import type { ActionPreference } from './action-preference.js';
import type { VariableCapture } from './captures.js';
import type { CommandRuntime } from './command-runtime.js';
import { writtenErrorRecord } from './error-record-of.js';
import { PREFERENCE_VARIABLE, type PreferenceStream } from './preferences.js';
import { DONE } from './receiver.js';
import type { MessageStream } from './run-environment.js';
import { text } from './text.js';

/** Where a stream of one command goes instead of the outer one: into its output, or nowhere. */
export type Merge = Partial<Record<MessageStream, 'output' | 'null'>>;

let lastProgressSource = 0;

/**
 * Everything one command writes beside output: preferences, captures, merges, and the questions of Inquire.
 *
 * Made when the first such record is written; a command that writes only output never has one.
 */
export class StreamWriter {
  readonly #yesToAll = new Set<PreferenceStream>();
  readonly #warnedOf = new Set<string>();
  #progressSource = 0;

  constructor(private readonly runtime: CommandRuntime) {}

  get #captures(): VariableCapture {
    return this.runtime.captures;
  }

  writeWarning(message: string, id = ''): Promise<void> {
    return this.#message('Warning', new WarningRecord(message, id), message);
  }

  writeVerbose(message: string): Promise<void> {
    return this.#message('Verbose', new VerboseRecord(message), message);
  }

  writeDebug(message: string): Promise<void> {
    return this.#message('Debug', new DebugRecord(message), message);
  }

  writeInformation(data: unknown, tags: readonly string[]): Promise<void> {
    const record = InformationRecord.is(data) ? data : new InformationRecord(data, this.runtime.command.name, tags);
    return this.#message('Information', record, record.toString());
  }

  /** Writes an information record that is shown whatever the preference. */
  writeAlways(record: InformationRecord): Promise<void> {
    record.invocationInfo = this.runtime.invocation;
    this.#captures.information(record);
    return this.#emit('Information', record, true);
  }

  writeProgress(progress: ProgressRecord | ProgressFacts): Promise<void> {
    const record = ProgressRecord.is(progress) ? progress : new ProgressRecord(progress);
    this.#progressSource ||= ++lastProgressSource;
    record.sourceId = this.#progressSource;
    return this.#message('Progress', record, record.toString());
  }

  /** Applies the error preference to a non-terminating error. */
  writeError(error: ErrorRecord | Error): Promise<void> {
    const { runtime } = this;
    const record = writtenErrorRecord(error);
    record.attach(runtime.invocation);
    runtime.noteError();
    const preference = runtime.preferences.of('Error');
    switch (preference) {
      case 'Ignore':
        return DONE;
      case 'Stop':
        throw runtime.fail(record);
      case 'Suspend':
        throw this.#suspended('Error');
      case 'Inquire':
        if (this.#yesToAll.has('Error')) break;
        return runtime.track(this.#inquireAboutError(record));
      case 'SilentlyContinue':
        this.#listError(record);
        return DONE;
      case 'Continue':
      case 'Break':
        break;
    }
    this.#listError(record);
    return this.#emit('Error', record, true);
  }

  /** Reports a record that did not bind: a non-terminating error whose target is the record. */
  writeBindingError({ exception, errorId, category }: BindingFailure, record: unknown): Promise<void> {
    return this.writeError(new ErrorRecord(exception, errorId, category, record));
  }

  /** Shows warnings of a command line that did not bind, so that its command will never begin. */
  emitBindingWarnings(warnings: readonly BindingWarning[]): void {
    for (const { message, id } of warnings) {
      const record = new WarningRecord(message, id);
      record.invocationInfo = this.runtime.invocation;
      this.runtime.environment.streams.emit('Warning', record, true);
    }
  }

  /** Writes the warnings that binding left behind, one after the other. */
  async writeBindingWarnings(warnings: readonly BindingWarning[]): Promise<void> {
    for (const { message, id } of warnings) await this.writeWarning(message, id);
  }

  /** An exception that came after the outcome was settled: listed, captured, but it changes nothing. */
  noteLateError(record: ErrorRecord): void {
    record.attach(this.runtime.invocation);
    this.#listError(record);
    const run = this.runtime.run;
    if (run === undefined || run.isOver) return;
    run.hadErrors = true;
    void this.#emit('Error', record, true);
  }

  /** Reports a failing dispose. The command is over, so no preference can stop it. */
  emitDisposeError(record: ErrorRecord): void {
    record.attach(this.runtime.invocation);
    this.runtime.noteError();
    this.#listError(record);
    this.runtime.environment.streams.emit('Error', record, true);
  }

  /** Says once per variable that it holds no preference. */
  warnOfPreference(variable: string, value: unknown, used: ActionPreference): void {
    if (this.#warnedOf.has(variable)) return;
    this.#warnedOf.add(variable);
    const record = new WarningRecord(text.badPreference(variable, value, used));
    record.invocationInfo = this.runtime.invocation;
    this.#captures.warning(record);
    this.runtime.environment.streams.emit('Warning', record, true);
  }

  #message(stream: Exclude<PreferenceStream, 'Error'>, record: MessageRecordLike, message: string): Promise<void> {
    record.invocationInfo = this.runtime.invocation;
    if (stream === 'Warning') this.#captures.warning(record);
    if (stream === 'Information') this.#captures.information(record);
    const preference = this.runtime.preferences.of(stream);
    switch (preference) {
      case 'Ignore':
        return DONE;
      case 'SilentlyContinue':
        return stream === 'Information' ? this.#emit(stream, record, isForHost(record)) : DONE;
      case 'Stop':
        return this.#emitThen(stream, record, () => {
          const stop = new ActionPreferenceStopException(
            text.stoppedByPreference(PREFERENCE_VARIABLE[stream], message),
          );
          throw this.runtime.fail(stop.errorRecord);
        });
      case 'Inquire':
        if (this.#yesToAll.has(stream)) return this.#emit(stream, record, true);
        return this.runtime.track(this.#inquire(stream, record, message));
      case 'Suspend':
        throw this.#suspended(stream);
      case 'Continue':
      case 'Break':
        return this.#emit(stream, record, true);
    }
  }

  #emitThen(stream: MessageStream, record: unknown, then: () => void): Promise<void> {
    const emitted = this.#emit(stream, record, isShownFirst(stream, record));
    if (emitted !== DONE) return this.runtime.track(emitted.then(then));
    then();
    return DONE;
  }

  #emit(stream: MessageStream, record: unknown, shown: boolean): Promise<void> {
    const merge = this.runtime.merge?.[stream];
    if (merge === 'output') {
      const pending = this.runtime.merged.accept(record);
      return pending === undefined ? DONE : this.runtime.track(pending);
    }
    this.runtime.environment.streams.emit(stream, record, shown && merge === undefined);
    return DONE;
  }

  #listError(record: ErrorRecord): void {
    this.#captures.error(record);
    this.runtime.environment.errors.add(record);
  }

  async #inquire(stream: PreferenceStream & MessageStream, record: unknown, message: string): Promise<void> {
    await this.#emit(stream, record, isShownFirst(stream, record));
    const answer = await this.#askWhetherToGoOn(text.continueOperation);
    if (answer === 'yesToAll') this.#yesToAll.add(stream);
    if (answer === 'halt') {
      throw this.runtime.fail(new ActionPreferenceStopException(text.haltedByUser(message)).errorRecord);
    }
  }

  async #inquireAboutError(record: ErrorRecord): Promise<void> {
    const answer = await this.#askWhetherToGoOn(record.toString());
    if (answer === 'halt') throw this.runtime.fail(record);
    if (answer === 'yesToAll') this.#yesToAll.add('Error');
    this.#listError(record);
    await this.#emit('Error', record, true);
  }

  #askWhetherToGoOn(message: string): Promise<string> {
    const { confirmation } = this.runtime;
    return confirmation.ask(text.confirmCaption, message, ['yes', 'yesToAll', 'halt'], 'yes', text.remedyPreference);
  }

  #suspended(stream: PreferenceStream): Error {
    this.runtime.preferences.reset(stream);
    const exception = new CmdletException(text.suspendNotSupported(PREFERENCE_VARIABLE[stream]), {
      errorId: 'NotSupportedException',
      category: 'NotSpecified',
    });
    exception.name = 'NotSupportedException';
    return this.runtime.fail(exception.errorRecord);
  }
}

interface MessageRecordLike {
  invocationInfo: import('../records/invocation-info.js').InvocationInfo | undefined;
}

/** Whether a record is shown before the user is asked about it, or the command ends: information is for Continue only. */
function isShownFirst(stream: MessageStream, record: unknown): boolean {
  return stream !== 'Information' || isForHost(record);
}

const FORWARDED_TAG = 'FORWARDED';

/** Host text is shown even where information is not, unless somebody has shown it already. */
function isForHost(record: unknown): boolean {
  return InformationRecord.is(record) && record.tags.includes(HOST_TAG) && !record.tags.includes(FORWARDED_TAG);
}
