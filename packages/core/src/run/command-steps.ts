import { type Observable, Subject } from 'rxjs';
import type { BindingFailure } from '../bind/binding-failure.js';
import type { BindingWarning } from '../bind/binding-warning.js';
import type { CommandBinding } from '../bind/command-binding.js';
import { compileRecordStep, MISFIT, type RecordStep } from '../bind/plan/record-step.js';
import type { CommandMetadata } from '../declare/metadata.js';
import type { ErrorRecord } from '../records/error-record.js';
import { InvalidOperationException, PipelineStoppedException } from '../records/exceptions.js';
import { isThenable } from '../records/is-thenable.js';
import { enumerable } from './enumerable.js';
import { errorRecordOf } from './error-record-of.js';
import type { PSCmdlet } from './ps-cmdlet.js';
import { DONE, discard, type RecordReceiver } from './receiver.js';
import { RecordStream } from './record-stream.js';
import { text } from './text.js';

/**
 * The gate of a command: what it is doing, and so which calls are allowed. The two hot paths test it for one value each:
 * `accept` for `Ready`, `writeObject` for `InStep`. Everything else takes the slow road.
 */
// biome-ignore lint/suspicious/noConstEnum: its members become literals; constants of a bundle are variables, loaded each time.
const enum Gate {
  /** Begun, no step is running: a record may enter. */
  Ready = 0,
  /** A step is running, or its promise is pending: it may write. */
  InStep = 1,
  /** The step is inside the synchronous part of its own write. */
  Writing = 2,
  /** Has not begun. */
  New = 3,
  /** End is over: nothing enters, nothing is written. */
  Ended = 4,
  /** The run is over, or nobody needs what this command writes: everything throws the stop signal. */
  Shut = 5,
  /** As `InStep`, and something it wrote is still on its way. */
  Delivering = 6,
}

/** The step before one is compiled: every record goes through the binder. */
const alwaysMisfit: RecordStep = () => MISFIT;

/** Most commands never queue a record. */
const NO_QUEUE: QueuedRecord[] = [];

/** A record that arrived while a step was still pending, and what its writer waits for. */
interface QueuedRecord {
  readonly record: unknown;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Drives the steps of one cmdlet: takes records, binds them, and hands on what the cmdlet writes to output.
 *
 * Records travel by direct calls: `accept` binds and calls the step, the step's `writeObject` calls `accept` of the next
 * command, and so on down the pipeline. A call that is done returns undefined and costs no promise; one that is not
 * returns a promise, which whoever called awaits. Records that arrive while a step is still pending are queued.
 */
export abstract class CommandSteps implements RecordReceiver {
  /** The cmdlet whose steps are driven; set right after construction. */
  cmdlet!: PSCmdlet;
  /** Who gets output. Captures and buffers stand in between where they were asked for. */
  next: RecordReceiver = discard;
  /** How often the process step was entered. */
  iterations = 0;
  /** How many records did not bind. */
  misfits = 0;
  /** What the command line was bound to. */
  protected binding: CommandBinding | undefined;

  #gate: Gate = Gate.New;
  #step: RecordStep = alwaysMisfit;
  /** How many records were bound the long way. */
  #longWays = 0;
  /** The one of them for which a step is compiled next; 0 for none. */
  #nextCompile = 1;
  /** Whether a step has returned but is not done: its promise, its generator or its writes are pending. */
  #settling = false;
  /** Records that wait for the pending step, oldest first. */
  #queue: QueuedRecord[] = NO_QUEUE;
  #taken = 0;
  /** The last write whose delivery is pending. Deliveries are in order, so it stands for all. */
  #delivery: Promise<void> | undefined;
  #beginning: Promise<void> | undefined;
  #records: RecordStream | undefined;
  #input: Subject<unknown> | undefined;

  constructor(readonly command: CommandMetadata) {}

