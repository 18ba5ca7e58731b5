import inspector from 'node:inspector';
import { CmdletException, PipelineStoppedException, WarningRecord } from '@cmdlet/core';
import type { Observable } from 'rxjs';
import { packError, unpackAlone } from '../envelope/alone.js';
import { Stream, type StreamNumber } from '../envelope/marker.js';
import { Packer } from '../envelope/packer.js';
import { recordFacts } from '../envelope/record-facts.js';
import { Unpacker } from '../envelope/unpacker.js';
import type { Channel } from '../protocol/channel.js';
import { messageFrame } from '../protocol/frame.js';
import { FrameReceiver } from '../protocol/frame-receiver.js';
import type { FromWork, ToWork } from '../protocol/messages.js';
import { RecordSender } from '../protocol/record-sender.js';
import { text } from '../text.js';
import { errorRecordOf } from '../work/error-record-of.js';
import { ExitSignal } from '../work/exit-signal.js';
import { initializationFailure } from '../work/initialization-failure.js';
import { loadSource } from '../work/load-source.js';
import { type Core, runCmdlet } from '../work/run-cmdlet.js';
import { runFunction } from '../work/run-function.js';
import { ScriptContext } from '../work/script-context.js';
import { endLines } from './captured-console.js';
import { mayLeaveTraces } from './clean-scope.js';
import { InputQueue } from './input-queue.js';
import { RemoteHost } from './remote-host.js';

type Start = Extract<ToWork, { type: 'start' }>;

/** What the place is that the work runs in. */
export interface Place {
  readonly kind: 'thread' | 'process';
  /** Ends it. */
  exit(code: number): void;
  /** Ends it with all that was started in it. */
  end(): void;
  /** Makes it ready for other work, or ends it where that cannot be. Undefined for a place that does one piece of work. */
  readonly nextWork: (() => void) | undefined;
}

/** The side of the protocol where the work runs. It serves one piece of work. */
export class WorkSide {
  readonly #channel: Channel;
  readonly #place: Place;
  readonly #stopping = new AbortController();
  readonly #host = new RemoteHost((message) => this.#tell(message));
  readonly #input = new InputQueue();
  #sender: RecordSender | undefined;
  /** What was written before the work has begun, or after it has ended, is nobody's. */
  #leavesNoTraces = false;
  #droppedTold = false;
  #ending = false;
  #hostGone = false;

  /** @param greeting tells that it can be given work */
  constructor(channel: Channel, place: Place, greeting: 'pong' | 'clean') {
    this.#channel = channel;
    this.#place = place;
    const receiver = new FrameReceiver(new Unpacker(), {
      // What comes before the start was meant for the work before, which has not read it.
      record: (record) => (this.working ? this.#input.push(record) : undefined),
      read: (records, bytes) => this.#tell({ type: 'read', records, bytes }),
      urgent: (message) => this.#urgent(message as ToWork),
      message: (message) => this.#message(message as ToWork),
      failed: (error) => this.#input.fail(error),
    });
    channel.listen(
      (frame) => receiver.receive(frame),
      () => this.#hostHasGone(),
    );
    this.#tell({ type: greeting });
  }

  /** Whether there is work, or was. */
  get working(): boolean {
    return this.#sender !== undefined;
  }

  /** Writes an object, or a record of the stream, for the work. */
  write(value: unknown, stream: StreamNumber): Promise<void> | undefined {
    return this.#sender?.write(stream === Stream.Output ? value : recordFacts(stream, value), stream);
  }

  /** Code of the job has failed where nobody could catch it, or its stop is final. */
  fail(error: unknown): void {
    this.#leavesNoTraces = false;
    this.#end(error instanceof ExitSignal ? this.#completed(error.exitCode) : this.#failed(error));
  }

  /** What `process.exit` does in the code of a job. */
  exit(code: number | undefined): never {
    const signal = new ExitSignal(code ?? 0);
    this.fail(signal);
    throw signal;
  }

  #urgent(message: ToWork): boolean {
    switch (message.type) {
      case 'read':
        this.#sender?.read(message.records, message.bytes);
        return true;
      case 'stop':
        if (this.working) this.#stopping.abort(new PipelineStoppedException());
        return true;
      case 'answer':
        this.#host.answer(message.question, message.value);
        return true;
      case 'refusal':
        this.#host.refuse(message.question, message.error);
        return true;
      case 'inspect':
        this.#inspect();
        return true;
      case 'ping':
        this.#tell({ type: 'pong' });
        return true;
      default:
        return false;
    }
  }

