import { abbreviatedName, isWildcard, wildcardPattern } from '@cmdlet/core';

/** Decides about the name of a command or of an alias, and the pack that it came with. */
export type IsMeant = (name: string, packName: string) => boolean;

/** The names that a name, `Pack\Name` or a wildcard means. */
export function namesMeantBy(wanted: string): IsMeant {
  if (!isWildcard(wanted)) return (name, packName) => isCalled(wanted, name, packName);
  const pattern = wildcardPattern(wanted);
  return (name) => pattern.test(name);
}

/** Those, and the names whose capitals spell the text: `i-psdf` means `Import-PowerShellDataFile`. */
export function namesAbbreviatedBy(wanted: string): IsMeant {
  const isNamed = namesMeantBy(wanted);
  return (name, packName) => isNamed(name, packName) || isCalled(wanted, abbreviatedName(name), packName);
}

/** Which of the two slashes stands behind the pack does not matter. */
function isCalled(wanted: string, name: string, packName: string): boolean {
  return keyOf(wanted) === keyOf(name) || keyOf(wanted) === keyOf(`${packName}\\${name}`);
}

function keyOf(name: string): string {
  return name.toUpperCase().replace('/', '\\');
}