  /** Records an error as the end of the run; what it returns is thrown. */
  abstract fail(record: ErrorRecord): PipelineStoppedException;
  /** Takes note of an error that came when the run was over. */
  protected abstract noteLateError(record: ErrorRecord): void;
  /** The cmdlet threw the stop signal by itself. */
  protected abstract giveUp(): void;
  /** Reports a record that did not bind. */
  protected abstract writeBindingError(failure: BindingFailure, record: unknown): Promise<void>;
  protected abstract writeBindingWarnings(warnings: readonly BindingWarning[]): Promise<void>;
  /** Warnings from before the command could write. */
  protected abstract takeEarlyWarnings(): readonly BindingWarning[];

  /** Runs the begin step unless a record has done so already. */
  begin(): Promise<void> | undefined {
    if (this.#gate !== Gate.New) return this.#settling ? this.#beginning : undefined;
    this.#beginning = this.#runStep('begin');
    return this.#beginning;
  }

  #begin(): unknown {
    const warnings = this.takeEarlyWarnings();
    if (warnings.length === 0) return this.#beginCmdlet();
    return this.writeBindingWarnings(warnings).then(() => this.#beginCmdlet());
  }

  #beginCmdlet(): unknown {
    const result = this.cmdlet.beginProcessing?.();
    if (this.cmdlet.processStream !== undefined) this.#records = new RecordStream(this.cmdlet, this);
    return result;
  }

