import type { CommandDescription, ParameterDescription } from '@cmdlet/core';
import { isCommon } from './all-parameters.js';
import type { CompletionLine } from './completion-line.js';
import type { CompletionMatch } from './completion-match.js';
import { ParameterSets } from './parameter-sets.js';
import { type PseudoBinding, pseudoBinding } from './pseudo-binding.js';
import type { BoundArgument } from './pseudo-binding-state.js';
import { wordPattern } from './word-pattern.js';

/**
 * The parameters that can still be given, whose names fit what is typed of one: own ones in the order of their
 * declaration, common ones behind them. An alias is proposed only where the name itself does not fit.
 *
 * The cursor stands in the name of an element, or, with `name` empty, at a dash that is no element yet.
 */
export function completeParameterName(
  line: CompletionLine,
  description: CommandDescription,
  name: string,
): CompletionMatch[] {
  const { index } = line.cursor;
  const isDashOnly = name === '';
  // A dash in front of a value: its name may be what somebody is about to type.
  const next = line.elements[index];
  const bindsPositional = !isDashOnly || next === undefined || next.name !== undefined;
  const typing = isDashOnly ? undefined : index;
  const binding = pseudoBinding(line, description, { typing, wanted: 'name', bindsPositional });
  const candidates = candidatesFor(binding, typing);
  return candidates === undefined ? [] : matchesOf(candidates, name, binding);
}

interface Candidates {
  readonly parameters: readonly ParameterDescription[];
  readonly valid: bigint;
  /** Whether the parameter was meant, so that it is shown although it is hidden. */
  readonly isMeant?: boolean;
}

/** What the name may become; undefined if it is of no use to complete it. */
function candidatesFor(binding: PseudoBinding, typing: number | undefined): Candidates | undefined {
  const { succeeded, valid, unbound, bound, arguments: parsed, duplicates } = binding;
  const free = { parameters: unbound, valid: succeeded ? valid : ParameterSets.ANY };
  if (typing === undefined || !succeeded) return free;
  if (parsed.unknown.has(typing)) return undefined;
  if (parsed.ambiguous.size > 0) return parsed.ambiguous.has(typing) ? free : undefined;
  if (duplicates.size > 0) {
    return duplicates.has(typing) ? { parameters: [...bound.keys()], valid } : undefined;
  }
  const meant = [...bound].find(([, argument]) => indexOf(argument) === typing);
  return meant === undefined ? free : { parameters: [meant[0]], valid: ParameterSets.ANY, isMeant: true };
}

/** Of the element with the name; undefined for what comes down the pipeline and for the rest of the line. */
function indexOf(argument: BoundArgument): number | undefined {
  return typeof argument === 'object' && 'index' in argument ? argument.index : undefined;
}

function matchesOf(
  { parameters, valid, isMeant = false }: Candidates,
  name: string,
  { sets }: PseudoBinding,
): CompletionMatch[] {
  const fits = wordPattern(name);
  const own: CompletionMatch[] = [];
  const common: CompletionMatch[] = [];
  for (const parameter of parameters) {
    if (!isMeant && !sets.admit(parameter, valid)) continue;
    const list = isCommon(parameter) ? common : own;
    if (fits(parameter.name)) {
      if (isMeant || !parameter.hidden) list.push(matchOf(parameter, parameter.name));
    } else if (name !== '') {
      list.push(...parameter.aliases.filter(fits).map((alias) => matchOf(parameter, alias)));
    }
  }
  return [...own, ...common];
}

function matchOf({ type, helpMessage }: ParameterDescription, name: string): CompletionMatch {
  const help = helpMessage === null ? '' : ` - ${helpMessage}`;
  return {
    completionText: `-${name}`,
    listItemText: name,
    resultType: 'ParameterName',
    toolTip: `[${type}] ${name}${help}`,
  };
}
