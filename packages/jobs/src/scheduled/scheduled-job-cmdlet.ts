import { type ErrorRecord, inject, PSCmdlet, wildcardPattern } from '@cmdlet/core';
import { jobError, messageOf } from '../job-error.js';
import { codeOf } from './file-system.js';
import { JobScheduler } from './job-scheduler.js';
import type { ScheduledJobDefinition } from './scheduled-job-definition.js';
import { ScheduledJobs } from './scheduled-jobs.js';
import { text } from './text.js';

/** Names of the parameter sets of the cmdlets that find definitions. */
export const DefinitionParameterSet = {
  Id: 'DefinitionId',
  Name: 'DefinitionName',
  Definition: 'Definition',
} as const;

/** Base of the cmdlets for scheduled jobs: how definitions are found, and what is told when that fails. */
export abstract class ScheduledJobCmdlet<TOutput> extends PSCmdlet<TOutput> {
  protected readonly jobs = inject(ScheduledJobs);
  protected readonly scheduler = inject(JobScheduler);

  /** All definitions; each file that cannot be read is an error. */
  protected async all(): Promise<ScheduledJobDefinition[]> {
    const { definitions, broken } = await this.jobs.store.list();
    for (const { path, error } of broken) await this.writeError(brokenDefinition(path, error));
    return definitions;
  }

  /** By names, which may hold wildcards; one that nothing matches is an error. */
  protected async byName(names: readonly string[]): Promise<ScheduledJobDefinition[]> {
    const found: ScheduledJobDefinition[] = [];
    for (const name of names) found.push(...(await this.#named(name)));
    return found;
  }

  /** By ids of this session; one that is not known is an error. */
  protected async byId(ids: readonly number[]): Promise<ScheduledJobDefinition[]> {
    const all = await this.all();
    const found: ScheduledJobDefinition[] = [];
    for (const id of ids) {
      const definition = all.find((each) => each.id === id);
      if (definition !== undefined) found.push(definition);
      else {
        const message = text.notFoundById(id);
        await this.writeError(jobError(message, 'ScheduledJobDefinitionNotFoundById', 'ObjectNotFound', id));
      }
    }
    return found;
  }

  async #named(name: string): Promise<ScheduledJobDefinition[]> {
    if (/[*?[]/.test(name)) {
      const pattern = wildcardPattern(name);
      return (await this.all()).filter((definition) => pattern.test(definition.name));
    }
    try {
      const definition = await this.jobs.store.find(name);
      if (definition !== undefined) return [definition];
      const message = text.notFoundByName(name);
      await this.writeError(jobError(message, 'ScheduledJobDefinitionNotFoundByName', 'ObjectNotFound', name));
    } catch (error) {
      await this.writeError(brokenDefinition(this.jobs.store.pathOf(name), error));
    }
    return [];
  }
}

function brokenDefinition(path: string, error: unknown): ErrorRecord {
  const message = text.brokenDefinition(path, messageOf(error));
  return jobError(message, 'CantLoadScheduledJobDefinitionFromStore', 'InvalidOperation', path, error);
}

/** What went wrong with storing something, as the error of a cmdlet. An exception that knows its own id keeps it. */
export function storeError(
  error: unknown,
  facts: { readonly errorId: string; readonly name: string; readonly target: unknown; readonly directory: string },
  message: (name: string, reason: string) => string,
): ErrorRecord {
  const { errorId, name, target, directory } = facts;
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const id = `UnauthorizedAccessTo${errorId.replace(/^Cant/, '')}`;
    return jobError(text.accessDenied(name, directory), id, 'PermissionDenied', target, error);
  }
  const category = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' ? 'WriteError' : 'InvalidOperation';
  return jobError(message(name, messageOf(error)), errorId, category, target, error);
}
