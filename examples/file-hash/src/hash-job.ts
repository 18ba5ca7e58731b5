import { dirname } from 'node:path';
import { Job, type JobWork } from '@cmdlet/core';
import type { FileHash } from './file-hash.js';
import { FolderFile } from './folder-file.js';

/** Hashes the files of each folder in a child job of its own, as many at a time as `-ThrottleLimit` says. */
export class HashJob extends Job<FileHash> {
  protected override async run(work: JobWork<FolderFile | string, FileHash>): Promise<void> {
    for await (const { folder, files } of byFolder(work.input)) {
      this.startChild({ name: folder, run: (sink) => work.invoke(files, sink) });
    }
    // Nothing came through the pipeline, so the files were given with -Path: one child does them all.
    if (this.childJobs.length === 0) await super.run(work);
  }
}

interface Batch {
  readonly folder: string;
  readonly files: (FolderFile | string)[];
}

/** Files that come one after the other and are in the same folder, together. */
async function* byFolder(input: AsyncIterable<FolderFile | string>): AsyncGenerator<Batch> {
  let batch: Batch | undefined;
  for await (const file of input) {
    const folder = file instanceof FolderFile ? file.folder : dirname(file);
    if (batch?.folder !== folder) {
      if (batch !== undefined) yield batch;
      batch = { folder, files: [] };
    }
    batch.files.push(file);
  }
  if (batch !== undefined) yield batch;
}
