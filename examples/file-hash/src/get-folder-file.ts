import { Alias, Cmdlet, Int32, inject, Parameter, PSCmdlet, ValidateNotNullOrEmpty, ValidateRange } from '@cmdlet/core';
import { fileError } from './file-error.js';
import { FileSystem } from './file-system.js';
import { FolderFile } from './folder-file.js';

/**
 * Gets the files in a folder and below. They are written as they are found.
 *
 * @example The TypeScript files of a folder
 * PS> Get-FolderFile src -Extension .ts,.mts
 */
@Cmdlet('Get', 'FolderFile', {
  outputType: FolderFile,
})
export class GetFolderFile extends PSCmdlet<FolderFile> {
  /** Folders to look into. */
  @Parameter({ position: 0, valueFromPipeline: true, valueFromPipelineByPropertyName: true, type: [String] })
  @Alias('FullName')
  @ValidateNotNullOrEmpty()
  path = ['.'];

  /** Only files with these extensions: `.ts`. */
  @Parameter({ type: [String] })
  extension: string[] = [];

  /**
   * How many folders deep to go; 0 for the folder itself only.
   *
   * @defaultValue to the bottom
   */
  @Parameter({ type: Int32 })
  @ValidateRange('NonNegative')
  depth = 2 ** 31 - 1;

  readonly #files = inject(FileSystem);

  override async *processRecord(): AsyncGenerator<FolderFile> {
    for (const folder of this.path) yield* this.#filesBelow(folder, this.depth);
  }

  override async endProcessing(): Promise<void> {
    await this.writeProgress({ activity: 'Looking into', statusDescription: 'Done', completed: true });
  }

  async *#filesBelow(folder: string, depth: number): AsyncGenerator<FolderFile> {
    await this.writeProgress({ activity: 'Looking into', statusDescription: folder });
    const folders: string[] = [];
    try {
      for await (const entry of this.#files.entries(folder)) {
        if (this.stopping.aborted) return;
        if (typeof entry === 'string') folders.push(entry);
        else if (this.#isWanted(entry)) yield entry;
      }
    } catch (error) {
      await this.writeError(fileError('FolderNotRead', folder, error));
    }
    if (depth === 0) return;
    for (const path of folders) yield* this.#filesBelow(path, depth - 1);
  }

  #isWanted({ name }: FolderFile): boolean {
    return this.extension.length === 0 || this.extension.some((extension) => name.endsWith(extension));
  }
}
