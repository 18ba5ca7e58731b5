/** Where an object came from that a job wrote. */
export interface Origin {
  /** Where the job ran: `localhost`, or the name of the host. */
  readonly computerName: string;
  /** A UUID for the place where the block ran; another one for each execution. */
  readonly runspaceId: string;
  /** Instance id of the job that wrote it, where that is known. */
  readonly jobInstanceId: string | undefined;
}

/**
 * Where an object came from that crossed the border of a thread, process or computer on its way out of a job;
 * undefined for all others, and for values that are no objects.
 *
 * Nobody sees it at the object, and a copy of that has none.
 */
export function getOrigin(value: unknown): Origin | undefined {
  return typeof value === 'object' && value !== null ? origins().get(value) : undefined;
}

/** Notes where an object came from. */
export function setOrigin(value: object, origin: Origin): void {
  origins().set(value, origin);
}

interface Origins {
  get(value: object): Origin | undefined;
  set(value: object, origin: Origin): void;
}

class Given {
  constructor(value: object) {
    // biome-ignore lint/correctness/noConstructorReturn: a class that extends this one gives its private field to the value
    return value;
  }
}

/** A private field of an object that is none of the class: to a WeakMap a million records are ten times as much work. */
class Mark extends Given {
  #origin: Origin;

  private constructor(value: object, origin: Origin) {
    super(value);
    this.#origin = origin;
  }

  static get(this: void, value: object): Origin | undefined {
    return #origin in value ? value.#origin : undefined;
  }

  static set(this: void, value: object, origin: Origin): void {
    if (#origin in value) value.#origin = origin;
    else new Mark(value, origin);
  }
}

/** All copies of the package in one thread share it. */
function origins(): Origins {
  if (shared === undefined) {
    const holder = globalThis as typeof globalThis & Record<symbol, Origins | undefined>;
    shared = holder[ORIGINS] ?? { get: Mark.get, set: Mark.set };
    if (holder[ORIGINS] === undefined) Object.defineProperty(holder, ORIGINS, { value: shared });
  }
  return shared;
}

const ORIGINS = Symbol.for('@cmdlet/jobs/origins');
let shared: Origins | undefined;
