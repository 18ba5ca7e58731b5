/** What stands between the elements of a list in the culture of the machine: a semicolon where numbers have a comma. */
export function listSeparator(culture?: string): string {
  const parts = new Intl.NumberFormat(culture).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}
