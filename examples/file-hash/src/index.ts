export { type Algorithm, FileHash } from './file-hash.js';
export { FileSystem } from './file-system.js';
export { FolderFile } from './folder-file.js';
export { GetContentHash } from './get-content-hash.js';
export { GetFolderFile } from './get-folder-file.js';
export { HashJob } from './hash-job.js';
export { filePack } from './pack.js';
export { RemoveDuplicateFile } from './remove-duplicate-file.js';
