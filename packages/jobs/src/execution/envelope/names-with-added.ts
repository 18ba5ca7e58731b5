/**
 * Type names that were added to one object and those of its class, as they are told where the object is a copy. The same
 * list for the same names, so that it can be known by itself.
 */
export function namesWithAdded(added: unknown, names: readonly string[]): readonly string[] {
  if (Array.isArray(added) && names.length === 0) {
    const known = lists.get(added);
    if (known !== undefined) return known;
    const made = interned(added.map(deserialized));
    lists.set(added, made);
    return made;
  }
  return interned([...[added].flat().map(deserialized), ...names]);
}

function interned(names: readonly string[]): readonly string[] {
  const key = names.join('\n');
  let same = byText.get(key);
  if (same === undefined) {
    same = names;
    if (byText.size >= MOST_LISTS) byText.clear();
    byText.set(key, same);
  }
  return same;
}

function deserialized(name: unknown): string {
  const given = String(name);
  return given.startsWith('Deserialized.') ? given : `Deserialized.${given}`;
}

const MOST_LISTS = 1000;
const byText = new Map<string, readonly string[]>();
const lists = new WeakMap<readonly unknown[], readonly string[]>();
