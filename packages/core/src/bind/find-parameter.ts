import type { BindableCommand } from './bindable-command.js';
import type { BindableParameter } from './bindable-parameter.js';
import { ambiguousParameter } from './binding-errors.js';

/** Which abbreviations count. */
export interface NameRules {
  /** Full names and aliases only. */
  readonly strict: boolean;
  /** Abbreviations that only parameters of the engine fit are left for later: a dynamic parameter may fit too. */
  readonly leaveCommon: boolean;
}

/**
 * The parameter that a typed name means: an exact name, an exact alias, or a beginning that only one parameter has.
 *
 * Of several, the only one that the author declared. A leading dash is ignored, and so is case.
 *
 * @returns undefined if nothing fits: the text may still name a dynamic parameter or be a remaining argument
 * @throws ParameterBindingException `AmbiguousParameter`
 */
export function findParameter(
  command: BindableCommand,
  typedName: string,
  rules: NameRules,
): BindableParameter | undefined {
  const name = withoutDash(typedName);
  return command.exact(name) ?? (rules.strict || name === '' ? undefined : abbreviated(command, name, rules));
}

/** A name as typed, without its dash if it has one. */
export function withoutDash(typedName: string): string {
  return typedName !== '' && DASHES.includes(typedName.charAt(0)) ? typedName.slice(1) : typedName;
}

/** Hyphen, en dash, em dash, horizontal bar. */
const DASHES = '-\u2013\u2014\u2015';

function abbreviated(command: BindableCommand, name: string, rules: NameRules): BindableParameter | undefined {
  const beginning = name.toLowerCase();
  const candidates = new Set<BindableParameter>();
  for (const [candidate, parameter] of command.names) {
    if (candidate.startsWith(beginning)) candidates.add(parameter);
  }
  if (candidates.size === 0) return undefined;
  const own = [...candidates].filter((parameter) => parameter.own);
  if (own.length === 0 && rules.leaveCommon) return undefined;
  const [only, ...others] = candidates.size === 1 ? candidates : own;
  if (only === undefined || others.length > 0) throw ambiguousParameter(name, [...candidates]);
  return only;
}
