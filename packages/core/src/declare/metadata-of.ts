import { buildCommand } from './build/build-command.js';
import type { CommandMetadata } from './metadata.js';
import { keepMetadata, keptMetadata } from './metadata-cache.js';
import type { Class } from './types/parameter-type.js';

/**
 * Everything declared about a cmdlet class; the same frozen object each time.
 *
 * Common, should-process, paging and job parameters stand behind the declared ones.
 *
 * @throws MetadataException `CmdletNotDeclared` for a class without `@Cmdlet` of its own, and the declaration's mistakes
 */
export function metadataOf(cmdletClass: Class<object>): CommandMetadata {
  const kept = keptMetadata(cmdletClass);
  if (kept !== undefined) return kept;
  const built = buildCommand(cmdletClass);
  keepMetadata(cmdletClass, built);
  return built;
}
