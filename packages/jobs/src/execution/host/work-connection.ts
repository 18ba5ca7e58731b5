import { CmdletException, type JobSink } from '@cmdlet/core';
import { packError, unpackAlone } from '../envelope/alone.js';
import { Stream, type StreamNumber } from '../envelope/marker.js';
import { type Origin, setOrigin } from '../envelope/origin.js';
import { Packer } from '../envelope/packer.js';
import { Unpacker } from '../envelope/unpacker.js';
import type { WorkResult } from '../executor.js';
import type { Channel } from '../protocol/channel.js';
import { type Frame, messageFrame } from '../protocol/frame.js';
import { FrameReceiver } from '../protocol/frame-receiver.js';
import { type FromWork, INPUT_WINDOW, type ToWork } from '../protocol/messages.js';
import { RecordSender } from '../protocol/record-sender.js';
import { text } from '../text.js';
import { writeTo } from '../work/write-to.js';
import { OpenQuestions } from './open-questions.js';
import { warnOnce } from './start-frame.js';

/** What there is to know of a place besides how to talk to it. */
export interface ConnectionFacts {
  /** Where its objects come from; undefined for a place that is none of its own. */
  readonly origin?: Origin | undefined;
  /** Imports a module that it names, by URL. Default: nothing that it names is loaded. */
  readonly load?: ((url: string) => Promise<unknown>) | undefined;
  /** Is told of the programs that the work starts, where they would not end with the place. */
  readonly natives?: Natives | undefined;
}

/** Whoever knows the programs that work has started. */
export interface Natives {
  /** A program that leads a process group runs, or has ended. */
  note(processId: number, runs: boolean): void;
  /** The thread of the work is known to the system by this number. */
  noteTask(task: number): void;
}

/** The host's side of the protocol: one piece of work at the other end of a channel. */
export class WorkConnection {
  /** Resolves when the work has ended and all that it wrote stands in the sink; rejects with why it failed or was lost. */
  readonly ended: Promise<WorkResult>;
  /** Resolves when the other side was heard for the first time. */
  readonly heard: Promise<void>;
  /** Whether the place can take other work: nothing is left there of this. */
  reusable = false;
  #whenHeard: () => void = () => {};
  readonly #channel: Channel;
  readonly #sink: JobSink;
  readonly #facts: ConnectionFacts;
  readonly #unpacker: Unpacker;
  readonly #receiver: FrameReceiver;
  readonly #questions = new OpenQuestions((frame) => this.#send(frame));
  #input: RecordSender | undefined;
  #forgetStop: (() => void) | undefined;
  #inspector: Promise<string> | undefined;
  #inspectorTold: { resolve(url: string): void; reject(error: Error): void } | undefined;
  #over = false;
  #broken = false;
  #heard = false;
  #resolve: (end: WorkResult) => void = () => {};
  #reject: (reason: unknown) => void = () => {};

