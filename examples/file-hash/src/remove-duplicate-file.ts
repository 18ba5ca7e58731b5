import { Alias, Cmdlet, inject, Parameter, PSCmdlet, type ShouldContinueMemory } from '@cmdlet/core';
import { fileError } from './file-error.js';
import { FileSystem } from './file-system.js';

/**
 * Removes files that another file is a copy of. Of all files with one hash, the first stays.
 *
 * What is lost cannot be brought back, so it asks before each file unless `-Confirm:$false` says otherwise. A read-only
 * file is asked about once more, unless `-Force` says otherwise.
 *
 * @example See what would be removed
 * PS> Get-FolderFile . | Get-ContentHash | Remove-DuplicateFile -WhatIf
 */
@Cmdlet('Remove', 'DuplicateFile', {
  supportsShouldProcess: true,
  confirmImpact: 'High',
  outputType: 'string',
})
export class RemoveDuplicateFile extends PSCmdlet<string> {
  /** The file. */
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true })
  @Alias('FullName')
  path!: string;

  /** What it contains, as `Get-ContentHash` tells. */
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true })
  hash!: string;

  /** Removes read-only files too. */
  @Parameter() force = false;

  /** Writes the paths of the files that were removed. */
  @Parameter() passThru = false;

  readonly #files = inject(FileSystem);
  /** The path that stays, for each hash. */
  readonly #kept = new Map<string, string>();
  readonly #answers: ShouldContinueMemory = { yesToAll: false, noToAll: false };

  override async processRecord(): Promise<void> {
    const { path, hash } = this;
    const kept = this.#kept.get(hash);
    if (kept === undefined) {
      this.#kept.set(hash, path);
      return;
    }
    if (!(await this.#files.areTwo(path, kept))) return;
    if (!(await this.shouldProcess(path, `Remove copy of ${kept}`))) return;
    if (this.force || (await this.#mayBeRemoved(path))) await this.#remove(path);
  }

  async #mayBeRemoved(path: string): Promise<boolean> {
    if (!(await this.#files.isReadOnly(path))) return true;
    return this.shouldContinue(`${path} is read-only. Remove it anyway?`, 'Read-only file', this.#answers);
  }

  async #remove(path: string): Promise<void> {
    try {
      await this.#files.remove(path);
    } catch (error) {
      await this.writeError(fileError('FileNotRemoved', path, error));
      return;
    }
    if (this.passThru) await this.writeObject(path);
  }
}
