import { InvalidOperationException, ParameterBindingException, Version } from '@cmdlet/core';
import { text } from './text.js';

/** A Node executable that jobs can run in. */
export interface NodeRuntime {
  readonly version: Version;
  /** As `process.arch` says it there: `x64`, `arm64`, `ia32` … */
  readonly architecture: string;
  /** Absolute path of the executable. */
  readonly path: string;
}

/** The Node that runs this program. */
export function currentRuntime(): NodeRuntime {
  const version = Version.parse(process.versions.node) ?? new Version(0, 0);
  return { version, architecture: process.arch, path: process.execPath };
}

/** What a caller wants of a runtime. */
export interface RuntimeWish {
  /** The major number must be the same, what follows the same or higher. */
  readonly version?: Version | undefined;
  readonly runAs32?: boolean | undefined;
}

/**
 * The newest runtime that fits; the first one if nothing is wished.
 *
 * None of 32 bit is `RunAs32NotSupported`, none of the version `ParameterBindingFailed`.
 */
export function chooseRuntime(runtimes: readonly NodeRuntime[], { version, runAs32 }: RuntimeWish): NodeRuntime {
  const wide = runAs32 === true ? runtimes.filter(({ architecture }) => narrow.has(architecture)) : runtimes;
  if (wide.length === 0) {
    throw new InvalidOperationException(text.noNarrowRuntime(runtimes), { errorId: 'RunAs32NotSupported' });
  }
  const fitting =
    version === undefined
      ? wide.slice(0, 1)
      : wide.filter((runtime) => runtime.version.major === version.major && runtime.version.compareTo(version) >= 0);
  const [newest] = [...fitting].sort((a, b) => b.version.compareTo(a.version));
  if (newest === undefined) {
    throw new ParameterBindingException(text.noRuntime(String(version), wide), {
      errorId: 'ParameterBindingFailed',
      category: 'WriteError',
      parameterName: 'PSVersion',
    });
  }
  return newest;
}

/** Architectures of 32 bit. */
const narrow = new Set(['ia32', 'arm', 'mips', 'mipsel', 'ppc', 's390']);
