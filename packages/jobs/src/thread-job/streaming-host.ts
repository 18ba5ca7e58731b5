import { HOST_TAG, type Host, type Job, type JobRecord, type ParameterType } from '@cmdlet/core';

/** Type of a parameter that takes a host. */
export const hostType: ParameterType<Host> = { kind: 'any', name: 'pshost' };

/** Shows a host what a job writes beside output, at once and until the job ends. The job keeps it as well. */
export function streamTo(host: Host, job: Job): void {
  job.records$.subscribe((record) => show(host, record));
}

function show(host: Host, { stream, value }: JobRecord): void {
  switch (stream) {
    case 'Error':
      host.showError?.(value);
      break;
    case 'Warning':
      host.showWarning?.(value);
      break;
    case 'Verbose':
      host.showVerbose?.(value);
      break;
    case 'Debug':
      host.showDebug?.(value);
      break;
    case 'Progress':
      host.showProgress?.(value);
      break;
    case 'Information':
      if (value.tags.includes(HOST_TAG)) host.showInformation?.(value);
      break;
    case 'Output':
    case 'Failure':
      break;
  }
}
