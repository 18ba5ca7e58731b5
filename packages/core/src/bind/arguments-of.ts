import type { CommandArgument } from './command-argument.js';

/**
 * The arguments of a structured call: values by parameter name, and unnamed ones.
 *
 * Names are not case-sensitive, so `city` means `-City`. A value of undefined counts as not given; texts are never
 * read as names.
 *
 * @example
 * argumentsOf({ city: 'Oslo', asJob: true }, [3])
 */
export function argumentsOf(
  parameters: Readonly<Record<string, unknown>>,
  positionals: readonly unknown[] = [],
): CommandArgument[] {
  const list: CommandArgument[] = [];
  for (const name of Object.keys(parameters)) {
    const value = parameters[name];
    if (value !== undefined) list.push({ name, value, hasValue: true });
  }
  for (const value of positionals) list.push({ value, hasValue: true });
  return list;
}
