/** Every text of this folder that a user may see. */
export const text = {
  dropped: (path: string, what: string): string =>
    `${path} is ${what} and cannot leave the place where the job runs: it is left out, here and wherever else it occurs. ` +
    'Write values, or register how its class is sent with Serializable.',

  uncloneable: (what: string, reason: string): string =>
    `${what} cannot be sent to where it is wanted: ${reason}. It is left out. Write plain values, or register how its class is sent with Serializable.`,

  isUnclonable: (what: string): string => `it is ${what}`,

  notRevived: (name: string, reason: string): string =>
    `An instance of ${name} has come, but it could not be made here: ${reason}. It is left out.`,

  tooLarge: (bytes: number, limit: number): string =>
    `it takes ${bytes} bytes, and a record may take ${limit}. Write it in parts, or to a file`,

  lost: (where: string, how: string, last: string): string =>
    `The ${where} that the job ran in ended before the job did: ${how.replace(/\.$/, '')}.${last === '' ? '' : ` The last it wrote: ${last}`}`,

  neverThere: (how: string): string => `The job was not started: ${how.replace(/\.$/, '')}.`,

  endedWithCode: (code: number): string => `it ended with exit code ${code}`,
  endedBySignal: (signal: string): string => `it was ended by the signal ${signal}`,
  connectionClosed: 'the connection was closed',
  connectionBroken: (message: string): string => `the connection was broken: ${message}`,
  frameTooLong: (bytes: number, limit: number): string =>
    `what came is no record of a job, or one too large: it announces ${bytes} bytes, and ${limit} may come at once`,
  outOfMemory: 'it ran out of memory',
  cannotStart: (message: string): string => `it could not be started: ${message}`,
  endedBeforeInspector: 'The job has ended before its inspector was open.',
  terminated: 'it was ended by force',
  executorDisposed: 'The session that this executor belongs to has ended: it starts no more work.',

  badPoolSize: (size: number): string =>
    `The size of a pool is ${size}. Give the number of threads or processes to keep ready, 0 or more.`,
  badIdleTime: (milliseconds: number): string =>
    `idleMilliseconds of a pool is ${milliseconds}. Give a number of milliseconds, 0 or more.`,

  notFunction: (where: string, what: string): string =>
    `${where} is ${what}, and a script block must be a function that takes the context of the job.`,
  noDefaultExport: (path: string): string =>
    `The module ${path} has no default export. Export the script block: export default async ({ args }) => { … }.`,
  notInline: 'A live function cannot be sent to another thread, process or computer. Give its text, or run it inline.',
  cannotTerminate: (name: string): string =>
    `${name} runs in the thread of its caller and cannot be ended by force: it must listen to its signal.`,

  notCmdlet: (name: string, module: string): string => `${module} exports no class ${name}.`,

  initializationFailed: (message: string): string =>
    `The initialization script failed, and the job's own script was not run: ${message}`,

  typescriptNeedsLoader: (path: string, version: string): string =>
    `${path} is TypeScript, which Node ${version} cannot run by itself. Start the program with a loader, as ` +
    'node --import tsx, use Node 22.18 or later, or compile the script to JavaScript.',

  notAnswering: (seconds: number): string =>
    `Nothing was heard from the job for ${seconds} seconds: it computes without a pause, or the connection is lost. ` +
    'It goes on; stop it if it does not come back.',
};
