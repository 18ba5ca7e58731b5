/**
 * Some of a command's parameter sets, one bit each.
 *
 * A number while 31 bits are enough, a bigint beyond: a command may have any number of sets. All masks of one command
 * are of the same kind.
 */
export type ParameterSetMask = number | bigint;

/** No set decided yet: every bit is set, and it counts as one set. */
export const UNDECIDED = -1;

const WIDEST_NUMBER = 31;

/** Whether a command with so many sets needs bigint masks. */
export function needsWideMask(setCount: number): boolean {
  return setCount > WIDEST_NUMBER;
}

/** The mask of one set. */
export function maskOfSet(index: number, wide: boolean): ParameterSetMask {
  return wide ? 1n << BigInt(index) : 1 << index;
}

/** The same mask in the kind that a command uses. */
export function widened(mask: ParameterSetMask, wide: boolean): ParameterSetMask {
  return wide ? BigInt(mask) : mask;
}

export function isUndecided(mask: ParameterSetMask): boolean {
  return mask === UNDECIDED || mask === -1n;
}

/** Sets in both masks. */
export function intersect(left: ParameterSetMask, right: ParameterSetMask): ParameterSetMask {
  return typeof left === 'number' ? left & (right as number) : left & (right as bigint);
}

/** Sets in either mask. */
export function unite(left: ParameterSetMask, right: ParameterSetMask): ParameterSetMask {
  return typeof left === 'number' ? left | (right as number) : left | (right as bigint);
}

/** Sets of the first mask that are not in the second. */
export function without(left: ParameterSetMask, right: ParameterSetMask): ParameterSetMask {
  return typeof left === 'number' ? left & ~(right as number) : left & ~(right as bigint);
}

/** Whether the masks have a set in common. */
export function overlap(left: ParameterSetMask, right: ParameterSetMask): boolean {
  return Boolean(intersect(left, right));
}

export function isEmpty(mask: ParameterSetMask): boolean {
  return !mask;
}

/** How many sets; the undecided mask counts as one. */
export function countSets(mask: ParameterSetMask): number {
  if (isUndecided(mask)) return 1;
  let count = 0;
  if (typeof mask === 'number') {
    for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  } else {
    for (let rest = mask; rest !== 0n; rest &= rest - 1n) count++;
  }
  return count;
}

/** Number of the only set in a decided mask; -1 for none or several. */
export function onlySetIndex(mask: ParameterSetMask): number {
  if (typeof mask === 'number') return mask > 0 && (mask & (mask - 1)) === 0 ? 31 - Math.clz32(mask) : -1;
  const indexes = setIndexes(mask);
  return indexes.length === 1 ? (indexes[0] ?? -1) : -1;
}

/** Numbers of the sets in a decided mask, lowest first. */
export function setIndexes(mask: ParameterSetMask): number[] {
  const indexes: number[] = [];
  for (let rest = BigInt(mask), index = 0; rest > 0n; rest >>= 1n, index++) {
    if ((rest & 1n) === 1n) indexes.push(index);
  }
  return indexes;
}
