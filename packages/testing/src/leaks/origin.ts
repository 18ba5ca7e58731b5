/** How many frames are kept: those of the SDK stand in front of the ones that tell something. */
const FRAMES = 40;

/** Frames that say nothing about who did it: the SDK, its libraries, the test runner, Node. */
const NOT_TELLING =
  /[\\/]packages[\\/](?:core|jobs|testing)[\\/](?:src|dist)[\\/]|@cmdlet[\\/](?:core|jobs|testing)[\\/]|node_modules[\\/](?:rxjs|vitest|@vitest|typedi|tslib)[\\/]|\(?node:|<anonymous>\)?$/;

/** Where something began: a stack that is read only if somebody asks. */
export class Origin {
  readonly #trace: { readonly stack?: string } = {};

  /** @param above functions from this one inwards are left out */
  constructor(above?: (...parameters: never[]) => unknown) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = FRAMES;
    Error.captureStackTrace(this.#trace, above ?? Origin);
    Error.stackTraceLimit = stackTraceLimit;
  }

  /** The whole stack. */
  get stack(): string {
    return this.#trace.stack ?? '';
  }

  /** The innermost frame of the user's own code; undefined if there is none. */
  get place(): string | undefined {
    return this.#frames.find((frame) => !NOT_TELLING.test(frame));
  }

  /** As {@link place}, else the innermost frame at all. */
  toString(): string {
    return this.place ?? this.#frames[0] ?? '';
  }

  get #frames(): string[] {
    return this.stack
      .split('\n')
      .slice(1)
      .map((line) => line.trim().replace(/^at /, ''));
  }
}
