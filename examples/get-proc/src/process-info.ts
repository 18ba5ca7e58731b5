/** One process of this machine, as it was when it was looked at. */
export class ProcessInfo {
  readonly id: number;
  readonly name: string;
  /** The process that started it; undefined where the system does not tell. */
  readonly parentId: number | undefined;
  /** Memory it holds, in bytes. */
  readonly workingSet: number;
  /** Processor time it has used, in seconds; undefined where the system does not tell. */
  readonly cpu: number | undefined;

  constructor(facts: ProcessFacts) {
    this.id = facts.id;
    this.name = facts.name;
    this.parentId = facts.parentId;
    this.workingSet = facts.workingSet;
    this.cpu = facts.cpu;
  }

  toString(): string {
    return `${this.name} (${this.id})`;
  }
}

/** What a {@link ProcessInfo} is made from. */
export interface ProcessFacts {
  readonly id: number;
  readonly name: string;
  readonly parentId?: number | undefined;
  readonly workingSet: number;
  readonly cpu?: number | undefined;
}
