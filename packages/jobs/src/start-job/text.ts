import type { Job } from '@cmdlet/core';

/** What is told of a configured Node. */
interface Runtime {
  readonly version: { toString(): string };
  readonly architecture: string;
  readonly path: string;
}

/** Every text about starting jobs that a user may see. */
export const text = {
  notBegun: 'The command has not begun.',

  badLimit: (name: string, limit: unknown): string =>
    `The property ${name} is ${typeof limit === 'string' ? JSON.stringify(limit) : String(limit)}. It must be a whole number, 1 or more, or Infinity: so many jobs work at the same time.`,

  noFunction: 'startJob runs a function. Text of a command language, or a file, is for Start-Job.',

  noPlace: (place: unknown, places: readonly unknown[]): string =>
    `The option in is ${JSON.stringify(place)}. It must be one of ${places.join(', ')}.`,

  noArguments: 'The option args must be an array: its elements are the arguments of the block.',

  noInput:
    'The option input must be an array or another sequence of records: to give one record, put it into an array.',

  noTimeLimit: (seconds: unknown): string =>
    `The option timeoutSeconds is ${String(seconds)}. It must be a number of seconds, 0 or more; 0 is no limit.`,

  exitCode: (job: string, exitCode: number): string => `The job ${job} ended with exit code ${exitCode}.`,

  noRuntime: (version: string, runtimes: readonly Runtime[]): string =>
    `The value ${version} is not valid for the PSVersion parameter: no configured runtime is of that version. ${list(runtimes)}`,

  noNarrowRuntime: (runtimes: readonly Runtime[]): string =>
    `The RunAs32 parameter needs a runtime of 32 bit, and none is configured. ${list(runtimes)}`,

  emptyUserName: 'A credential needs the name of a user.',

  cannotBeCredential: 'A credential is a PSCredential, or the name of a user.',

  credentialNotSupported: (wanted: string, current: string): string =>
    `The job cannot run as ${wanted}: only root may run processes as another user, and this program runs as ${current}. ` +
    'Leave the Credential parameter out, or start the program as that user.',

  noSuchUser: (name: string): string => `The job cannot run as ${name}: this machine has no such user.`,

  workingDirectoryNotFound: (path: string, reason: string | undefined): string =>
    `Cannot find the WorkingDirectory path ${path}.${reason === undefined ? '' : ` ${reason}`}`,

  wildcardsInPath: (path: string): string =>
    `The FilePath parameter takes one file, and ${path} is a pattern. Use -LiteralPath for a name with such characters.`,

  notAScript: (extensions: readonly string[]): string =>
    'The value of the FilePath parameter must be a script file. ' +
    `Enter the path to a file with one of the file name extensions ${extensions.join(', ')} and try the command again.`,

  pathNotFound: (path: string): string => `Cannot find path '${path}' because it does not exist.`,

  accessDenied: (path: string, reason: string): string => `Access to the path '${path}' is denied. ${reason}`,

  syntaxError: (path: string, reason: string): string => `${path} cannot be read as a script: ${reason}`,

  onlyDefaultAuthentication: (given: string): string =>
    `The Authentication parameter of Start-Job accepts Default only, and not ${given}: a job runs on this computer.`,

  implicitCredential:
    'The Authentication value NegotiateWithImplicitCredential cannot be used together with the Credential parameter.',

  noDefinition: (
    { name, path, type }: { name: string; path: string | undefined; type: string | undefined },
    sources: readonly { readonly name: string }[],
  ): string =>
    `Cannot find a scheduled job with name ${name}` +
    `${type === undefined ? '' : ` and type ${type}`}${path === undefined ? '' : ` in ${path}`}. ` +
    (sources.length === 0
      ? 'The session has no source of jobs that could have one.'
      : `The sources of jobs in this session are: ${sources.map((source) => source.name).join(', ')}.`),

  severalDefinitions: (name: string, jobs: readonly Job[]): string =>
    `More than one job definition is called ${name}: of ${jobs.map(({ psJobTypeName }) => psJobTypeName).join(', ')}. ` +
    'Choose one with -Type or -DefinitionPath.',
};

function list(runtimes: readonly Runtime[]): string {
  const lines = runtimes.map(({ version, architecture, path }) => `${version.toString()} (${architecture}) at ${path}`);
  return lines.length === 0 ? 'No runtime is configured.' : `Configured are: ${lines.join(', ')}.`;
}
