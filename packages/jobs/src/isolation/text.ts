/** Every text of isolated jobs that a user may see. */
export const text = {
  noSession: 'A job that runs elsewhere is started by a call with -AsJob, which tells it the session to start in.',
  noPlace: (place: unknown, places: readonly unknown[]) =>
    `isolatedJob was given ${JSON.stringify(place)} as the place where work runs. It must be one of ${places.join(', ')}.`,
  noModule: (module: unknown) =>
    `isolatedJob was given ${JSON.stringify(module)} as the module of the cmdlet. Give import.meta.url, in CommonJS __filename.`,
  functionGiven: (parameter: string) =>
    `The work of this command runs elsewhere, where the function given for '${parameter}' cannot be sent. Give a value, or run the command without -AsJob.`,
};
