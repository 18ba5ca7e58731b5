/**
 * The capitals of a command's name and its dashes, by which `Get-Command -UseAbbreviationExpansion` and completion find
 * it, in any case.
 *
 * @example
 * abbreviatedName('Import-PowerShellDataFile'); // 'I-PSDF'
 */
export function abbreviatedName(name: string): string {
  return name.replaceAll(/[^\p{Lu}-]/gu, '');
}
