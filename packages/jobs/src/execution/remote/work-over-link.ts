import { type Clock, type JobSink, systemClock } from '@cmdlet/core';
import { hostLine, standardErrorLine } from '../child/captured-console.js';
import type { Execution, WorkRequest } from '../executor.js';
import { startFrame } from '../host/start-frame.js';
import { WorkConnection } from '../host/work-connection.js';
import type { Frame } from '../protocol/frame.js';
import { StreamChannel } from '../protocol/stream-channel.js';
import { text } from '../text.js';
import { importScript } from '../work/import-script.js';
import { type LossFacts, WorkLostException } from '../work-lost-exception.js';
import { LineReader } from './line-reader.js';
import type { LinkEnd, WorkLink } from './work-link.js';

/** Where a link leads, and what may pass. */
export interface LinkFacts {
  /** Name of the place, for people. */
  readonly location: string;
  readonly where: LossFacts['where'];
  /** Bytes, about, that one record may take. Default 256 MB. */
  readonly largestRecord?: number | undefined;
  /** Whether modules that the far side names are loaded, to make instances of their classes. Default false. */
  readonly trusted?: boolean | undefined;
  /** By which the far side is asked for signs of life. Default: the machine's. */
  readonly clock?: Clock | undefined;
}

/** Does work at the far side of a link, which is opened once it is known that the work can be sent. */
export function workOverLink(open: () => WorkLink, facts: LinkFacts, request: WorkRequest, sink: JobSink): Execution {
  const start = startFrame(request, facts.largestRecord ?? LARGEST_RECORD, sink);
  return new LinkExecution(open(), facts, start, request, sink);
}

class LinkExecution implements Execution {
  readonly finished: Execution['finished'];
  readonly processId: number | undefined;
  readonly #link: WorkLink;
  readonly #clock: Clock;
  readonly #connection: WorkConnection;
  readonly #over: Promise<void>;
  #inspector: Promise<string> | undefined;
  #inspectorTold: ((url: string) => void) | undefined;

  constructor(link: WorkLink, facts: LinkFacts, start: Frame, request: WorkRequest, sink: JobSink) {
    const { location } = facts;
    this.#link = link;
    this.#clock = facts.clock ?? systemClock;
    link.hold?.(true);
    this.processId = link.processId;
    const channel = new StreamChannel(link.reading, link.writing);
    this.#connection = new WorkConnection(channel, sink, {
      origin: {
        computerName: location,
        runspaceId: crypto.randomUUID(),
        jobInstanceId: request.jobInstanceId,
      },
      load: facts.trusted === true ? importScript : undefined,
    });
    const printed = new LineReader(link.standardOutput, (line) => void sink.writeInformation(hostLine(line)));
    const failed = new LineReader(link.standardError, (line) => {
      if (!this.#isOfInspector(line)) sink.writeError(standardErrorLine(line));
    });
    const closed = new Promise<Error | undefined>((resolve) => {
      channel.listen((frame) => this.#connection.receive(frame), resolve);
    });
    // What is no frame ends the channel while the far side goes on: nobody can talk to it any more.
    void closed.then((broken) => broken !== undefined && link.end('kill'));
    this.#connection.start(start, request.input);
    this.#over = this.#end(facts, closed, [printed, failed]);
    if (facts.where === 'connection') this.#watch(sink);
    this.finished = this.#finish();
    // Whoever has ended it need not look how it ended.
    this.finished.catch(() => undefined);
  }

  async terminate(): Promise<void> {
    this.#link.end('terminate');
    await this.#over;
  }

  async kill(): Promise<void> {
    this.#link.end('kill');
    await this.#over;
  }

  openInspector(): Promise<string> {
    this.#inspector ??= this.#openInspector();
    return this.#inspector;
  }

  /** By both ways: a signal is heard by work that computes without a pause, and the protocol where it is open already. */
  #openInspector(): Promise<string> {
    const asked = this.#connection.openInspector();
    if (this.#link.inspect === undefined || this.#connection.over) return asked;
    const told = new Promise<string>((resolve) => {
      this.#inspectorTold = resolve;
    });
    // Before it can be heard, a signal would be the end of it.
    void this.#connection.heard.then(() => this.#link.inspect?.()).catch(() => undefined);
    return Promise.race([told, asked]);
  }

  /** Work that is silent may compute without a pause, so it is not given up: its reader is told, once. */
  #watch(sink: JobSink): void {
    const clock = this.#clock;
    let silent = 0;
    const beat = (): void => {
      silent = this.#connection.beat() ? 0 : silent + 1;
      if (silent === SILENT_BEATS) sink.writeWarning(text.notAnswering((SILENT_BEATS * BEAT) / 1000));
      cancel = clock.after(BEAT, beat, true);
    };
    let cancel = clock.after(BEAT, beat, true);
    void this.#over.then(() => cancel());
  }

  /** What Node says of its inspector is no error of the job. */
  #isOfInspector(line: string): boolean {
    if (this.#inspectorTold === undefined) return false;
    const [, url] = /^Debugger listening on (ws:\S+)$/.exec(line) ?? [];
    if (url !== undefined) this.#inspectorTold(url);
    // All is done: Node would wait for a debugger that may never go.
    const waits = line.startsWith('Waiting for the debugger to disconnect');
    if (waits) this.#link.end('kill');
    return url !== undefined || waits || /^For help, see: https:\/\/nodejs\.org\/|^Debugger attached\./.test(line);
  }

  async #finish(): Promise<{ exitCode: number | undefined }> {
    try {
      return await this.#connection.ended;
    } finally {
      // What it has to tell it has told: if it does not go, it is made to.
      if (this.#connection.broken) this.#link.end('kill');
      const cancel = this.#clock.after(TIME_TO_GO, () => this.#link.end('kill'), true);
      await this.#over;
      cancel();
    }
  }

  /** Resolves when the far side is no more, and all that it wrote was handed on. */
  async #end(facts: LinkFacts, closed: Promise<Error | undefined>, readers: readonly LineReader[]): Promise<void> {
    const { location, where } = facts;
    const end: LinkEnd = await this.#link.ended;
    await Promise.all(readers.map((reader) => reader.ended()));
    const broken = await closed;
    const lastText = readers.map(({ last }) => last).find((text) => text !== '');
    const loss = broken === undefined ? end : { ...end, signal: undefined, reason: brokenBy(broken), cause: broken };
    const errorId = broken === undefined ? end.errorId : '2102,PSSessionStateBroken';
    await this.#connection.lost(new WorkLostException({ where, location, lastText, ...loss }, errorId));
  }
}

function brokenBy({ message }: Error): string {
  return text.connectionBroken(message);
}

/** Milliseconds between two questions for a sign of life. */
const BEAT = 20_000;
const SILENT_BEATS = 3;
/** Milliseconds that the far side may take to end once its work has. */
const TIME_TO_GO = 5000;

const LARGEST_RECORD = 256 * 1024 * 1024;
