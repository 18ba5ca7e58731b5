import { type JobTriggerFacts, ScheduledJobTrigger } from './job-trigger.js';
import type { ScheduledJobDefinition, ScheduledJobFacts, ScheduledWork } from './scheduled-job-definition.js';
import { restoredValue, storedValue } from './stored-value.js';
import { text } from './text.js';

/** What the file of a definition holds: JSON that people can read, but for the values that the work takes along. */
interface DefinitionFile extends Omit<ScheduledJobFacts, 'work' | 'jobTriggers' | 'registered'> {
  readonly format: typeof FORMAT;
  readonly registered: string;
  readonly jobTriggers: readonly (Omit<JobTriggerFacts, 'at'> & { readonly at?: string })[];
  readonly work: Omit<ScheduledWork, 'args' | 'using'> & {
    /** `args` and `using`, with their types. */
    readonly values: string;
  };
}

const FORMAT = 1;

/** A definition as the content of its file. Throws for arguments that cannot be stored. */
export function encodeDefinition(definition: ScheduledJobFacts): Uint8Array {
  const { name, command, enabled, maxResultCount, missedRun, multipleInstancePolicy, instanceId } = definition;
  const { args, using, ...work } = definition.work;
  const file: DefinitionFile = {
    format: FORMAT,
    instanceId,
    name,
    command,
    enabled,
    maxResultCount,
    missedRun,
    multipleInstancePolicy,
    registered: definition.registered.toISOString(),
    jobTriggers: definition.jobTriggers.map(({ id: _id, at, ...trigger }) => ({
      ...trigger,
      ...(at === undefined ? {} : { at: at.toISOString() }),
    })),
    work: { ...work, values: storedValue({ args, using }) },
  };
  return Buffer.from(`${JSON.stringify(file, undefined, 2)}\n`);
}

/** The content of a file as a definition. Throws for one that is half-written, or was written by something else. */
export function decodeDefinition(bytes: Uint8Array): ScheduledJobFacts {
  const file = JSON.parse(Buffer.from(bytes).toString()) as Partial<DefinitionFile> | null;
  const known = file as DefinitionFile;
  if (file?.format !== FORMAT) throw new SyntaxError(text.notADefinition);
  const complete =
    typeof file.name === 'string' &&
    typeof file.instanceId === 'string' &&
    typeof file.work?.values === 'string' &&
    Array.isArray(file.jobTriggers);
  if (!complete) throw new SyntaxError(text.notADefinition);
  const { format: _format, ...facts } = known;
  const { values, ...work } = known.work;
  const { args, using } = restoredValue(values) as Pick<ScheduledWork, 'args' | 'using'>;
  return {
    ...facts,
    registered: registeredOf(known.registered),
    jobTriggers: known.jobTriggers.map(triggerOf),
    work: { ...work, args, using },
  };
}

/** Times are counted from here on, so it must be one. */
function registeredOf(given: unknown): Date {
  const registered = dateOf(given);
  if (Number.isNaN(registered.getTime())) throw new SyntaxError(text.badRegistered(given));
  return registered;
}

function triggerOf({ at, ...facts }: DefinitionFile['jobTriggers'][number], index: number): ScheduledJobTrigger {
  return new ScheduledJobTrigger({ ...facts, ...(at === undefined ? {} : { at: dateOf(at) }) }, index + 1);
}

/** Dates are stored as text; a null or a number would be a date too. */
function dateOf(given: unknown): Date {
  return new Date(typeof given === 'string' ? given : Number.NaN);
}

/** The same definition with changes. */
export function factsOf(
  definition: ScheduledJobDefinition,
  changes: Partial<ScheduledJobFacts> = {},
): ScheduledJobFacts {
  const { name, command, work, jobTriggers, enabled, maxResultCount, missedRun, multipleInstancePolicy } = definition;
  const { registered, instanceId } = definition;
  const facts = { name, command, work, jobTriggers, enabled, maxResultCount, missedRun, multipleInstancePolicy };
  return { ...facts, registered, instanceId, ...changes };
}
