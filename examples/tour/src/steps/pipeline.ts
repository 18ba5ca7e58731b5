import { GetContentHash, GetFolderFile } from '@example/file-hash';
import type { Step } from '../step.js';

export const pipeline: Step = {
  title: 'A pipeline: the files of one command are the -Path of the next, by property name',

  async run({ session, folder, show }) {
    const hashes = await session
      .pipeline(GetFolderFile, { path: [folder], depth: 1 })
      .pipe(GetContentHash, { algorithm: 'SHA1' }); // FileHash[]
    show(hashes);
  },
};
