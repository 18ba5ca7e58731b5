import { MetadataException } from '../../records/exceptions.js';
import { isCmdletClass } from '../metadata-cache.js';
import { text } from '../text.js';
import type { Class } from '../types/parameter-type.js';
import { isClassSource, type Pack } from './define-pack.js';
import type { CmdletSource } from './pack-definition.js';

/** The cmdlet classes of one entry of `cmdlets`; of a module, all it exports. */
export async function loadSource(pack: Pick<Pack, 'name'>, source: CmdletSource): Promise<readonly Class<object>[]> {
  if (isClassSource(source)) return [source];
  const loaded = await source();
  const exported: readonly unknown[] = Object.values(loaded);
  const classes = [...new Set([loaded, ...exported])].filter((value) => isCmdletClass(value));
  if (classes.length === 0) throw new MetadataException('CmdletNotDeclared', text.moduleWithoutCmdlets(pack.name));
  return classes;
}

/** All cmdlet classes of a pack, in the order of its list. Loads everything. */
export async function loadCmdlets(pack: Pick<Pack, 'name' | 'cmdlets'>): Promise<readonly Class<object>[]> {
  const loaded = await Promise.all(pack.cmdlets.map((source) => loadSource(pack, source)));
  return loaded.flat();
}
