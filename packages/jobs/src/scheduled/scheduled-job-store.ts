import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { InvalidOperationException } from '@cmdlet/core';
import { decodeDefinition, encodeDefinition, factsOf } from './definition-file.js';
import { codeOf, type FileSystem } from './file-system.js';
import { RunFiles, type RunStatus } from './run-files.js';
import { ScheduledJobDefinition, type ScheduledJobFacts } from './scheduled-job-definition.js';
import { text } from './text.js';
import { writeSafely } from './write-safely.js';

/** A file that cannot be read, and why. */
export interface BrokenFile {
  readonly path: string;
  readonly error: unknown;
}

/** A run as it stands in its directory. */
export interface StoredRun {
  readonly files: RunFiles;
  readonly status: RunStatus;
}

const DEFINITION = 'definition.json';
const SCHEDULE = 'schedule.json';
const RUNS = 'runs';
const CLAIMS = 'claims';

/**
 * Keeps definitions and what their runs wrote: a directory for each definition, in it one for each run. Several programs
 * may use the same store at the same time; every file is always whole.
 */
export class ScheduledJobStore {
  readonly #ids = new Map<string, number>();

  /** @param directory absolute; need not be there */
  constructor(
    readonly directory: string,
    private readonly files: FileSystem,
  ) {}

  /** All definitions by name, and the files that hold none that can be read. */
  async list(): Promise<{ definitions: ScheduledJobDefinition[]; broken: BrokenFile[] }> {
    const definitions: ScheduledJobDefinition[] = [];
    const broken: BrokenFile[] = [];
    for (const name of await this.#entries(this.directory)) {
      const directory = join(this.directory, name);
      try {
        const definition = await this.#read(directory);
        if (definition !== undefined) definitions.push(definition);
      } catch (error) {
        broken.push({ path: join(directory, DEFINITION), error });
      }
    }
    return { definitions: definitions.sort((a, b) => (a.name < b.name ? -1 : 1)), broken };
  }

  /** The definition with a name, in any case. Throws for one whose file cannot be read. */
  async find(name: string): Promise<ScheduledJobDefinition | undefined> {
    return this.#read(join(this.directory, directoryName(name)));
  }

  /** Path of the file that the definition with a name has, or would have. */
  pathOf(name: string): string {
    return join(this.directory, directoryName(name), DEFINITION);
  }

