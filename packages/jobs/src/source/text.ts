/** Every text of job sources that a user may see. */
export const text = {
  noChildren: 'The command cannot run because the ChildJobs property is empty.',

  cannot: (job: string, done: string): string => `The job ${job} cannot be ${done}: its source has no such operation.`,
};
