import type { ParameterMetadata } from '@cmdlet/core';

/**
 * The parameter that a typed name means, as the binder finds it: a name or alias, else the beginning of those of one
 * parameter, else of one that the cmdlet's author declared. Undefined if none or several are meant.
 */
export function findParameter(
  parameters: readonly ParameterMetadata[],
  typedName: string,
): ParameterMetadata | undefined {
  const key = typedName.toLowerCase();
  const exact = parameters.find((parameter) => namesOf(parameter).some((name) => name === key));
  if (exact !== undefined) return exact;
  const begun = parameters.filter((parameter) => namesOf(parameter).some((name) => name.startsWith(key)));
  const own = begun.filter(({ origin }) => origin === 'declared' || origin === 'dynamic');
  return begun.length === 1 ? begun[0] : own.length === 1 ? own[0] : undefined;
}

function namesOf({ name, aliases }: ParameterMetadata): string[] {
  return [name, ...aliases].map((each) => each.toLowerCase());
}
