import { approvedVerbs, findVerb, nearestNames, suggestVerbs } from '@cmdlet/core';
import { BuildError } from '../build/build-error.js';
import { text } from './text.js';

/** The names of a cmdlet that is to be made. */
export interface CmdletNames {
  readonly verb: string;
  readonly noun: string;
  /** `Get-Thing`. */
  readonly command: string;
  /** `GetThing`. */
  readonly className: string;
  /** `get-thing`. */
  readonly fileName: string;
}

/**
 * Takes the name of a cmdlet apart; the verb gets its proper spelling.
 *
 * @throws BuildError `InvalidCommandName`, `UnapprovedVerb` with what to write instead
 */
export function cmdletNames(name: string): CmdletNames {
  const parts = /^(?<verb>\p{L}+)-(?<noun>\p{L}[\p{L}\p{N}]*)$/u.exec(name)?.groups;
  if (parts === undefined) throw new BuildError(text.badCommandName(name), 'InvalidCommandName', name);
  const { verb: given = '', noun: written = '' } = parts;
  const noun = capitalised(written);
  const verb = findVerb(given)?.verb;
  if (verb === undefined) {
    throw new BuildError(text.unapprovedVerb(given, suggestionsFor(given), noun), 'UnapprovedVerb', name);
  }
  return { verb, noun, command: `${verb}-${noun}`, className: verb + noun, fileName: kebab(verb + noun) };
}

/** Verbs that mean the same, else those that may have been meant. */
function suggestionsFor(verb: string): readonly string[] {
  const same = suggestVerbs(verb);
  if (same.length > 0) return same;
  const approved = approvedVerbs().map((info) => info.verb);
  return nearestNames(verb, approved);
}

/** The names of a class: `FolderJob`, in `folder-job`. */
export function classNames(name: string): { readonly className: string; readonly fileName: string } {
  if (!/^\p{L}[\p{L}\p{N}]*$/u.test(name)) throw new BuildError(text.badClassName(name), 'InvalidClassName', name);
  const className = capitalised(/job$/iu.test(name) ? name : `${name}Job`);
  return { className, fileName: kebab(className) };
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `GetCPUTime` → `get-cpu-time`. */
function kebab(name: string): string {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1-$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2')
    .toLowerCase();
}
