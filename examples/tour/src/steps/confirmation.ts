import { GetContentHash, GetFolderFile, RemoveDuplicateFile } from '@example/file-hash';
import type { Step } from '../step.js';

export const confirmation: Step = {
  title: 'What changes something can be tried out with -WhatIf, and asks unless told not to',

  async run({ session, sandbox, show, showError }) {
    const hashes = () => session.pipeline(GetFolderFile, { path: [sandbox] }).pipe(GetContentHash);

    await hashes().pipe(RemoveDuplicateFile, { whatIf: true });

    await hashes().pipe(RemoveDuplicateFile).toArray().catch(showError); // nobody can be asked here

    const removed = await hashes().pipe(RemoveDuplicateFile, { confirm: false, passThru: true });
    show(`Removed: ${removed.join(', ')}`);
  },
};
