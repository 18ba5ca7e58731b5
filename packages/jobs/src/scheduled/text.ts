/** Every text of scheduled jobs that a user may see. */
export const text = {
  notADefinition: 'The file is no definition of a scheduled job, or only a part of one.',

  badRegistered: (registered: unknown): string =>
    `The property registered is ${shown(registered)}. It must be a date, as 2025-01-01T03:00:00.000Z.`,

  invalidTrigger: (property: string, value: unknown, valid: string): string =>
    `The property ${property} of the trigger is ${shown(value)}. It must be ${valid}.`,

  validFrequency: (names: readonly string[]): string => `one of ${names.join(', ')}`,

  validDate: 'a date that there is',

  validWhole: 'a whole number, 1 or more',

  validDays: (names: readonly string[]): string => `a list of some of ${names.join(', ')}`,

  validRepetition: 'a number of milliseconds, 1 or more',

  validUser: 'the name of a user',

  validTimeZone: 'the name of a time zone, as Europe/Oslo or UTC',

  validMilliseconds: 'a number of milliseconds, 0 or more',

  notAStatus: 'The file is no status of a run, or only a part of one.',

  brokenDefinition: (path: string, reason: string): string =>
    `Cannot get the scheduled job in ${path}: ${sentence(reason)} The file was left as it is. ` +
    'Repair it, or remove its directory and register the job again.',

  brokenRun: (path: string, reason: string): string =>
    `Cannot get the run of a scheduled job in ${path}: ${sentence(reason)} Its directory was left as it is.`,

  alreadyRegistered: (name: string): string =>
    `The scheduled job definition ${name} already exists in the job definition store. ` +
    'Choose another name, or remove it with Unregister-ScheduledJob.',

  cannotRegister: (name: string, reason: string): string =>
    `An error occurred while registering the scheduled job ${name}. ${sentence(reason)}`,

  cannotUnregister: (name: string, reason: string): string =>
    `An error occurred while unregistering the scheduled job ${name}. ${sentence(reason)}`,

  cannotEnable: (name: string, reason: string): string =>
    `An error occurred while enabling or disabling the scheduled job ${name}. ${sentence(reason)}`,

  cannotSet: (name: string, reason: string): string =>
    `An error occurred while changing the scheduled job ${name}. ${sentence(reason)}`,

  runningCannotBeRenamed: (name: string): string =>
    `One or more instances of ${name} are currently running. Stop them, or wait for them, before you give it another name.`,

  accessDenied: (name: string, directory: string): string =>
    `An access denied error occurred while storing the scheduled job ${name}: ${directory} cannot be written. ` +
    'Choose another directory in ScheduledJobSettings, or change the rights.',

  stillRunning: (name: string): string =>
    `The scheduled job definition ${name} cannot be removed because one or more instances are currently running. ` +
    'You can remove and stop all running instances by using the Force parameter.',

  notFoundByName: (name: string): string => `A scheduled job definition with Name ${name} could not be found.`,

  notFoundById: (id: number): string => `A scheduled job definition with ID ${id} could not be found.`,

  definitionTarget: (name: string): string => `Scheduled job definition ${name}.`,

  cannotSaveRun: (job: string, path: string, reason: string): string =>
    `The results of job ${job} cannot be stored in ${path}: ${sentence(reason)} ` +
    'They can be received in this session; another one will not find all of them.',

  cannotSerialize: (type: string, reason: string): string =>
    `A record of type ${type} cannot be stored: ${sentence(reason)} It can be received only in the session that ran the job.`,

  cannotReadRecords: (path: string, reason: string): string =>
    `What the job wrote cannot be read from ${path}: ${sentence(reason)}`,

  recordsCut: (path: string): string =>
    `The last record in ${path} was not written to its end: the process ended, or the disk was full. ` +
    'The records before it are whole.',

  reasonLost: (reason: string): string => `The reason of the failure cannot be read: ${sentence(reason)}`,

  interrupted: (directory: string): string =>
    'The program that ran the job ended before the job did. What the job wrote until then can be received. ' +
    `It is stored in ${directory}.`,

  runsElsewhere: (job: string, processId: number): string =>
    `The job ${job} is run by another process, ${processId}. Stop it there.`,

  notStartable: (job: string, state: string): string =>
    `The job ${job} is ${state} and cannot be started. Make a new job of its definition.`,

  startFailed: (name: string, reason: string): string =>
    `The scheduled job ${name} could not be started: ${sentence(reason)}`,

  notScheduled: 'The definition was not made by Register-ScheduledJob. Only such definitions can be started here.',

  liveSource: 'Work that is a live function cannot be stored. Give its text, or a file.',

  days: 'The DaysInterval parameter value must be greater than zero.',

  weeks: 'The WeeksInterval parameter value must be greater than zero.',

  repetitionForEver: 'You cannot specify the RepetitionDuration and RepeatIndefinitely parameters in the same command.',

  repetitionNeedsInterval: 'The RepeatIndefinitely parameter needs the RepetitionInterval parameter as well.',

  repetitionNeedsBoth:
    'The RepetitionInterval and RepetitionDuration job trigger parameters must be specified together, ' +
    'or RepetitionInterval with RepeatIndefinitely.',

  repetitionNegative: 'The RepetitionInterval and RepetitionDuration values must not be negative.',

  repetitionTooShort: 'The RepetitionInterval parameter value must be greater than or equal to one minute.',

  repetitionTooLong: 'The RepetitionInterval value must not be greater than the RepetitionDuration value.',

  badCron: (pattern: string, reason: string): string =>
    `The cron pattern '${pattern}' cannot be read: ${sentence(reason.replace(/^Cron\w+: /, ''))} ` +
    "Give five fields, minute hour day month weekday, as '0 6 * * MON-FRI', or six with seconds in front.",

  maxResultCount: 'The MaxResultCount parameter cannot have a negative or zero value.',

  runEveryTooShort: 'The RunEvery value must be greater than or equal to one minute.',

  badFile: (reason: string): string => `The FilePath parameter is not valid: ${sentence(reason)}`,
};

function shown(value: unknown): string {
  if (value instanceof Date) return String(value);
  return (typeof value === 'number' ? String(value) : JSON.stringify(value)) ?? String(value);
}

/** What another program said, as a sentence. */
function sentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
