import { join } from 'node:path';
import type { JobState } from '@cmdlet/core';
import { codeOf, type FileSystem } from './file-system.js';
import { RecordFileWriter } from './record-file.js';
import { text } from './text.js';
import { writeSafely } from './write-safely.js';

/** How a run stands, or how it ended. */
export interface RunStatus {
  /** A UUID: instance id of the job. */
  readonly instanceId: string;
  readonly name: string;
  readonly command: string;
  readonly state: JobState;
  /** The reason of the state, with its type; see `storedError`. */
  readonly reason?: string | undefined;
  /** In milliseconds since 1970. */
  readonly begin?: number | undefined;
  readonly end?: number | undefined;
  readonly exitCode?: number | undefined;
  /** How many records were written. */
  readonly records: number;
  /** The process whose session runs it. */
  readonly processId: number;
  /** When that process began, which tells it from later ones with its id; undefined where the platform does not tell. */
  readonly processStart?: string | undefined;
}

const STATUS = 'status.json';
const RECORDS = 'records.bin';
const FORMAT = 1;

/** The directory of one run: how it stands, and what it wrote. */
export class RunFiles {
  constructor(
    private readonly files: FileSystem,
    readonly directory: string,
  ) {}

  /** Makes the directory. @returns false if it is there already: somebody else has this run */
  async create(): Promise<boolean> {
    try {
      await this.files.makeDirectory(this.directory, false);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }

  /** Path of the file that tells how the run stands. */
  get statusPath(): string {
    return join(this.directory, STATUS);
  }

  /** Path of the file that holds what the run wrote. */
  get recordsPath(): string {
    return join(this.directory, RECORDS);
  }

  async writeStatus(status: RunStatus): Promise<void> {
    await writeSafely(this.files, this.statusPath, Buffer.from(`${JSON.stringify({ format: FORMAT, ...status })}\n`));
  }

  /** Undefined if nobody has written it yet. Throws for one that cannot be read. */
  async readStatus(): Promise<RunStatus | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = await this.files.readFile(this.statusPath);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
    const status = JSON.parse(Buffer.from(bytes).toString()) as (RunStatus & { readonly format?: unknown }) | null;
    const complete = typeof status?.instanceId === 'string' && typeof status.state === 'string';
    if (status?.format !== FORMAT || !complete) throw new SyntaxError(text.notAStatus);
    return status;
  }

  recordWriter(): RecordFileWriter {
    return new RecordFileWriter(this.files, this.recordsPath);
  }

  /** What the run wrote. Nothing is no failure. */
  readRecords(): Uint8Array {
    try {
      return this.files.readFileSync(this.recordsPath);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return new Uint8Array();
      throw error;
    }
  }

  async remove(): Promise<void> {
    await this.files.remove(this.directory);
  }
}
