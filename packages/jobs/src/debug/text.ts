/** Every text of `Debug-Job` that a user may see. */
export const text = {
  nameNotFound: (name: string): string => `Cannot find job with name ${name}.`,
  nameAmbiguous: (name: string): string => `Multiple jobs were found with name ${name}. Use -Id to say which one.`,
  idNotFound: (id: number): string => `Cannot find job with id ${id}.`,
  idAmbiguous: (id: number): string => `Multiple jobs were found with id ${id}. Use -InstanceId to say which one.`,
  instanceIdNotFound: (instanceId: string): string => `Cannot find job with instance id ${instanceId}.`,

  nothingToDebug:
    'The provided job and all child jobs were examined but no jobs were found that could be debugged. ' +
    'In order to debug a job or child job the job must support debugging and also be in a running state.',

  breakAll: (url: string): string =>
    `The work is in a thread, and goes on until a debugger is attached to ${url} and pauses it: -BreakAll cannot do so before.`,

  breakAllFailed: (url: string, reason: string): string =>
    `The work goes on: the inspector at ${url} did not pause it. ${reason}`,
};
