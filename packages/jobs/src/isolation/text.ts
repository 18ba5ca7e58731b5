/** Every text of isolated jobs that a user may see. */
export const text = {
  noSession: 'A job that runs elsewhere is started by a call with -AsJob, which tells it the session to start in.',
  functionGiven: (parameter: string) =>
    `The work of this command runs elsewhere, where the function given for '${parameter}' cannot be sent. Give a value, or run the command without -AsJob.`,
};
