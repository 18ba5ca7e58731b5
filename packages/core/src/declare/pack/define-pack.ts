import { MetadataException } from '../../records/exceptions.js';
import { isCmdletClass } from '../metadata-cache.js';
import { metadataOf } from '../metadata-of.js';
import { nameKey } from '../names.js';
import { text } from '../text.js';
import type { Class } from '../types/parameter-type.js';
import type { CmdletSource, PackDefinition } from './pack-definition.js';

/** A checked pack, as sessions take it. */
export interface Pack<TSource extends CmdletSource = CmdletSource, TService = unknown>
  extends PackDefinition<TSource, TService> {
  readonly version: string;
}

/**
 * Groups commands into a pack.
 *
 * @throws MetadataException `Argument` without a name, `CmdletNotDeclared` for a class without `@Cmdlet`,
 *   `DuplicateCmdletName` for two commands of one name
 *
 * @example
 * export default definePack({
 *   name: 'weather',
 *   version: '1.2.0',
 *   cmdlets: [GetForecast, () => import('./new-report.js')],
 *   services: [WeatherApi],
 * });
 */
export function definePack<const TSource extends CmdletSource, const TService = never>(
  definition: PackDefinition<TSource, TService>,
): Pack<TSource, TService> {
  const { name, commandPrefix } = definition;
  if (name.trim() === '') throw new MetadataException('Argument', text.packWithoutName());
  if (commandPrefix !== undefined && !/^[\p{L}\p{N}_]+$/u.test(commandPrefix)) {
    throw new MetadataException('Argument', text.badPrefix(name, commandPrefix));
  }
  const sources: readonly CmdletSource[] = definition.cmdlets;
  checkNames(
    name,
    sources.filter((source) => isClassSource(source)),
  );
  return Object.freeze({ ...definition, version: definition.version ?? '0.0.0' });
}

/** Whether a source is a class, and not a function that loads one. */
export function isClassSource(source: CmdletSource): source is Class<object> {
  return isCmdletClass(source) || Object.getOwnPropertyDescriptor(source, 'prototype')?.writable === false;
}

/** Fails for classes that are no cmdlets, and for names that two of them have. */
export function checkNames(packName: string, classes: readonly Class<object>[]): void {
  const owners = new Map<string, Class<object>>();
  for (const cmdletClass of classes) {
    const { name } = metadataOf(cmdletClass);
    const owner = owners.get(nameKey(name));
    if (owner !== undefined) {
      const message = text.duplicateCommand(packName, name, owner.name, cmdletClass.name);
      throw new MetadataException('DuplicateCmdletName', message);
    }
    owners.set(nameKey(name), cmdletClass);
  }
}

/** The name of a command under a prefix: in front of the noun, or of the whole where there is no dash. */
export function prefixedName(name: string, prefix: string | undefined): string {
  if (prefix === undefined || prefix === '') return name;
  const dash = name.indexOf('-');
  return dash > 0 ? `${name.slice(0, dash + 1)}${prefix}${name.slice(dash + 1)}` : prefix + name;
}
