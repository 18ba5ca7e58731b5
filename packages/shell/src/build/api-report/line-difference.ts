/** Lines of a text that another has not, with `-` or `+` in front: what it takes to make `after` of `before`. */
export function lineDifference(before: string, after: string, most = 40): string {
  const [left = [], right = []] = differingParts(before.split('\n'), after.split('\n'));
  const common = commonLengths(left, right);
  const lines: string[] = [];
  let [at, to] = [0, 0];
  while (at < left.length || to < right.length) {
    if (at < left.length && to < right.length && left[at] === right[to]) {
      at++;
      to++;
    } else if (to >= right.length || (at < left.length && (common[at + 1]?.[to] ?? 0) >= (common[at]?.[to + 1] ?? 0))) {
      lines.push(`- ${left[at++]}`);
    } else {
      lines.push(`+ ${right[to++]}`);
    }
  }
  return (lines.length <= most ? lines : [...lines.slice(0, most), '…']).join('\n');
}

/** The lines between what both begin and end with: a report is long, and a change of it is not. */
function differingParts(left: readonly string[], right: readonly string[]): readonly (readonly string[])[] {
  const shorter = Math.min(left.length, right.length);
  let first = 0;
  while (first < shorter && left[first] === right[first]) first++;
  let last = 0;
  while (last < shorter - first && left.at(-1 - last) === right.at(-1 - last)) last++;
  return [left.slice(first, left.length - last), right.slice(first, right.length - last)];
}

/** `[i][j]`: how many lines the rests from line i and from line j have in common, in order. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let at = left.length - 1; at >= 0; at--) {
    const [row = [], next = []] = [lengths[at], lengths[at + 1]];
    for (let to = right.length - 1; to >= 0; to--) {
      row[to] = left[at] === right[to] ? (next[to + 1] ?? 0) + 1 : Math.max(next[to] ?? 0, row[to + 1] ?? 0);
    }
  }
  return lengths;
}
