import { CmdletException, type JobSink, PipelineStoppedException, WarningRecord } from '@cmdlet/core';
import { packAlone, packError, unpackAlone } from '../envelope/alone.js';
import { Stream, type StreamNumber } from '../envelope/marker.js';
import { type Origin, setOrigin } from '../envelope/origin.js';
import { Packer } from '../envelope/packer.js';
import { UnclonableError } from '../envelope/unclonable-error.js';
import { Unpacker } from '../envelope/unpacker.js';
import type { WorkRequest, WorkResult, WorkSource } from '../executor.js';
import type { Channel } from '../protocol/channel.js';
import { messageFrame } from '../protocol/frame.js';
import { FrameReceiver } from '../protocol/frame-receiver.js';
import { type FromWork, INPUT_WINDOW, type QuestionFacts, type ToWork } from '../protocol/messages.js';
import { RecordSender } from '../protocol/record-sender.js';
import { text } from '../text.js';
import { writeTo } from '../work/write-to.js';

/** The host's side of the protocol: one piece of work at the other end of a channel. */
export class WorkConnection {
  /** Resolves when the work has ended and all that it wrote stands in the sink; rejects with why it failed or was lost. */
  readonly ended: Promise<WorkResult>;
  /** Resolves when nothing is left of the work where it ran, if it is {@link reusable}. */
  readonly clean: Promise<void>;
  /** Whether the place will say that it can take other work. */
  reusable = false;
  #whenClean: () => void = () => {};
  readonly #channel: Channel;
  readonly #sink: JobSink;
  readonly #origin: Origin | undefined;
  readonly #receiver: FrameReceiver;
  readonly #questions = new Map<number, AbortController>();
  #input: RecordSender | undefined;
  #forgetStop: (() => void) | undefined;
  #inspector: { resolve(url: string): void; reject(error: Error): void } | undefined;
  #over = false;
  #heard = false;
  #resolve: (end: WorkResult) => void = () => {};
  #reject: (reason: unknown) => void = () => {};

  /** @param origin where its objects come from; undefined for a place that is none of its own */
  constructor(channel: Channel, sink: JobSink, origin: Origin | undefined) {
    this.#channel = channel;
    this.#sink = sink;
    this.#origin = origin;
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.ended.catch(() => undefined);
    this.clean = new Promise((resolve) => {
      this.#whenClean = resolve;
    });
    this.#receiver = new FrameReceiver(new Unpacker(), {
      record: (record, stream) => this.#write(record, stream),
      read: (records, bytes) => this.#tell({ type: 'read', records, bytes }),
      urgent: (message) => this.#urgent(message as FromWork),
      message: (message) => this.#message(message as FromWork),
      failed: (error) => this.#end(() => this.#reject(error)),
    });
  }

  /** Whether the work has ended. */
  get over(): boolean {
    return this.#over;
  }

  /** Takes a frame from the channel. */
  receive(frame: Uint8Array): void {
    this.#heard = true;
    this.#receiver.receive(frame);
  }

  /** Tells the other side what to do. Throws for what cannot be sent there. */
  start(request: WorkRequest, largestRecord: number): void {
    this.#tell(startMessage(request, largestRecord, this.#sink));
    if (request.input !== undefined) void this.#sendInput(request.input);
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

  /** Asks the other side to open its inspector. */
  openInspector(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#inspector = { resolve, reject };
      this.#tell({ type: 'inspect' });
    });
  }

  #write(record: unknown, stream: StreamNumber): Promise<void> | undefined {
    if (this.#origin !== undefined && stream <= Stream.Error && typeof record === 'object' && record !== null) {
      setOrigin(record, this.#origin);
    }
    return writeTo(this.#sink, record, stream);
  }

  #urgent(message: FromWork): boolean {
    switch (message.type) {
      case 'read':
        this.#input?.read(message.records, message.bytes);
        return true;
      case 'question':
        void this.#ask(message.question, message.facts);
        return true;
      case 'withdraw':
        this.#questions.get(message.question)?.abort(new PipelineStoppedException());
        return true;
      case 'inspector':
        if (message.url !== undefined) this.#inspector?.resolve(message.url);
        else this.#inspector?.reject(new Error(message.error));
        return true;
      case 'clean':
        this.#whenClean();
        return true;
      case 'pong':
        return true;
      default:
        return false;
    }
  }

  #message(message: FromWork): void {
    if (message.type === 'completed') {
      const { exitCode } = message;
      this.reusable = message.reusable;
      this.#end(() => this.#resolve({ exitCode }));
    } else if (message.type === 'failed') {
      const error = unpackAlone(message.error);
      this.reusable = message.reusable;
      this.#end(() => this.#reject(error));
    }
  }

  async #ask(question: number, facts: QuestionFacts): Promise<void> {
    const withdrawn = new AbortController();
    this.#questions.set(question, withdrawn);
    const { host } = this.#sink;
    try {
      const { caption, message } = facts;
      const value =
        facts.kind === 'choice'
          ? await host.promptForChoice?.(caption, message, facts.choices, facts.defaultChoice, withdrawn.signal)
          : await host.prompt?.(caption, message, facts.fields, withdrawn.signal);
      this.#tell({ type: 'answer', question, value: packAlone(value) });
    } catch (error) {
      if (!withdrawn.signal.aborted) this.#tell({ type: 'refusal', question, error: packError(error) });
    } finally {
      this.#questions.delete(question);
    }
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
    if (!this.#over) this.#channel.send(messageFrame(message));
  }

  #end(settle: () => void): void {
    if (this.#over) return;
    this.#over = true;
    this.#forgetStop?.();
    this.#input?.close();
    for (const withdrawn of this.#questions.values()) withdrawn.abort(new PipelineStoppedException());
    settle();
  }
}

function startMessage(request: WorkRequest, largestRecord: number, sink: JobSink): ToWork {
  const { source, initialization, args, using, input, workingDirectory, environment } = request;
  const dropped = warnOnce(sink);
  const pack = (what: string, value: unknown): unknown => {
    try {
      return packAlone(value, (path, kind) => dropped(`${what}${path.startsWith('[') ? '' : '.'}${path}`, kind));
    } catch (error) {
      if (!(error instanceof UnclonableError)) throw error;
      throw new CmdletException(text.uncloneable(`-${what}`, error.message), {
        errorId: 'SerializationFailed',
        category: 'InvalidData',
        target: value,
      });
    }
  };
  return {
    type: 'start',
    source: sendable(source),
    initialization: initialization === undefined ? undefined : sendable(initialization),
    args: pack('ArgumentList', args),
    using: pack('Using', using),
    parameters: source.kind === 'cmdlet' ? pack('Parameters', source.parameters) : undefined,
    hasInput: input !== undefined,
    workingDirectory,
    environment: environment === undefined ? undefined : definedOnly(environment),
    largestRecord,
  };
}

/** A source as it travels: the parameters of a cmdlet go apart, packed. */
function sendable(source: WorkSource): Exclude<WorkSource, { kind: 'live' }> {
  if (source.kind === 'live') {
    throw new CmdletException(text.notInline('remote'), {
      errorId: 'LiveFunctionNotSupported',
      category: 'InvalidType',
    });
  }
  return source.kind === 'cmdlet' ? { ...source, parameters: {} } : source;
}

function definedOnly(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) defined[name] = value;
  return defined;
}

function warnOnce(sink: JobSink): (path: string, what: string) => void {
  let told = false;
  return (path, what) => {
    if (!told) sink.writeWarning(new WarningRecord(text.dropped(path, what)));
    told = true;
  };
}