  constructor(channel: Channel, sink: JobSink, facts: ConnectionFacts = {}) {
    this.#channel = channel;
    this.#sink = sink;
    this.#facts = facts;
    this.#unpacker = new Unpacker(facts.load);
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.ended.catch(() => undefined);
    this.heard = new Promise((resolve) => {
      this.#whenHeard = resolve;
    });
    this.#receiver = new FrameReceiver(this.#unpacker, {
      record: (record, stream) => this.#write(record, stream),
      read: (records, bytes) => this.#tell({ type: 'read', records, bytes }),
      urgent: (message) => this.#urgent(message as FromWork),
      message: (message) => this.#message(message as FromWork),
      unreadable: (error) => this.#writeUnreadable(error),
      failed: (error) => {
        this.#broken = !this.#over;
        this.#end(() => this.#reject(error));
      },
    });
  }

  /** Whether the work has ended. */
  get over(): boolean {
    return this.#over;
  }

  /** Whether it has ended since what came could not be read or handed on: the other side knows nothing of that. */
  get broken(): boolean {
    return this.#broken;
  }

  /** Takes a frame from the channel. */
  receive(frame: Frame): void {
    if (!this.#heard) this.#whenHeard();
    this.#heard = true;
    this.#receiver.receive(frame);
  }

  /** Tells the other side what to do. @param start of {@link startFrame} */
  start(start: Frame, input: AsyncIterable<unknown> | undefined): void {
    this.#channel.send(start);
    if (input !== undefined) void this.#sendInput(input);
    this.#forgetStop = this.#sink.onStop(() => this.#tell({ type: 'stop' }));
  }

  /** The other side is no more. What came before is handed on, then the work fails. */
  async lost(reason: Error): Promise<void> {
    this.#receiver.hurry();
    await this.#receiver.idle();
    this.#end(() => this.#reject(reason));
  }

  /** Asks for a sign of life. @returns whether anything was heard since the last time */
  beat(): boolean {
    const heard = this.#heard;
    this.#heard = false;
    this.#tell({ type: 'ping' });
    return heard;
  }

  /** Asks the other side to open its inspector. Rejects when the work ends before. */
  openInspector(): Promise<string> {
    this.#inspector ??= new Promise((resolve, reject) => {
      if (this.#over) reject(new Error(text.endedBeforeInspector));
      this.#inspectorTold = { resolve, reject };
      this.#tell({ type: 'inspect' });
    });
    return this.#inspector;
  }

  #write(record: unknown, stream: StreamNumber): Promise<void> | undefined {
    const { origin } = this.#facts;
    if (origin !== undefined && stream <= Stream.Error && typeof record === 'object' && record !== null) {
      setOrigin(record, origin);
    }
    return writeTo(this.#sink, record, stream);
  }

  #writeUnreadable(cause: unknown): Promise<void> | undefined {
    const { message } = cause instanceof Error ? cause : new Error(String(cause));
    const error = new CmdletException(message, { errorId: 'SerializationFailed', category: 'InvalidData', cause });
    return this.#sink.writeError(error.errorRecord);
  }

  #urgent(message: FromWork): boolean {
    switch (message.type) {
      case 'read':
        this.#input?.read(message.records, message.bytes);
        return true;
      case 'question':
        void this.#questions.ask(this.#sink.host, message.question, message.facts);
        return true;
      case 'withdraw':
        this.#questions.withdraw(message.question);
        return true;
      case 'inspector':
        if (message.url !== undefined) this.#inspectorTold?.resolve(message.url);
        else this.#inspectorTold?.reject(new Error(message.error));
        return true;
      case 'native':
        this.#facts.natives?.note(message.processId, message.runs);
        return true;
      case 'task':
        this.#facts.natives?.noteTask(message.task);
        return true;
      case 'pong':
        return true;
      default:
        return false;
    }
  }

  #message(message: FromWork): Promise<void> | undefined {
    if (message.type === 'completed') {
      const { exitCode } = message;
      this.reusable = message.reusable;
      this.#end(() => this.#resolve({ exitCode }));
    } else if (message.type === 'failed') {
      const { error, reusable } = message;
      const loading = this.#unpacker.loadClasses(error);
      if (loading !== undefined) return loading.then(() => this.#fail(error, reusable));
      this.#fail(error, reusable);
    }
    return undefined;
  }

  #fail(packed: unknown, reusable: boolean): void {
    const error = unpackAlone(packed);
    this.reusable = reusable;
    this.#end(() => this.#reject(error));
  }

  async #sendInput(input: AsyncIterable<unknown>): Promise<void> {
    const refused = (value: unknown, { message }: Error): void => {
      const error = new CmdletException(text.uncloneable('An input object of the job', message), {
        errorId: 'SerializationFailed',
        category: 'InvalidData',
        target: value,
      });
      this.#sink.writeError(error.errorRecord);
    };
    const sender = new RecordSender(this.#channel, new Packer(warnOnce(this.#sink)), refused, undefined, INPUT_WINDOW);
    this.#input = sender;
    let error: unknown;
    try {
      for await (const record of input) {
        await sender.write(record);
        if (this.#over) return;
      }
    } catch (failure) {
      error = packError(failure);
    }
    await sender.sent();
    if (!this.#over) this.#tell({ type: 'inputEnd', error });
  }

  #tell(message: ToWork): void {
    this.#send(messageFrame(message));
  }

  #send(frame: Frame): void {
    if (!this.#over) this.#channel.send(frame);
  }

  #end(settle: () => void): void {
    if (this.#over) return;
    this.#over = true;
    this.#forgetStop?.();
    this.#input?.close();
    this.#inspectorTold?.reject(new Error(text.endedBeforeInspector));
    this.#questions.withdrawAll();
    settle();
  }
}
