import type { CommandArgument, CommandDescription, ParameterDescription } from '@cmdlet/core';

/**
 * Gives parameters that take lists their lists: `-City Oslo,Rome` has two elements, and so has `-City Oslo -City Rome`.
 *
 * A comma that belongs to a value is written `\,`. Values of other parameters stay as they are typed.
 */
export function withListValues(
  words: readonly CommandArgument[],
  { parameters }: CommandDescription,
): readonly CommandArgument[] {
  const given: CommandArgument[] = [];
  const lists = new Map<ParameterDescription, CommandArgument & { readonly value: unknown[] }>();
  let position = 0;
  for (let index = 0; index < words.length; index++) {
    const argument = words[index] as CommandArgument;
    const { name, splatted } = argument;
    const parameter = name === undefined ? atPosition(parameters, position) : named(parameters, name);
    if (name === undefined) position++;
    if (parameter?.type.endsWith('[]') !== true || splatted === true) {
      given.push(argument);
      const next = words[index + 1];
      if (takesNext(argument, parameter) && next?.name === undefined && next !== undefined) {
        given.push(next);
        index++;
      }
      continue;
    }
    const holder = argument.hasValue ? argument : words[++index];
    if (holder === undefined || (holder.name !== undefined && holder !== argument)) {
      given.push(argument, ...(holder === undefined ? [] : [holder]));
      continue;
    }
    const elements = elementsOf(holder.value);
    const earlier = name === undefined ? undefined : lists.get(parameter);
    if (earlier !== undefined) {
      earlier.value.push(...elements);
      continue;
    }
    const list = { ...(name === undefined ? {} : { name }), value: elements, hasValue: true };
    if (name !== undefined) lists.set(parameter, list);
    given.push(elements.length === 1 && name === undefined ? { value: elements[0], hasValue: true } : list);
  }
  return given;
}

/** A name alone takes the word after it, unless it is that of a switch. A name nobody knows is left to the binder. */
function takesNext({ name, hasValue }: CommandArgument, parameter: ParameterDescription | undefined): boolean {
  return name !== undefined && !hasValue && parameter !== undefined && !parameter.isSwitch;
}

/** The parameter of a name, an alias, or the beginning of one name. */
function named(parameters: readonly ParameterDescription[], name: string): ParameterDescription | undefined {
  const key = name.toLowerCase();
  const exact = parameters.find((each) => [each.name, ...each.aliases].some((one) => one.toLowerCase() === key));
  if (exact !== undefined) return exact;
  const begun = parameters.filter((each) =>
    [each.name, ...each.aliases].some((one) => one.toLowerCase().startsWith(key)),
  );
  return begun.length === 1 ? begun[0] : undefined;
}

/** The parameter at a position, if whatever set is chosen it takes a list. */
function atPosition(parameters: readonly ParameterDescription[], position: number): ParameterDescription | undefined {
  const candidates = parameters.filter(({ sets }) => sets.some((set) => set.position === position));
  return candidates.every(({ type }) => type.endsWith('[]')) ? candidates[0] : undefined;
}

function elementsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return [...(value as unknown[])];
  if (typeof value !== 'string' || !value.includes(',')) return [value];
  return value.split(/(?<!\\),/u).map((element) => element.replaceAll('\\,', ','));
}
