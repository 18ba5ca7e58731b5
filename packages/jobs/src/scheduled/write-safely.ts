import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from './file-system.js';

/**
 * Writes a file so that at any moment, and after any crash, either the old content is there or the new one, whole.
 *
 * It is written under another name, brought to the disk, and renamed. When that fails, a full disk say, the old file is
 * as it was and nothing else is left.
 */
export async function writeSafely(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const file = await files.create(temporary);
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
  } catch (error) {
    await files.remove(temporary).catch(() => {});
    throw error;
  }
  await files.syncDirectory(dirname(path));
}
