import type { ProgressRecord } from '../records/progress-record.js';
import { type JobRecord, jobRecord, StreamTag } from './job-record.js';
import { OverflowRecord } from './overflow-record.js';
import { text } from './text.js';

/** Records per chunk. */
const CHUNK_SIZE = 1024;
/** Tags of a chunk that holds few records: more cost an allocation outside of the heap. */
const FIRST_TAGS = 64;
/** Tag of a place whose record was taken out of its turn. */
const TAKEN = 255;

/** What a reader of a job's log may do. Reading takes the record out of the log and frees it. */
export interface JobLogReader<TOutput> {
  /** How many records nobody has taken yet, the failure reason included and progress left out. */
  readonly unreadCount: number;
  /** Takes the next record, or gives undefined if there is none now. */
  take(): JobRecord<TOutput> | undefined;
  /** Takes the next output object, whatever stands before it on other streams. */
  takeOutput(): { readonly value: TOutput } | undefined;
  /** Everything unread, in order of emission, without taking it. */
  unread(): JobRecord<TOutput>[];
  /** The latest record of each activity that goes on. */
  readonly progress: readonly ProgressRecord[];
}

/**
 * The one ordered log of a leaf: all its records in order of emission, each with the tag of its stream.
 *
 * A list of chunks, each an array of values beside an array of tag bytes; the tags of a chunk exist only once something
 * else than output stands in it. Appending allocates nothing but the growth of the arrays. The cursor stands in the
 * first chunk; what it has passed is forgotten, and so is the chunk. Whoever takes output only has a second cursor,
 * which may run ahead and leaves marks where it took something. Once all is taken the last chunk is used anew.
 *
 * Progress is no part of it: only the latest record of each activity is kept, and not once the activity is over.
 */
export class JobLog<TOutput = unknown> implements JobLogReader<TOutput> {
  #head: Chunk | undefined;
  #headIndex = 0;
  #tail: Chunk | undefined;
  #unread = 0;
  #closed = false;
  /** The second cursor; behind the first one it counts for nothing. */
  #outputChunk: Chunk | undefined;
  #outputIndex = 0;
  #progress: Map<string, ProgressRecord> | undefined;
  #whenRead: (() => void) | undefined;
  /** How many records were dropped since the last that was read. */
  #dropped = 0;
  #expired = false;

  /** @param limit how many unread records are kept, 1 or more; of more the oldest are dropped */
  constructor(private readonly limit = Number.POSITIVE_INFINITY) {}

  get unreadCount(): number {
    return this.#dropped === 0 ? this.#unread : this.#unread + 1;
  }

  get progress(): readonly ProgressRecord[] {
    return this.#progress === undefined ? [] : [...this.#progress.values()];
  }

  /** Adds one record. The hot path of every job. */
  append(tag: StreamTag, value: unknown): void {
    if (tag === StreamTag.Progress) {
      this.#keepProgress(value as ProgressRecord);
      return;
    }
    let chunk = this.#tail;
    if (chunk === undefined || chunk.size === CHUNK_SIZE) chunk = this.#grow(chunk);
    const index = chunk.size++;
    if (index < chunk.values.length) chunk.values[index] = value;
    else chunk.values.push(value);
    if (tag !== StreamTag.Output || chunk.tags !== undefined) setTag(chunk, index, tag);
    if (++this.#unread > this.limit) this.#drop();
  }

  take(): JobRecord<TOutput> | undefined {
    if (this.#dropped === 0) return this.#take();
    const overflow = this.#overflow();
    this.#dropped = 0;
    this.#whenRead?.();
    return overflow;
  }

  #take(): JobRecord<TOutput> | undefined {
    for (let chunk = this.#head; chunk !== undefined; chunk = this.#head) {
      while (this.#headIndex < chunk.size) {
        const index = this.#headIndex++;
        const tag = tagAt(chunk, index);
        if (tag === TAKEN) continue;
        const value = chunk.values[index];
        chunk.values[index] = undefined;
        this.#taken();
        return jobRecord(tag, value);
      }
      if (chunk.next === undefined) break;
      this.#enter(chunk.next);
    }
    return undefined;
  }

  takeOutput(): { readonly value: TOutput } | undefined {
    this.#bringOutputCursor();
    for (let chunk = this.#outputChunk; chunk !== undefined; chunk = this.#outputChunk) {
      while (this.#outputIndex < chunk.size) {
        const index = this.#outputIndex++;
        if (tagAt(chunk, index) !== StreamTag.Output) continue;
        const value = chunk.values[index];
        chunk.values[index] = undefined;
        if (chunk === this.#head && index === this.#headIndex) this.#headIndex++;
        else setTag(chunk, index, TAKEN);
        this.#taken();
        return { value: value as TOutput };
      }
      if (chunk.next === undefined) break;
      this.#outputChunk = chunk.next;
      this.#outputIndex = 0;
    }
    return undefined;
  }

  unread(): JobRecord<TOutput>[] {
    const records: JobRecord<TOutput>[] = this.#dropped === 0 ? [] : [this.#overflow()];
    this.#visitUnread((tag, value) => records.push(jobRecord(tag, value)));
    return records;
  }

  /** The unread values of one stream. */
  unreadOf(wanted: StreamTag): unknown[] {
    const values: unknown[] = wanted === StreamTag.Warning && this.#dropped > 0 ? [this.#overflow().value] : [];
    this.#visitUnread((tag, value) => {
      if (tag === wanted) values.push(value);
    });
    return values;
  }

