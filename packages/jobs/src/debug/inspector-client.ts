import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

/** What an inspector tells: the answer to a command, or an event. */
interface InspectorMessage {
  readonly id?: number;
  readonly method?: string;
  readonly error?: { readonly message: string };
}

/**
 * A connection to an inspector, as a debugger has one: a WebSocket of which only what an inspector needs is there, since
 * Node 20 has no client of its own.
 */
export class InspectorClient implements Disposable {
  readonly #socket: Socket;
  readonly #onEvent: (method: string) => void;
  readonly #answers = new Map<number, { resolve(): void; reject(error: Error): void }>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket, onEvent: (method: string) => void) {
    this.#socket = socket;
    this.#onEvent = onEvent;
    socket.unref();
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
    socket.on('error', () => undefined); // It is closed then.
    socket.once('close', () => this.#closed());
  }

  /** @param url address of the inspector, `ws://…` @param onEvent is told of each event by its name, and at last of `closed` */
  static connect(url: string, onEvent: (method: string) => void, signal: AbortSignal): Promise<InspectorClient> {
    const { hostname, port, pathname } = new URL(url);
    const headers = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      'Sec-WebSocket-Version': '13',
    };
    return new Promise((resolve, reject) => {
      const opening = request({ hostname, port, path: pathname, headers, signal });
      opening.once('upgrade', (_response, socket: Socket, head: Buffer) => {
        const client = new InspectorClient(socket, onEvent);
        client.#receive(head);
        resolve(client);
      });
      opening.once('response', ({ statusCode }) => reject(new Error(`HTTP ${statusCode}`)));
      opening.once('error', reject);
      opening.end();
    });
  }

  /** Gives a command; resolves when it was carried out. */
  command(method: string, params: object = {}): Promise<void> {
    const id = ++this.#lastId;
    this.#socket.write(frameOf(JSON.stringify({ id, method, params })));
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) reject(new Error('closed'));
      this.#answers.set(id, { resolve, reject });
    });
  }

  [Symbol.dispose](): void {
    this.#socket.destroy();
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const frame = firstFrame(this.#received);
      if (frame === undefined) return;
      this.#received = this.#received.subarray(frame.end);
      if (frame.isText) this.#hear(JSON.parse(frame.payload.toString()) as InspectorMessage);
    }
  }

  #hear({ id, method, error }: InspectorMessage): void {
    if (method !== undefined) this.#onEvent(method);
    if (id === undefined) return;
    const answer = this.#answers.get(id);
    this.#answers.delete(id);
    if (error === undefined) answer?.resolve();
    else answer?.reject(new Error(error.message));
  }

  #closed(): void {
    for (const answer of this.#answers.values()) answer.reject(new Error('closed'));
    this.#answers.clear();
    this.#onEvent('closed');
  }
}

const TEXT_ALONE = 0x81;
const MASKED = 0x80;

/** A text as one frame of RFC 6455, masked as those of clients must be. */
function frameOf(message: string): Buffer {
  const payload = Buffer.from(message);
  const { length } = payload;
  const size = length < 126 ? [MASKED | length] : [MASKED | 126, length >> 8, length & 0xff];
  const mask = randomBytes(4);
  for (const [index, byte] of payload.entries()) payload[index] = byte ^ (mask[index & 3] ?? 0);
  return Buffer.concat([Buffer.from([TEXT_ALONE, ...size]), mask, payload]);
}

/** The first frame of what was received, once all of it is there; those of a server are not masked. */
function firstFrame(
  bytes: Buffer,
): { readonly isText: boolean; readonly payload: Buffer; readonly end: number } | undefined {
  if (bytes.length < 2) return undefined;
  let length = bytes.readUInt8(1) & 0x7f;
  let start = 2;
  if (length === 126) {
    start = 4;
    if (bytes.length < start) return undefined;
    length = bytes.readUInt16BE(2);
  } else if (length === 127) {
    start = 10;
    if (bytes.length < start) return undefined;
    length = Number(bytes.readBigUInt64BE(2));
  }
  const end = start + length;
  if (bytes.length < end) return undefined;
  return { isText: bytes.readUInt8(0) === TEXT_ALONE, payload: bytes.subarray(start, end), end };
}