  /** The hot path: one record in. */
  accept(record: unknown): Promise<void> | undefined {
    if (this.#gate !== Gate.Ready) return this.#acceptLater(record);
    this.#gate = Gate.InStep;
    this.iterations++;
    let result: unknown;
    try {
      result = this.#step(this.cmdlet, record);
    } catch (error) {
      throw this.#stepThrew(error);
    }
    if (result === undefined && this.#gate === Gate.InStep) {
      this.#gate = Gate.Ready;
      return undefined;
    }
    return this.#settle(result, record);
  }

  /** One process call without a record: the first command of a pipeline that has no input. */
  processOnce(): Promise<void> | undefined {
    if (this.#gate !== Gate.Ready) throw new PipelineStoppedException();
    this.iterations++;
    return this.#runStep('process');
  }

  /** Runs the end step, then hands on what is still buffered for the next command. */
  end(): Promise<void> | undefined {
    if (this.#gate !== Gate.Ready) return undefined;
    const pending = this.#runStep('end');
    return pending === undefined ? this.#finishEnd() : pending.then(() => this.#finishEnd());
  }

  #end(): unknown {
    this.#input?.complete();
    const records = this.#records;
    if (records === undefined) return this.cmdlet.endProcessing?.();
    return records.complete().then(() => this.cmdlet.endProcessing?.());
  }

  #finishEnd(): Promise<void> | undefined {
    if (this.#gate === Gate.Ready) this.#gate = Gate.Ended;
    return this.next.flush?.();
  }

  /** What comes in, as it comes and before it is bound; completes before the end step. Records then take the long way. */
  get input$(): Observable<unknown> {
    if (this.#input === undefined) {
      this.#input = new Subject();
      this.#step = alwaysMisfit;
      this.#nextCompile = 0;
      if (this.#gate === Gate.Ended || this.#gate === Gate.Shut) this.#input.complete();
    }
    return this.#input.asObservable();
  }

  /** The cmdlet is about to be disposed of: nothing enters and nothing is written any more. */
  protected closeSteps(): void {
    if (this.#gate !== Gate.Shut) this.#gate = Gate.Ended;
    this.#input?.complete();
    this.#records?.dispose();
  }

  /** From now on every write, question and record throws the stop signal. */
  shut(): void {
    this.#gate = Gate.Shut;
  }

  /** Whether every write and question of this command throws the stop signal. */
  get isOver(): boolean {
    return this.#gate === Gate.Shut;
  }

  /** Whether the cmdlet is inside the synchronous part of its own write. */
  protected get isWriting(): boolean {
    return this.#gate === Gate.Writing;
  }

  /** The hot path: one object out. */
  writeObject(value: unknown): Promise<void> {
    if (this.#gate !== Gate.InStep) return this.#writeElsewhere(value);
    this.#gate = Gate.Writing;
    const pending = this.next.accept(value);
    if (this.#gate === Gate.Writing) this.#gate = Gate.InStep;
    return pending === undefined ? DONE : this.#deliverLater(pending);
  }

  /** Writes the elements of a collection one by one; anything else as one object. */
  writeEnumerated(value: unknown): Promise<void> {
    const elements = enumerable(value);
    if (elements === undefined) return this.writeObject(value);
    this.assertWritable('writeObject');
    return this.#deliverLater(this.#writeAll(elements));
  }

  /** Makes the current step wait for something it started, as it waits for its writes. */
  track<T>(work: Promise<T>): Promise<T> {
    const before = this.#delivery;
    const settled = work.then(ignoreResult);
    void this.#deliverLater(before === undefined ? settled : before.then(() => settled));
    work.catch(ignoreRejection);
    return work;
  }

  /** Throws unless a step of this command is running and free to write. */
  assertWritable(member: string): void {
    if (this.#gate === Gate.InStep || this.#gate === Gate.Delivering) return;
    if (this.#gate === Gate.Shut) throw new PipelineStoppedException();
    throw new InvalidOperationException(
      text.writeFromWrongPlace(this.command.name, member, this.#gate === Gate.Writing),
    );
  }

  /** Hands an output of the stream-style step on; it may come at any time while the stream is open. */
  writeFromStream(value: unknown): Promise<void> {
    if (this.#gate === Gate.Shut) throw new PipelineStoppedException();
    const pending = this.next.accept(value);
    return pending === undefined ? DONE : this.#deliverLater(pending);
  }

  // ---- steps -------------------------------------------------------------------------------------------------------

  #process(): unknown {
    if (this.#records !== undefined) return this.#records.push();
    return this.cmdlet.processRecord?.();
  }

  /** Binds a record the long way and runs the process step if it fits; a record that does not is reported. */
  #bindAndProcess(record: unknown): unknown {
    const binding = this.binding;
    this.#input?.next(record);
    const failure = binding?.bindRecord(record);
    if (binding === undefined || failure !== undefined) {
      this.iterations--;
      this.misfits++;
      return failure === undefined ? undefined : this.writeBindingError(failure, record);
    }
    if (++this.#longWays === this.#nextCompile) this.#compile(binding, record);
    const warnings = binding.takeWarnings();
    if (warnings.length === 0) return this.#process();
    return this.writeBindingWarnings(warnings).then(() => this.#process());
  }

  /**
   * Makes the step for records like this one, if there can be one; the others go on taking the long way.
   *
   * The first record may look like no other, and what they look like may change: where many take the long way a step is
   * made anew, for ever more of them, so that records that are all different do not cost more than their binding.
   */
  #compile(binding: CommandBinding, record: unknown): void {
    this.#nextCompile = 0;
    if (this.#records !== undefined) return;
    const step = compileRecordStep(binding, this.cmdlet, record);
    if (step !== undefined) this.#step = step;
    this.#nextCompile = step === undefined && this.#longWays === 1 ? 2 : this.#longWays * 8 + 8;
  }

  /** Runs a step from a quiet state: the gate is open for writing until the step and its writes are done. */
  #runStep(step: 'begin' | 'process' | 'end'): Promise<void> | undefined {
    this.#gate = Gate.InStep;
    let result: unknown;
    try {
      result = step === 'begin' ? this.#begin() : step === 'process' ? this.#process() : this.#end();
    } catch (error) {
      throw this.#stepThrew(error);
    }
    if (result === undefined && this.#gate === Gate.InStep) {
      this.#gate = Gate.Ready;
      return undefined;
    }
    return this.#settle(result, undefined);
  }

  /** Brings a step to its end that was not done at once: a misfit, a promise, a generator, or pending writes. */
  #settle(result: unknown, record: unknown): Promise<void> | undefined {
    if (result === MISFIT) {
      try {
        result = this.#bindAndProcess(record);
      } catch (error) {
        throw this.#stepThrew(error);
      }
      if (result === undefined && this.#gate === Gate.InStep) {
        this.#gate = Gate.Ready;
        return undefined;
      }
    }
    this.#settling = true;
    return this.#settleLater(result);
  }

  async #settleLater(result: unknown): Promise<void> {
    try {
      const settled: unknown = isThenable(result) ? await result : result;
      const produced = stepOutput(settled);
      if (produced !== undefined) await this.#writeAll(produced);
      while (this.#delivery !== undefined) {
        const delivery = this.#delivery;
        await delivery;
        if (this.#delivery === delivery) this.#delivery = undefined;
      }
    } catch (error) {
      this.#settling = false;
      const signal = this.#stepThrew(error);
      this.#takeQueued();
      throw signal;
    }
    this.#settling = false;
    if (this.#gate === Gate.InStep || this.#gate === Gate.Delivering) this.#gate = Gate.Ready;
    if (this.#queue.length > 0) this.#takeQueued();
  }

  /** Lets queued records in until one of them is pending. Runs without a break, so that nobody can jump the queue. */
  #takeQueued(): void {
    while (this.#queue.length > this.#taken && !this.#settling) {
      const { record, resolve, reject } = this.#queue[this.#taken++] as QueuedRecord;
      try {
        const pending = this.accept(record);
        if (pending === undefined) resolve();
        else pending.then(resolve, reject);
      } catch (error) {
        reject(error);
      }
    }
    if (this.#queue.length > this.#taken) return;
    this.#queue = NO_QUEUE;
    this.#taken = 0;
  }

  async #writeAll(elements: Iterable<unknown> | AsyncIterable<unknown>): Promise<void> {
    if (Symbol.asyncIterator in elements) {
      for await (const element of elements) await this.#writeElement(element);
      return;
    }
    for (const element of elements) {
      const pending = this.#writeElement(element);
      if (pending !== undefined) await pending;
    }
  }

  #writeElement(element: unknown): Promise<void> | undefined {
    if (element === undefined) return undefined;
    if (this.#gate === Gate.Shut) throw new PipelineStoppedException();
    return this.next.accept(element);
  }

  #stepThrew(error: unknown): PipelineStoppedException {
    const over = this.#gate === Gate.Shut;
    if (PipelineStoppedException.is(error)) {
      if (!over) this.giveUp();
      return error;
    }
    const record = errorRecordOf(error);
    if (!over) return this.fail(record);
    this.noteLateError(record);
    return new PipelineStoppedException();
  }

  // ---- slow roads --------------------------------------------------------------------------------------------------

  /** A record that arrives while the command is not ready: before begin, during a pending step, or after the end. */
  #acceptLater(record: unknown): Promise<void> | undefined {
    if (this.#gate === Gate.Shut) throw new PipelineStoppedException();
    if (this.#gate === Gate.Ended) throw new InvalidOperationException(text.recordAfterEnd(this.command.name));
    if (this.#gate === Gate.New) {
      const pending = this.begin();
      if (pending === undefined) return this.accept(record);
    }
    if (!this.#settling) throw new InvalidOperationException(text.recordDuringStep(this.command.name));
    return new Promise<void>((resolve, reject) => {
      if (this.#queue === NO_QUEUE) this.#queue = [];
      this.#queue.push({ record, resolve, reject });
    });
  }

  /** A write while an earlier one is on its way, or from the wrong place. */
  #writeElsewhere(value: unknown): Promise<void> {
    this.assertWritable('writeObject');
    this.#gate = Gate.Writing;
    const pending = this.next.accept(value);
    if (this.#gate === Gate.Writing) this.#gate = Gate.Delivering;
    return pending === undefined ? DONE : this.#deliverLater(pending);
  }

  /** Remembers a write that is still being delivered, so that the step waits for it even if its author does not. */
  #deliverLater(delivery: Promise<void>): Promise<void> {
    this.#delivery = delivery;
    if (this.#gate === Gate.InStep) this.#gate = Gate.Delivering;
    delivery.catch(ignoreRejection);
    return delivery;
  }
}

function ignoreResult(): void {}

/** The step that made the write sees the rejection; a second report would bring the process down. */
function ignoreRejection(): void {}

/** What a step handed back to be written, if anything. */
function stepOutput(result: unknown): Iterable<unknown> | AsyncIterable<unknown> | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  if (Symbol.iterator in result) return result as Iterable<unknown>;
  if (Symbol.asyncIterator in result) return result as AsyncIterable<unknown>;
  return undefined;
}
