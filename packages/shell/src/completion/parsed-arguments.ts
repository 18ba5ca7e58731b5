import type { ParameterDescription } from '@cmdlet/core';
import type { CommandElement, CompletionLine, ElementValue } from './completion-line.js';
import { namedParameter } from './named-parameter.js';

/** An argument: a value, a name with its value, a switch, or a name whose value is still missing. */
export interface ParsedArgument {
  readonly kind: 'value' | 'named' | 'switch' | 'incomplete';
  /** As typed, without the dash; undefined for a value alone. */
  readonly name?: string;
  /** Index of the element with the name, or of the value alone. */
  readonly index: number;
  /** Index of the element that holds the value. */
  readonly valueIndex?: number;
  /** Undefined where a name stands in the place of the value. */
  readonly value?: ElementValue | undefined;
  readonly hasColon: boolean;
}

/** The arguments of a call, and names that lead to no parameter, by the index of their element. */
export interface ParsedArguments {
  readonly list: readonly ParsedArgument[];
  readonly ambiguous: ReadonlySet<number>;
  readonly unknown: ReadonlySet<number>;
}

/**
 * Finds out which names are switches and which values belong to which name.
 *
 * @param typing index of the element whose name is still being typed
 * @returns undefined if a name that is unknown may own the value behind it, while another name is being typed
 */
export function parseArguments(
  { elements }: Pick<CompletionLine, 'elements'>,
  parameters: readonly ParameterDescription[],
  typing: number | undefined,
): ParsedArguments | undefined {
  const list: ParsedArgument[] = [];
  const ambiguous = new Set<number>();
  const unknown = new Set<number>();
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index] as CommandElement;
    const { name, argument, hasColon = false } = element;
    if (name === undefined || argument !== undefined) {
      const isNamed = name !== undefined;
      list.push({
        kind: isNamed ? 'named' : 'value',
        ...(isNamed ? { name } : {}),
        index,
        valueIndex: index,
        value: argument,
        hasColon,
      });
      continue;
    }
    const next = elements[index + 1];
    const nextIsValue = next !== undefined && next.name === undefined;
    const parameter = namedParameter(parameters, name, index !== typing);
    if (parameter === 'ambiguous') {
      ambiguous.add(index);
      if (nextIsValue) index++;
    } else if (parameter === undefined) {
      unknown.add(index);
      if (nextIsValue && typing !== undefined) return undefined;
      if (nextIsValue) index++;
    } else if (parameter.isSwitch) {
      list.push({ kind: 'switch', name, index, hasColon });
    } else if (next === undefined || (!nextIsValue && isName(next, parameters))) {
      list.push({ kind: 'incomplete', name, index, hasColon });
    } else {
      list.push({ kind: 'named', name, index, valueIndex: index + 1, value: next.argument, hasColon });
      index++;
    }
  }
  return { list, ambiguous, unknown };
}

/** A name that leads to no parameter is taken for the value of the name before it. */
function isName({ name = '' }: CommandElement, parameters: readonly ParameterDescription[]): boolean {
  return namedParameter(parameters, name) !== undefined;
}
