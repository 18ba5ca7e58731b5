import { sep } from 'node:path';

/**
 * The path of something in a folder, without the normalization of `join`: the search for packs makes dozens of paths in
 * every call, and Node's functions for paths take a good part of a short one.
 *
 * @param folder a normal path, as `process.cwd()`, `resolve` and `dirname` give it
 */
export function inFolder(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}
