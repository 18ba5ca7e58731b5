import type { Job } from '@cmdlet/core';

/** Every text of the `*-Job` cmdlets that a user may see. */
export const text = {
  nameNotFound: (name: string): string =>
    `The command cannot find the job because the job name ${name} was not found. ` +
    'Verify the value of the Name parameter, and then try the command again.',

  idNotFound: (id: number): string =>
    `The command cannot find a job with the job ID ${id}. ` +
    'Verify the value of the Id parameter and then try the command again.',

  instanceIdNotFound: (instanceId: string): string =>
    `The command cannot find a job with the instance identifier ${instanceId}. ` +
    'Verify the value of the InstanceId parameter, and then try the command again.',

  sourceThrew: (source: string, message: string): string =>
    `A ${source} job source adapter threw an exception with the following message: ${message}`,

  needsWait: (parameter: string): string =>
    `The -${parameter} parameter cannot be used without the -Wait parameter. Add -Wait, or leave -${parameter} out.`,

  waitOrKeep:
    'The -Wait parameter and the -Keep parameter cannot be used together: -Wait hands records on as they come.',

  computerNameNotSupported: (job: Job): string =>
    `The command cannot retrieve the results of job ${job} by computer. ` +
    'The ComputerName parameter can be used only with jobs that run on other computers or in processes of their own.',

  sessionNotSupported: (job: Job): string =>
    `The command cannot retrieve the results of job ${job} by session. ` +
    'The Session parameter can be used only with jobs that run in sessions.',

  autoRemoveFailed: (job: Job, message: string): string =>
    `The job ${job} was received but cannot be removed: ${message}`,

  deadlock:
    'The Wait-Job cmdlet cannot finish working, because one or more jobs are blocked waiting for user interaction. ' +
    'Process interactive job output by using the Receive-Job cmdlet, and then try again.',

  waitTimedOut: (unfinished: number, total: number, seconds: number): string =>
    `${ofJobs(unfinished, total)} did not end within ${counted(seconds, 'second')}. ` +
    (unfinished === total ? 'The output is empty.' : 'The others are in the output.'),

  receiveTimedOut: (unfinished: number, total: number, seconds: number): string =>
    `${ofJobs(unfinished, total)} did not end within ${counted(seconds, 'second')}. They go on: receive them again for the rest.`,

  waiting: 'Waiting for jobs',

  done: (finished: number, total: number): string => `${finished}/${total} completed`,

  suspended:
    'One or more jobs are in a suspended or disconnected state, and cannot continue without additional user input. ' +
    'Specify the -Force parameter to continue to a completed, failed, or stopped state.',

  stopTarget: (job: Job): string =>
    `Remote Command: ${job.command}, associated with a job that has an ID of "${job.id}".`,

  removeTarget: (job: Job): string =>
    `Remote Command: ${job.command}, associated with the job that has an ID of "${job.id}".`,

  notFinished: (job: Job): string =>
    `The command cannot remove the job with the job ID ${job.id} because the job is not finished. ` +
    'To remove the job, first stop the job, or use the Force parameter.',

  cannotRemove:
    'The command cannot remove the job because it does not exist or because it is a child job. ' +
    'Child jobs can be removed only by removing the parent job.',
};

function ofJobs(some: number, all: number): string {
  return `${some} of ${counted(all, 'job')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
