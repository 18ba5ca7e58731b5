import type { JobState } from './job-state.js';

/** Every text of this folder that a user may see. */
export const text = {
  illegalTransition: (job: string, from: JobState, to: JobState, legal: readonly JobState[]): string =>
    `The job ${job} is ${from} and cannot become ${to}. ` +
    (legal.length === 0 ? 'Its state is final.' : `From ${from} it can become ${legal.join(', ')}.`),

  alreadyStarted: (job: string, state: JobState): string =>
    `The job ${job} was started before and is ${state}. Make a new job to do the work again.`,

  neverInState: (job: string, state: JobState, wanted: readonly JobState[]): string =>
    `The job ${job} has ended as ${state}, and will not be ${wanted.join(' or ')} any more.`,

  disposed: (job: string, action: string): string => `Cannot ${action}: the job ${job} has been removed.`,

  survivor: (job: string, milliseconds: number): string =>
    `The work of job ${job} did not end within ${milliseconds} ms after it was asked to stop. ` +
    'It was given up: what it still does goes on unobserved, and what it writes is dropped.',

  timedOut: (job: string, milliseconds: number): string =>
    `The job ${job} was not done within its time limit of ${counted(milliseconds / 1000, 'second')} and was stopped. ` +
    'Give it more time, or less to do.',

  tooManyRecords: (dropped: number, limit: number): string =>
    `${dropped === 1 ? '1 record was' : `${dropped} records were`} dropped, the oldest: the job keeps no more than ${limit} that nobody has received.`,

  recordsExpired: (dropped: number): string =>
    `${dropped === 1 ? '1 record was' : `${dropped} records were`} dropped: nobody has received them in the time that the job keeps them after its end.`,

  backgroundJob: (command: string): string => `background job: ${command}`,

  givenUp: 'given up: the work did not react to the stop',

  progressOfChildren: (finished: number, total: number): string => `${finished}/${total} completed`,

  severalFailures: (first: string, count: number): string => `${count} child jobs failed. The first failure: ${first}`,

  hostCannotAsk: (question: string): string =>
    `A job asks ${question}, and whoever receives it has no means to answer. ` +
    'Receive it from an interactive session, or give the command all it needs.',

  duplicateJob: (job: string, instanceId: string): string =>
    `The job ${job} cannot be added: the repository holds a job with the instance id ${instanceId} already.`,

  argumentNull: (name: string): string => `A value is needed for '${name}', but none was given.`,

  noAdapter: (type: string, module: string, known: readonly string[]): string =>
    `There is no source of jobs of the type '${type}' that makes jobs. ` +
    (known.length === 0 ? 'None is registered.' : `Registered: ${known.join(', ')}.`) +
    (module === '' ? '' : ` Import the pack ${module} first.`),

  idNotAssigned: (id: number, last: number): string =>
    `The id ${id} cannot be given to a job again: this session has given the ids 1 to ${last}.`,

  stillUnfinished: (job: string, state: JobState, command: string): string =>
    `The job ${job} is ${state} and will be stopped${command.trim() === '' ? '.' : `: ${command.trim()}`}`,

  unknownJob: (job: string, instanceId: string): string =>
    `The job ${job} cannot be removed: the repository holds no job with the instance id ${instanceId}.`,

  cannotSuspend: (job: string, state: string): string =>
    `The job ${job} cannot be suspended: it is ${state}. Only work that runs in this thread can pause, while it is Running.`,

  cannotResume: (job: string, state: string): string =>
    `The job ${job} cannot be resumed: it is ${state}, and only a Suspended job can go on.`,

  badRetention: (name: string, value: number, least: number, unit: string): string =>
    `jobRetention.${name} is ${value}. Give a whole number of ${unit}, ${least} or more, or leave it out: then nothing is limited.`,
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
