import { editDistance } from './edit-distance.js';

const MOST = 3;

/** So many letters tell what somebody was about to type. */
const BEGINNING = 3;

/**
 * The names most like a mistyped one, best first: at most three, none if nothing is near. Case does not matter.
 *
 * A third of the letters may differ, and at least one; two neighbours that changed places are one difference. A name
 * that begins with what was typed is near however long it is.
 *
 * @example
 * nearestNames('Get-Porcess', ['Get-Process', 'Get-Content']); // ['Get-Process']
 */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const word = typed.toLowerCase();
  const farthest = Math.max(1, Math.floor(word.length / 3));
  return names
    .map((name) => ({ name, distance: distanceTo(name.toLowerCase(), word, farthest) }))
    .filter(({ distance }) => distance <= farthest)
    .sort((left, right) => left.distance - right.distance)
    .slice(0, MOST)
    .map(({ name }) => name);
}

function distanceTo(name: string, word: string, farthest: number): number {
  if (word.length >= BEGINNING && name.startsWith(word)) return Math.min(1, name.length - word.length);
  return Math.abs(name.length - word.length) > farthest ? Number.POSITIVE_INFINITY : editDistance(word, name);
}
