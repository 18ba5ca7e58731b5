import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { readToEnd } from '../process/read-to-end.js';

/** Reads a stream of text line by line, and remembers its end. */
export class LineReader {
  readonly #stream: Readable | undefined;
  readonly #write: (line: string) => void;
  readonly #decoder = new StringDecoder('utf8');
  readonly #last: string[] = [];
  #rest = '';
  #received = 0;
  #fatal: string | undefined;
  #over: boolean;

  /** @param stream undefined or null: there is nothing to read */
  constructor(stream: Readable | null | undefined, write: (line: string) => void) {
    this.#write = write;
    this.#stream = stream ?? undefined;
    this.#over = this.#stream === undefined;
    this.#stream?.on('data', (chunk: Buffer) => {
      this.#received += chunk.length;
      this.#take(this.#decoder.write(chunk));
    });
    this.#stream?.on('error', () => undefined);
    this.#stream?.once('close', () => this.#finish());
    this.#stream?.once('end', () => this.#finish());
  }

  /** The last lines that were read, as one text; of what the engine says before it dies, the line that says why. */
  get last(): string {
    return this.#fatal ?? this.#last.join('\n');
  }

  /** Resolves when all was read that a program wrote which has ended. */
  async ended(): Promise<void> {
    if (this.#over || this.#stream === undefined) return;
    await readToEnd(this.#stream, () => this.#received);
    this.#finish();
  }

  #take(text: string): void {
    const lines = (this.#rest + text).split(/\r?\n/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#tell(line);
  }

  #tell(line: string): void {
    this.#last.push(line.slice(0, LONGEST_LINE_KEPT));
    if (line.startsWith('FATAL ERROR: ')) this.#fatal ??= line;
    if (this.#last.length > LINES_KEPT) this.#last.shift();
    this.#write(line);
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.#take(this.#decoder.end());
    if (this.#rest !== '') this.#tell(this.#rest);
    this.#rest = '';
  }
}

const LINES_KEPT = 10;
const LONGEST_LINE_KEPT = 500;
