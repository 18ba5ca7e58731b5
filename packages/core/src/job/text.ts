import type { JobState } from './job-state.js';

/** Every text of this folder that a user may see. */
export const text = {
  illegalTransition: (job: string, from: JobState, to: JobState, legal: readonly JobState[]): string =>
    `The job ${job} is ${from} and cannot become ${to}. ` +
    (legal.length === 0 ? 'Its state is final.' : `From ${from} it can become ${legal.join(', ')}.`),

  alreadyStarted: (job: string, state: JobState): string =>
    `The job ${job} was started before and is ${state}. Make a new job to do the work again.`,

  disposed: (job: string, action: string): string => `Cannot ${action}: the job ${job} has been removed.`,

  survivor: (job: string, milliseconds: number): string =>
    `The work of job ${job} did not end within ${milliseconds} ms after it was asked to stop. ` +
    'It was given up: what it still does goes on unobserved, and what it writes is dropped.',

  backgroundJob: (command: string): string => `background job: ${command}`,

  givenUp: 'given up: the work did not react to the stop',

  progressOfChildren: (finished: number, total: number): string => `${finished}/${total} completed`,

  severalFailures: (first: string, count: number): string => `${count} child jobs failed. The first failure: ${first}`,

  hostCannotAsk: (question: string): string =>
    `A job asks ${question}, and whoever receives it has no means to answer. ` +
    'Receive it from an interactive session, or give the command all it needs.',

  duplicateJob: (job: string, instanceId: string): string =>
    `The job ${job} cannot be added: the repository holds a job with the instance id ${instanceId} already.`,

  unknownJob: (job: string, instanceId: string): string =>
    `The job ${job} cannot be removed: the repository holds no job with the instance id ${instanceId}.`,
};
