import { definePack } from '@cmdlet/core';
import { FileSystem } from './file-system.js';
import { GetContentHash } from './get-content-hash.js';
import { GetFolderFile } from './get-folder-file.js';
import { RemoveDuplicateFile } from './remove-duplicate-file.js';

/** `Get-FolderFile`, `Get-ContentHash` and `Remove-DuplicateFile`. */
export const filePack = definePack({
  name: 'file-hash',
  version: '0.1.0',
  cmdlets: [GetFolderFile, GetContentHash, RemoveDuplicateFile],
  services: [FileSystem],
});
