/** How many frames are kept: those of the SDK stand in front of the ones that tell something. */
const FRAMES = 40;

/** Frames that say nothing about who did it: the SDK as it is installed, its libraries, the test runner, Node. */
const NOT_TELLING =
  /node_modules[\\/](?:@cmdlet[\\/](?:core|jobs|testing)|rxjs|vitest|@vitest|typedi|tslib)[\\/]|\(?node:|<anonymous>\)?$/;

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
    return this.#frames.find(isTelling);
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

/**
 * The directories of the SDK where it is not installed but stands in a workspace: beside that of this module. Directories
 * of the same names elsewhere are the user's.
 */
const OWN_DIRECTORIES = workspaceDirectories(new Origin().stack);

function workspaceDirectories(stack: string): readonly string[] {
  const [, frame = ''] = stack.split('\n');
  const [, packages] = /([^\s(]*[\\/])testing[\\/](?:src|dist)[\\/]/.exec(frame.replace(/^\s*at /, '')) ?? [];
  if (packages === undefined || /[\\/]node_modules[\\/]/.test(packages)) return [];
  const place = packages.replaceAll('\\', '/').replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, '');
  return ['core', 'jobs', 'testing'].flatMap((name) => [`${place}${name}/src/`, `${place}${name}/dist/`]);
}

function isTelling(frame: string): boolean {
  if (NOT_TELLING.test(frame)) return false;
  const place = frame.replaceAll('\\', '/');
  return !OWN_DIRECTORIES.some((directory) => place.includes(directory));
}
