import { Alias, Cmdlet, inject, Parameter, PSCmdlet, ValidateSet } from '@cmdlet/core';
import { fileError } from './file-error.js';
import { type Algorithm, algorithms, FileHash } from './file-hash.js';
import { FileSystem } from './file-system.js';
import { HashJob } from './hash-job.js';

/**
 * Gets the hashes of files. Equal hashes mean equal contents. With `-AsJob`, one child job per folder.
 *
 * @example Of a whole folder, in the background
 * PS> Get-FolderFile . | Get-ContentHash -AsJob
 */
@Cmdlet('Get', 'ContentHash', {
  outputType: FileHash,
  job: HashJob,
  throttleLimit: true,
})
export class GetContentHash extends PSCmdlet<FileHash> {
  /** Files to read. */
  @Parameter({
    mandatory: true,
    position: 0,
    valueFromPipeline: true,
    valueFromPipelineByPropertyName: true,
    type: [String],
  })
  @Alias('FullName')
  path!: string[];

  /** How the hash is computed. */
  @Parameter({ type: String })
  @ValidateSet(algorithms, { canonical: true })
  algorithm: Algorithm = 'SHA256';

  readonly #files = inject(FileSystem);
  #count = 0;

  override async *processRecord(): AsyncGenerator<FileHash> {
    for (const path of this.path) {
      this.#count += 1;
      await this.writeProgress({ activity: 'Hashing', statusDescription: `${this.#count}: ${path}` });
      const hash = await this.#hash(path);
      if (hash !== undefined) yield hash;
    }
  }

  override async endProcessing(): Promise<void> {
    await this.writeProgress({ activity: 'Hashing', statusDescription: 'Done', completed: true });
  }

  async #hash(path: string): Promise<FileHash | undefined> {
    try {
      return await this.#files.hash(path, this.algorithm, this.stopping);
    } catch (error) {
      this.stopping.throwIfAborted();
      await this.writeError(fileError('FileNotRead', path, error));
      return undefined;
    }
  }
}
