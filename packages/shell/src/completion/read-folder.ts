import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileEntry } from './completion-sources.js';

/** What is in a folder; nothing of one that cannot be read. A link to a folder is one. */
export async function readFolder(directory: string): Promise<readonly FileEntry[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return await Promise.all(
      entries.map(async (entry) => ({
        name: entry.name,
        isDirectory: entry.isSymbolicLink() ? await leadsToFolder(join(directory, entry.name)) : entry.isDirectory(),
      })),
    );
  } catch {
    return [];
  }
}

async function leadsToFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
