import type { Script } from 'node:vm';

/** A part of the command as the first file, `bin/cmdlet.cjs`, has read it. */
export interface CompiledPart {
  /** Its path. */
  readonly file: string;
  /** Gives the function of the part. */
  readonly script: Script;
  /** What was kept of it, whether the engine took it or not. */
  readonly kept: Buffer | undefined;
  /** Where that is kept. */
  readonly cacheFile: string;
}

/** What the first file hands over to the part `shell`. */
export interface Start {
  readonly shell: CompiledPart;
  /** Reads another part. */
  readonly compile: (part: string) => CompiledPart;
  /** The first file as a module of Node's. */
  readonly module: NodeJS.Module;
  readonly require: NodeJS.Require;
  /** `import()` of a module that Node itself has loaded. */
  readonly importModule: (url: string) => Promise<unknown>;
}
