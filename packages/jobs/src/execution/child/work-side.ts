import { CmdletException, PipelineStoppedException, WarningRecord } from '@cmdlet/core';
import { packError, unpackAlone } from '../envelope/alone.js';
import { Stream, type StreamNumber } from '../envelope/marker.js';
import { Packer } from '../envelope/packer.js';
import { recordFacts } from '../envelope/record-facts.js';
import { Unpacker } from '../envelope/unpacker.js';
import type { Channel } from '../protocol/channel.js';
import { messageFrame } from '../protocol/frame.js';
import { FrameReceiver } from '../protocol/frame-receiver.js';
import type { FromWork, Start, ToWork, WorkEnd } from '../protocol/messages.js';
import { RecordSender } from '../protocol/record-sender.js';
import { text } from '../text.js';
import { ExitSignal } from '../work/exit-signal.js';
import { importScript } from '../work/import-script.js';
import { endLines } from './captured-console.js';
import { InputQueue } from './input-queue.js';
import { openInspector } from './open-inspector.js';
import { preparePlace } from './prepare-place.js';
import { RemoteHost } from './remote-host.js';
import { runWork, type WorkMeans } from './run-work.js';
import { trackNatives } from './tracked-natives.js';

/** What the place is that the work runs in. */
export interface Place {
  readonly kind: 'thread' | 'process';
  /** Ends it. */
  exit(code: number): void;
  /** Ends it with all that was started in it. */
  end(): void;
  /** For a place that may do other work after it; undefined for one that does one piece of work. */
  readonly again: PlaceAgain | undefined;
}

/** A place that may do one piece of work after the other. */
export interface PlaceAgain {
  /**
   * Tells, when what was left to be done in this turn is done, whether nothing is left of the work.
   *
   * @param closely whether it may have left what is hard to see
   */
  isClean(closely: boolean): Promise<boolean>;
  /** Other work may come. */
  nextWork(): void;
}

/** The side of the protocol where the work runs. It serves one piece of work. */
export class WorkSide {
  readonly #channel: Channel;
  readonly #place: Place;
  readonly #stopping = new AbortController();
  readonly #host = new RemoteHost(
    (message) => this.#tell(message),
    () => this.#stopping.signal,
  );
  readonly #input = new InputQueue();
  readonly #unpacker = new Unpacker((url) => this.#load(url));
  /** None before the work has begun: what is written then is nobody's, as is what is written after its end. */
  #sender: RecordSender | undefined;
  /** Whether the work has left what cannot be taken back. */
  #leavesTraces = true;
  #droppedTold = false;
  #ending = false;
  #hostGone = false;

  constructor(channel: Channel, place: Place) {
    this.#channel = channel;
    this.#place = place;
    const receiver = new FrameReceiver(this.#unpacker, {
      // What comes before the start was meant for the work before, which has not read it.
      record: (record) => (this.working ? this.#input.push(record) : undefined),
      read: (records, bytes) => this.#tell({ type: 'read', records, bytes }),
      urgent: (message) => this.#urgent(message as ToWork),
      message: (message) => this.#message(message as ToWork),
      unreadable: (error) => this.#refused(error),
      failed: (error) => this.#input.fail(error),
    });
    channel.listen(
      (frame) => receiver.receive(frame),
      () => this.#hostHasGone(),
    );
  }

  /** Tells the host that this place can be given work, or that what it has sent is heard. */
  greet(): void {
    this.#tell({ type: 'pong' });
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
        this.#tell(openInspector());
        return true;
      case 'ping':
        this.greet();
        return true;
      default:
        return false;
    }
  }

  #message(message: ToWork): undefined {
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
      (value, { message }) => void this.#refused(text.uncloneable(kindOf(value), message)),
      start.largestRecord,
    );
    this.#leavesTraces = start.traces === 'lasting';
    let end: WorkEnd;
    try {
      preparePlace(start, this.#place.kind);
      if (this.#place.kind === 'thread' && this.#leavesTraces) this.#trackNatives();
      for (const packed of [start.args, start.using, start.parameters]) {
        const loading = this.#unpacker.loadClasses(packed);
        if (loading !== undefined) await loading;
      }
      end = this.#completed(await runWork(start, this.#means));
    } catch (error) {
      end = error instanceof ExitSignal ? this.#completed(error.exitCode) : this.#failed(error);
    }
    endLines();
    await this.#sender.cleared();
    const isClean = !this.#leavesTraces && (await this.#place.again?.isClean(start.traces === 'hidden')) === true;
    // It may have come to an end meanwhile that it did not want.
    this.#end({ ...end, reusable: isClean });
  }

  get #means(): WorkMeans {
    return {
      input: this.#input,
      host: this.#host,
      signal: this.#stopping.signal,
      output: (value, stream) => this.write(value, stream),
      result: (value) => this.#sender?.write(value, Stream.Output, true),
    };
  }

  #trackNatives(): void {
    trackNatives({
      native: (processId, runs) => this.#tell({ type: 'native', processId, runs }),
      task: (task) => this.#tell({ type: 'task', task }),
    });
  }

  /** A class that input or arguments have instances of. */
  #load(url: string): Promise<unknown> {
    this.#leavesTraces = true;
    return importScript(url);
  }

  #completed(exitCode: number | undefined): WorkEnd {
    const code = exitCode ?? (process.exitCode === undefined ? undefined : Number(process.exitCode));
    return { type: 'completed', exitCode: code, reusable: false };
  }

  #failed(error: unknown): WorkEnd {
    return { type: 'failed', error: packError(error), reusable: false };
  }

  /** One warning for all that is left out. */
  #dropped(path: string, what: string): void {
    if (this.#droppedTold) return;
    this.#droppedTold = true;
    queueMicrotask(() => void this.write(new WarningRecord(text.dropped(path, what)), Stream.Warning));
  }

  /** A value that cannot be sent, or was sent and cannot be made here, is an error of that value, and the work goes on. */
  #refused(reason: unknown): Promise<void> | undefined {
    const message = reason instanceof Error ? reason.message : String(reason);
    const error = new CmdletException(message, { errorId: 'SerializationFailed', category: 'InvalidData' });
    return this.write(error.errorRecord, Stream.Error);
  }

  #tell(message: FromWork): void {
    this.#channel.send(messageFrame(message));
  }

  #end(message: WorkEnd): void {
    if (this.#ending) return;
    this.#ending = true;
    endLines();
    this.#channel.together(() => {
      this.#sender?.flushAll();
      this.#sender?.close();
      this.#tell(message);
    });
    const place = this.#place;
    if (this.#hostGone) {
      place.end();
      return;
    }
    if (message.reusable) {
      place.again?.nextWork();
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

/** Milliseconds that work has to clean up once its host has gone. */
const TIME_TO_CLEAN_UP = 2000;

function kindOf(value: unknown): string {
  return typeof value === 'object' ? 'An object that the job wrote' : `A ${typeof value} that the job wrote`;
}
