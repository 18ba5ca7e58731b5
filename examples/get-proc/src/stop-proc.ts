import { Alias, Cmdlet, ErrorRecord, Int32, inject, Parameter, PSCmdlet, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { findById, findByName, type SearchResult } from './find-processes.js';
import { ProcessInfo } from './process-info.js';
import { ProcessSource } from './process-source.js';

/**
 * Ends processes of this machine. With `-WhatIf` it only says which, with `-Confirm` it asks before each.
 *
 * @example See what would be ended
 * PS> Get-Proc node* | Stop-Proc -WhatIf
 * @see Get-Proc
 */
@Cmdlet('Stop', 'Proc', {
  defaultParameterSetName: 'Id',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  outputType: ProcessInfo,
})
export class StopProc extends PSCmdlet<ProcessInfo> {
  /** Ids of processes. */
  @Parameter({
    parameterSetName: 'Id',
    mandatory: true,
    position: 0,
    valueFromPipelineByPropertyName: true,
    type: [Int32],
  })
  @Alias('PID')
  id!: number[];

  /** Names of processes; wildcards are allowed. */
  @Parameter({ parameterSetName: 'Name', mandatory: true, supportsWildcards: true, type: [String] })
  @Alias('ProcessName')
  @ValidateNotNullOrEmpty()
  name!: string[];

  /** Processes that `Get-Proc` has found. */
  @Parameter({
    parameterSetName: 'InputObject',
    mandatory: true,
    position: 0,
    valueFromPipeline: true,
    type: [ProcessInfo],
  })
  inputObject!: ProcessInfo[];

  /** Ends a process at once instead of asking it to end. */
  @Parameter() force = false;

  /** Writes the processes that were told to end. */
  @Parameter() passThru = false;

  readonly #processes = inject(ProcessSource);

  override async processRecord(): Promise<void> {
    const { found, missing } = await this.#search();
    for (const error of missing) await this.writeError(error);
    for (const process of found) {
      if (!(await this.shouldProcess(process.toString(), 'Stop-Proc'))) continue;
      try {
        this.#processes.stop(process.id, this.force);
        if (this.passThru) await this.writeObject(process);
      } catch (error) {
        await this.writeError(couldNotStop(process, error));
      }
    }
  }

  async #search(): Promise<SearchResult> {
    if (this.parameterSetName === 'InputObject') return { found: this.inputObject, missing: [] };
    const processes = await this.#processes.list(this.stopping);
    return this.parameterSetName === 'Name' ? findByName(processes, this.name) : findById(processes, this.id);
  }
}

function couldNotStop(process: ProcessInfo, cause: unknown): ErrorRecord {
  const isForbidden = cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  const reason = isForbidden ? 'it belongs to somebody else' : String(cause);
  const exception = new Error(`The process ${process} cannot be stopped: ${reason}.`, { cause });
  return new ErrorRecord(exception, 'CouldNotStopProcess', isForbidden ? 'PermissionDenied' : 'CloseError', process);
}