  /** Stores a new definition. One with the same name: `InvalidOperation`. */
  async add(facts: Omit<ScheduledJobFacts, 'instanceId'>): Promise<ScheduledJobDefinition> {
    const complete = { ...facts, instanceId: randomUUID() };
    const bytes = encodeDefinition(complete);
    const directory = join(this.directory, directoryName(facts.name));
    await this.files.makeDirectory(this.directory, true);
    if (!(await this.#makeDirectory(directory)) && (await this.#entries(directory)).includes(DEFINITION)) {
      throw new InvalidOperationException(text.alreadyRegistered(facts.name));
    }
    await writeSafely(this.files, join(directory, DEFINITION), bytes);
    return this.#definition(complete, directory);
  }

  /** Stores a definition with changes in the place of the old one. */
  async update(
    definition: ScheduledJobDefinition,
    changes: Partial<ScheduledJobFacts>,
  ): Promise<ScheduledJobDefinition> {
    const facts = factsOf(definition, changes);
    await writeSafely(this.files, join(definition.directory, DEFINITION), encodeDefinition(facts));
    return this.#definition(facts, definition.directory);
  }

  /** Gives a definition another name, and so another place. One that is there already: `InvalidOperation`. */
  async rename(definition: ScheduledJobDefinition, name: string): Promise<ScheduledJobDefinition> {
    const directory = join(this.directory, directoryName(name));
    if (directory !== definition.directory) {
      if ((await this.#entries(directory)).length > 0)
        throw new InvalidOperationException(text.alreadyRegistered(name));
      await this.files.rename(definition.directory, directory);
    }
    const facts = factsOf(definition, { name });
    await writeSafely(this.files, join(directory, DEFINITION), encodeDefinition(facts));
    return this.#definition(facts, directory);
  }

  /**
   * Takes something that happens once for all programs, as a start of the computer.
   *
   * @param id tells it from others of its kind; earlier ones are forgotten
   * @returns false if another program, or this one, has taken it
   */
  async claim({ directory }: ScheduledJobDefinition, kind: string, id: string): Promise<boolean> {
    const claims = join(directory, CLAIMS);
    await this.#makeDirectory(claims);
    const name = directoryName(`${kind}-${id}`);
    if (!(await this.#makeDirectory(join(claims, name)))) return false;
    const earlier = (await this.#entries(claims)).filter(
      (entry) => entry !== name && entry.startsWith(directoryName(`${kind}-`)),
    );
    await Promise.all(earlier.map((entry) => this.files.remove(join(claims, entry))));
    return true;
  }

  /** Removes a definition and all its results. A crash on the way leaves nothing that would be found again. */
  async remove(definition: ScheduledJobDefinition): Promise<void> {
    const gone = join(this.directory, `.${randomUUID()}.removed`);
    await this.files.rename(definition.directory, gone);
    await this.files.remove(gone);
  }

  /** The time up to which triggers were seen to, in milliseconds since 1970. */
  async handledUntil({ directory, registered }: ScheduledJobDefinition): Promise<number> {
    try {
      const file = JSON.parse(Buffer.from(await this.files.readFile(join(directory, SCHEDULE))).toString()) as unknown;
      const until: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, 'handledUntil') : undefined;
      if (typeof until === 'number' && !Number.isNaN(new Date(until).getTime())) return until;
    } catch {
      // Not there yet, or of no use: then the definition says since when.
    }
    return registered.getTime();
  }

  async setHandledUntil({ directory }: ScheduledJobDefinition, handledUntil: number): Promise<void> {
    await writeSafely(this.files, join(directory, SCHEDULE), Buffer.from(`${JSON.stringify({ handledUntil })}\n`));
  }

  /** The place of a new run. @param name tells it from the others; they are kept in the order of their names */
  async newRun({ directory }: ScheduledJobDefinition, name: string): Promise<RunFiles> {
    const runs = join(directory, RUNS);
    await this.#makeDirectory(runs);
    return new RunFiles(this.files, join(runs, name));
  }

  /** The place of a run, by its directory. */
  runAt(directory: string): RunFiles {
    return new RunFiles(this.files, directory);
  }

  /** All runs of all definitions, oldest first, and the files that cannot be read. */
  async listRuns(): Promise<{ runs: StoredRun[]; broken: BrokenFile[] }> {
    const all: { runs: StoredRun[]; broken: BrokenFile[] } = { runs: [], broken: [] };
    for (const name of await this.#entries(this.directory)) {
      const { runs, broken } = await this.runsOf(join(this.directory, name));
      all.runs.push(...runs);
      all.broken.push(...broken);
    }
    return all;
  }

  /** The runs of one definition, by its directory. */
  async runsOf(directory: string): Promise<{ runs: StoredRun[]; broken: BrokenFile[] }> {
    const runs: StoredRun[] = [];
    const broken: BrokenFile[] = [];
    const place = join(directory, RUNS);
    for (const name of (await this.#entries(place)).sort()) {
      const files = new RunFiles(this.files, join(place, name));
      try {
        const status = await files.readStatus();
        if (status !== undefined) runs.push({ files, status });
      } catch (error) {
        broken.push({ path: files.statusPath, error });
      }
    }
    return { runs, broken };
  }

  async #read(directory: string): Promise<ScheduledJobDefinition | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = await this.files.readFile(join(directory, DEFINITION));
    } catch (error) {
      // A registration that is going on, or was interrupted, has none yet.
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
      throw error;
    }
    return this.#definition(decodeDefinition(bytes), directory);
  }

  #definition(facts: ScheduledJobFacts, directory: string): ScheduledJobDefinition {
    const id = this.#ids.get(facts.instanceId) ?? this.#ids.size + 1;
    this.#ids.set(facts.instanceId, id);
    return new ScheduledJobDefinition(facts, id, directory);
  }

  /** Names of what is in a directory, but for what is being written or removed. */
  async #entries(directory: string): Promise<string[]> {
    try {
      return (await this.files.readDirectory(directory)).filter((name) => !name.startsWith('.')).sort();
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
      throw error;
    }
  }

  async #makeDirectory(path: string): Promise<boolean> {
    try {
      await this.files.makeDirectory(path, false);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }
}

/** A name as that of a directory on any platform, the same for all spellings that differ in case. */
function directoryName(name: string): string {
  return encodeURIComponent(name.toLowerCase()).replace(
    /[!'()*.~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
