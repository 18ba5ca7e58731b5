import { pathToFileURL } from 'node:url';
import type { Pack } from '@cmdlet/core';
import { text } from '../text.js';
import type { FoundPack } from './found-pack.js';
import { PackError } from './pack-error.js';

/**
 * Loads the module of a pack.
 *
 * @throws PackError `PackLoadFailed` if it throws, `PackNotFound` if it exports no pack
 */
export async function loadPack({ module, directory, name }: FoundPack): Promise<Pack> {
  let loaded: Readonly<Record<string, unknown>>;
  try {
    loaded = (await import(pathToFileURL(module).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PackError(text.packThrew(name, module, message), 'PackLoadFailed', directory, error);
  }
  // A CommonJS module arrives as the default export of its namespace.
  const inner = isObject(loaded['default']) ? loaded['default'] : {};
  const pack = [loaded['default'], loaded['pack'], inner['default'], inner['pack'], ...Object.values(loaded)].find(
    isPack,
  );
  if (pack === undefined) throw new PackError(text.exportsNoPack(name, module), 'PackNotFound', directory);
  return pack;
}

function isPack(value: unknown): value is Pack {
  return isObject(value) && typeof value['name'] === 'string' && Array.isArray(value['cmdlets']);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
