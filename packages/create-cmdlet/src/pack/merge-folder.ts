import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Moves what is in one folder into another on the same disk; files of the same name are replaced, others stay.
 *
 * If a move fails, those before it are taken back, and what the file system said is thrown.
 *
 * @param mark a text that no file name there has in it
 */
export function mergeFolder(from: string, to: string, mark: string): void {
  const undo: (() => void)[] = [];
  const replaced: string[] = [];
  try {
    merge(from, to);
  } catch (error) {
    for (const takeBack of undo.reverse()) takeBack();
    throw error;
  }
  for (const path of replaced) rmSync(path, { recursive: true, force: true });

  function merge(source: string, target: string): void {
    for (const name of readdirSync(source)) {
      const [path, place] = [join(source, name), join(target, name)];
      if (isFolder(path) && isFolder(place) && name !== 'node_modules') {
        merge(path, place);
        continue;
      }
      if (isThere(place)) {
        const kept = `${place}.${mark}`;
        move(place, kept);
        replaced.push(kept);
      }
      move(path, place);
    }
  }

  function move(path: string, place: string): void {
    renameSync(path, place);
    undo.push(() => renameSync(place, path));
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
