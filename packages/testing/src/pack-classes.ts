import { type CmdletClass, type CmdletSource, containsErrorRecord, metadataOf } from '@cmdlet/core';

/** The cmdlet classes of one entry of a pack; of a module that is loaded, all that it exports. */
export async function classesOf(source: CmdletSource): Promise<readonly CmdletClass[]> {
  if (isCmdletClass(source)) return [source];
  const module = await (source as () => Promise<object>)();
  return [...new Set([module, ...(Object.values(module) as unknown[])])].filter(isCmdletClass);
}

/** @throws MetadataException for a cmdlet that is declared wrongly */
function isCmdletClass(value: unknown): value is CmdletClass {
  if (typeof value !== 'function' || value.prototype === undefined) return false;
  try {
    metadataOf(value as CmdletClass);
    return true;
  } catch (error) {
    if (containsErrorRecord(error) && error.errorRecord.errorId === 'CmdletNotDeclared') return false;
    throw error;
  }
}
