import { suggestVerbs } from './suggest-verbs.js';
import { text } from './text.js';
import { findVerb } from './verbs.js';

/** What name checking found, to be said once per pack, with the details for those who ask. */
export interface NamingWarning {
  readonly ruleId: 'UnapprovedVerb' | 'RestrictedCharacter';
  /** One sentence for the whole pack. */
  readonly message: string;
  /** One sentence per command. */
  readonly details: readonly string[];
}

/** The only commands whose unapproved verbs are excused. */
const EXEMPT: ReadonlySet<string> = new Set(['sort-object', 'tee-object']);

/**
 * Checks the names of a pack's commands: approved verbs, and nouns without characters that mean something in a command line.
 *
 * A matter of taste, never an error: the commands work.
 *
 * @param commands names, `Get-Forecast`
 * @returns at most one warning per rule
 */
export function namingWarnings(packName: string, commands: Iterable<string>): readonly NamingWarning[] {
  const names = [...commands].map(splitName);
  const unapproved = names.filter(({ name, verb }) => !EXEMPT.has(name.toLowerCase()) && findVerb(verb) === undefined);
  const restricted = names.filter(({ noun }) => RESTRICTED.test(noun));
  const warnings: NamingWarning[] = [];
  if (unapproved.length > 0) {
    warnings.push({
      ruleId: 'UnapprovedVerb',
      message: text.unapprovedVerbs(packName),
      details: unapproved.map(({ name, verb }) => text.unapprovedVerb(name, packName, verb, suggestVerbs(verb))),
    });
  }
  if (restricted.length > 0) {
    warnings.push({
      ruleId: 'RestrictedCharacter',
      message: text.restrictedCharacters(packName),
      details: restricted.map(({ name, noun }) =>
        text.restrictedCharacter(name, packName, RESTRICTED.exec(noun)?.[0] ?? ''),
      ),
    });
  }
  return warnings;
}

/** A second dash is among them: it belongs to the noun. */
const RESTRICTED = /[#,(){}[\]&\-/\\$^;:"'<>|?@*%+=~`]/;

/** The split is at the first dash. */
function splitName(name: string): { name: string; verb: string; noun: string } {
  const dash = name.indexOf('-');
  return { name, verb: name.slice(0, Math.max(dash, 0)), noun: name.slice(dash + 1) };
}
