import { Alias, Cmdlet, Int32, inject, Parameter, PSCmdlet, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { findById, findByName, type SearchResult } from './find-processes.js';
import { ProcessInfo } from './process-info.js';
import { ProcessSource } from './process-source.js';

/**
 * Gets the processes of this machine. All of them, or those with certain names or ids.
 *
 * @example All processes whose name begins with node
 * PS> Get-Proc node*
 * @example In the background
 * PS> Get-Proc -Name node* -AsJob
 * @see Stop-Proc
 */
@Cmdlet('Get', 'Proc', {
  defaultParameterSetName: 'Name',
  outputType: ProcessInfo,
})
export class GetProc extends PSCmdlet<ProcessInfo> {
  /** Names of processes; wildcards are allowed. Without it, all processes. */
  @Parameter({
    parameterSetName: 'Name',
    position: 0,
    valueFromPipelineByPropertyName: true,
    supportsWildcards: true,
    type: [String],
  })
  @Alias('ProcessName')
  @ValidateNotNullOrEmpty()
  name?: string[];

  /** Ids of processes. */
  @Parameter({ parameterSetName: 'Id', mandatory: true, valueFromPipelineByPropertyName: true, type: [Int32] })
  @Alias('PID')
  id!: number[];

  readonly #processes = inject(ProcessSource);

  override async *processRecord(): AsyncGenerator<ProcessInfo> {
    const { found, missing } = this.#search(await this.#processes.list(this.stopping));
    for (const error of missing) await this.writeError(error);
    yield* found;
  }

  #search(processes: readonly ProcessInfo[]): SearchResult {
    if (this.parameterSetName === 'Id') return findById(processes, this.id);
    return this.name === undefined ? { found: processes, missing: [] } : findByName(processes, this.name);
  }
}