  /** Calls back after each record that is taken; undefined ends it. For a writer that waits for its reader. */
  onTaken(callback: (() => void) | undefined): void {
    this.#whenRead = callback;
  }

  /** Nothing will be appended any more: activities are over, and what is read is not kept for reuse. */
  close(): void {
    this.#closed = true;
    this.#progress = undefined;
    if (this.#unread === 0) this.#forget();
  }

  /** Drops everything but the reason of a failure, which comes last. */
  expire(): void {
    this.#expired = true;
    while (this.#unread > 0) {
      const record = this.#take();
      if (record?.stream === 'Failure') {
        this.append(StreamTag.Failure, record.value);
        break;
      }
      this.#dropped++;
    }
  }

  /** Drops the oldest record. */
  #drop(): void {
    this.#take();
    this.#dropped++;
  }

  #overflow(): JobRecord<TOutput> {
    const count = this.#dropped;
    const message = this.#expired ? text.recordsExpired(count) : text.tooManyRecords(count, this.limit);
    return jobRecord(StreamTag.Warning, new OverflowRecord(count, message));
  }

  #grow(last: Chunk | undefined): Chunk {
    const chunk: Chunk = { values: [], tags: undefined, size: 0, next: undefined, number: (last?.number ?? -1) + 1 };
    if (last === undefined) {
      this.#head = chunk;
      this.#headIndex = 0;
    } else {
      last.next = chunk;
    }
    this.#tail = chunk;
    return chunk;
  }

  #enter(chunk: Chunk): void {
    this.#head = chunk;
    this.#headIndex = 0;
  }

  /** One record less; once none is left the last chunk is used anew. */
  #taken(): void {
    if (--this.#unread === 0) {
      if (this.#closed || this.#tail === undefined) {
        this.#forget();
      } else {
        this.#tail.size = 0;
        this.#enter(this.#tail);
        this.#outputChunk = undefined;
      }
    }
    this.#whenRead?.();
  }

  #forget(): void {
    this.#head = this.#tail = this.#outputChunk = undefined;
  }

  /** Puts the second cursor where the first one is, if it is behind. */
  #bringOutputCursor(): void {
    let head = this.#head;
    while (head?.next !== undefined && this.#headIndex === head.size) {
      head = head.next;
      this.#enter(head);
    }
    const chunk = this.#outputChunk;
    if (head === undefined) return;
    const behind =
      chunk === undefined || chunk.number < head.number || (chunk === head && this.#outputIndex < this.#headIndex);
    if (behind) {
      this.#outputChunk = head;
      this.#outputIndex = this.#headIndex;
    }
  }

  #visitUnread(visit: (tag: StreamTag, value: unknown) => void): void {
    let index = this.#headIndex;
    for (let chunk = this.#head; chunk !== undefined; chunk = chunk.next) {
      for (; index < chunk.size; index++) {
        const tag = tagAt(chunk, index);
        if (tag !== TAKEN) visit(tag, chunk.values[index]);
      }
      index = 0;
    }
  }

  #keepProgress(record: ProgressRecord): void {
    const key = `${record.sourceId} ${record.activityId}`;
    this.#progress ??= new Map();
    if (record.recordType === 'Completed') this.#progress.delete(key);
    else this.#progress.set(key, record);
  }
}

interface Chunk {
  /** May be longer than `size` when the chunk is used anew. */
  readonly values: unknown[];
  tags: Uint8Array | undefined;
  size: number;
  next: Chunk | undefined;
  /** Place in the log, to compare cursors. */
  readonly number: number;
}

/** A place without tag holds output. */
function tagAt(chunk: Chunk, index: number): StreamTag | typeof TAKEN {
  return (chunk.tags?.[index] ?? StreamTag.Output) as StreamTag | typeof TAKEN;
}

function setTag(chunk: Chunk, index: number, tag: number): void {
  let tags = chunk.tags;
  if (tags === undefined || index >= tags.length) {
    const longer = new Uint8Array(index < FIRST_TAGS ? FIRST_TAGS : CHUNK_SIZE);
    if (tags !== undefined) longer.set(tags);
    chunk.tags = tags = longer;
  }
  tags[index] = tag;
}
