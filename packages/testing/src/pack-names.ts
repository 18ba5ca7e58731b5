import type { CommandMetadata, Pack } from '@cmdlet/core';

/** All names by which a command of a pack may be called, in upper case: with the prefix of the pack and without. */
export function namesIn(pack: Pack, { name, aliases }: CommandMetadata): ReadonlySet<string> {
  const ofPack = Object.entries(pack.aliases ?? {}).flatMap(([alias, target]) => (isSame(target, name) ? [alias] : []));
  const own = [name, ...aliases, ...ofPack];
  return new Set([...own, ...own.map((each) => prefixed(each, pack.commandPrefix))].map((each) => each.toUpperCase()));
}

/** The prefix stands in front of the noun, or of the whole where there is no dash. */
function prefixed(name: string, prefix = ''): string {
  const dash = name.indexOf('-');
  return dash > 0 ? `${name.slice(0, dash + 1)}${prefix}${name.slice(dash + 1)}` : prefix + name;
}

function isSame(left: string, right: string): boolean {
  return left.toUpperCase() === right.toUpperCase();
}