  #message(message: ToWork): void {
    if (message.type === 'inputEnd') {
      if (!this.working) return;
      if (message.error === undefined) this.#input.end();
      else this.#input.fail(unpackAlone(message.error));
    } else if (message.type === 'start') {
      void this.#start(message);
    }
  }

  async #start(start: Start): Promise<void> {
    const packer = new Packer((path, what) => this.#dropped(path, what));
    this.#sender = new RecordSender(
      this.#channel,
      packer,
      (value, error) => this.#refused(value, error),
      start.largestRecord,
    );
    const { source, initialization } = start;
    this.#leavesNoTraces = [source, initialization].every(leavesNoTraces);
    let end: FromWork;
    try {
      prepare(start, this.#place.kind);
      if (initialization !== undefined) await this.#initialize(start, initialization);
      end = this.#completed(await this.#run(start));
    } catch (error) {
      end = error instanceof ExitSignal ? this.#completed(error.exitCode) : this.#failed(error);
    }
    endLines();
    await this.#sender.sent();
    this.#end(end);
  }

  #completed(exitCode: number | undefined): FromWork {
    const code = exitCode ?? (process.exitCode === undefined ? undefined : Number(process.exitCode));
    return { type: 'completed', exitCode: code, reusable: this.#reusable };
  }

  #failed(error: unknown): FromWork {
    return { type: 'failed', error: packError(error), reusable: this.#reusable };
  }

  get #reusable(): boolean {
    return this.#leavesNoTraces && this.#place.nextWork !== undefined;
  }

  async #run(start: Start): Promise<number | undefined> {
    const { source } = start;
    if (source.kind === 'cmdlet') {
      const run = {
        parameters: unpackAlone(start.parameters) as Readonly<Record<string, unknown>>,
        input: start.hasInput ? this.#input : undefined,
        host: this.#host,
        signal: this.#stopping.signal,
        output: (value: unknown, stream: StreamNumber) => this.write(value, stream),
      };
      await runCmdlet(source, run, (await import(CORE)) as Core);
      return undefined;
    }
    const { block, where, scriptPath } = await loadSource(source);
    const context = this.#context(start, scriptPath, (value, stream) => this.write(value, stream));
    return runFunction(block, context, (value, stream) => this.write(value, stream), where);
  }

  /** Runs to its end what is to be done before; any error in it is the failure of the job. */
  async #initialize(start: Start, source: NonNullable<Start['initialization']>): Promise<void> {
    let failure: unknown;
    const output = (value: unknown, stream: StreamNumber): undefined => {
      if (stream === Stream.Error) failure ??= errorRecordOf(value).exception;
    };
    try {
      if (source.kind === 'cmdlet') throw new TypeError(source.exportName);
      const { block, where, scriptPath } = await loadSource(source);
      await runFunction(block, this.#context({ ...start, hasInput: false }, scriptPath, output), output, where);
    } catch (error) {
      failure ??= error;
    }
    if (failure !== undefined) throw initializationFailure(failure);
  }

  #context(
    start: Start,
    scriptPath: string | undefined,
    output: (value: unknown, stream: StreamNumber) => Promise<void> | undefined,
  ): ScriptContext {
    return new ScriptContext({
      input: start.hasInput ? this.#input : undefined,
      args: unpackAlone(start.args) as readonly unknown[],
      using: unpackAlone(start.using) as Readonly<Record<string, unknown>>,
      signal: this.#stopping.signal,
      scriptPath,
      host: this.#host,
      output,
      observe: (values) => (require('rxjs') as { from(values: unknown): Observable<unknown> }).from(values),
    });
  }

  /** One warning for all that is left out. */
  #dropped(path: string, what: string): void {
    if (this.#droppedTold) return;
    this.#droppedTold = true;
    queueMicrotask(() => void this.write(new WarningRecord(text.dropped(path, what)), Stream.Warning));
  }

  /** A value that cannot be sent is an error of that value, and the work goes on. */
  #refused(value: unknown, { message }: Error): void {
    const what = typeof value === 'object' ? 'An object that the job wrote' : `A ${typeof value} that the job wrote`;
    const error = new CmdletException(text.uncloneable(what, message), {
      errorId: 'SerializationFailed',
      category: 'InvalidData',
    });
    void this.write(error.errorRecord, Stream.Error);
  }

  #inspect(): void {
    try {
      if (inspector.url() === undefined) inspector.open(0, '127.0.0.1');
      this.#tell({ type: 'inspector', url: inspector.url(), error: undefined });
    } catch (error) {
      this.#tell({ type: 'inspector', url: undefined, error: String(error) });
    }
  }

  #tell(message: FromWork): void {
    this.#channel.send(messageFrame(message));
  }

  #end(message: FromWork): void {
    if (this.#ending) return;
    this.#ending = true;
    this.#sender?.flushAll();
    this.#sender?.close();
    this.#tell(message);
    const place = this.#place;
    if (this.#hostGone) {
      place.end();
      return;
    }
    if (this.#reusable && place.nextWork !== undefined) {
      place.nextWork();
      return;
    }
    const exitCode = message.type === 'completed' ? (message.exitCode ?? 0) : 1;
    void this.#channel.drained().then(() => place.exit(exitCode));
  }

  /** Nobody is there to work for. The work may clean up, and then it is ended. */
  #hostHasGone(): void {
    this.#hostGone = true;
    this.#sender?.close();
    this.#input.fail(new PipelineStoppedException());
    this.#stopping.abort(new PipelineStoppedException());
    if (!this.working) this.#place.exit(0);
    else setTimeout(() => this.#place.end(), TIME_TO_CLEAN_UP);
  }
}

/** Not a literal: the whole core is not to become a part of this file. */
const CORE: string = '@cmdlet/core';

/** Milliseconds that work has to clean up once its host has gone. */
const TIME_TO_CLEAN_UP = 2000;

function leavesNoTraces(source: Start['initialization']): boolean {
  return source === undefined || (source.kind === 'function' && !mayLeaveTraces(source.text));
}

const currentDirectory = process.cwd.bind(process);

/** Gives a place, which was perhaps made before anybody knew for whom, the directory and environment of its job. */
function prepare({ workingDirectory, environment }: Start, kind: Place['kind']): void {
  if (kind === 'thread') {
    // The directory is the whole process's: in a thread it can only be told to those who ask.
    process.cwd = workingDirectory === undefined ? currentDirectory : () => workingDirectory;
  } else if (workingDirectory !== undefined && workingDirectory !== process.cwd()) {
    process.chdir(workingDirectory);
  }
  if (environment === undefined) return;
  for (const name of Object.keys(process.env)) {
    if (!(name in environment)) delete process.env[name];
  }
  for (const [name, value] of Object.entries(environment)) {
    if (process.env[name] !== value) process.env[name] = value;
  }
}
