/** Whether two names mean the same: case never tells names apart, in no language of the machine. */
export function sameName(left: string, right: string): boolean {
  return nameKey(left) === nameKey(right);
}

/** The form of a name under which it is filed. */
export function nameKey(name: string): string {
  return name.toUpperCase();
}
