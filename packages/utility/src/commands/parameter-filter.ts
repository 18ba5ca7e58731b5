import { isWildcard, type ParameterDescription, sharedParameters, wildcardPattern } from '@cmdlet/core';
import { type AliasInfo, CmdletInfo } from './command-infos.js';

/** What a parameter has to be like; what is left out does not matter. Wildcards are allowed. */
export interface ParameterConditions {
  readonly parameterName?: readonly string[] | undefined;
  readonly parameterType?: readonly string[] | undefined;
}

/** Tells commands by their parameters, those of all commands included, and knows which names none of them had. */
export class ParameterFilter {
  readonly #conditions: ParameterConditions;
  /** Names and aliases of parameters of the wanted names. Not there before a command was looked at. */
  #found: Set<string> | undefined;

  constructor(conditions: ParameterConditions) {
    this.#conditions = conditions;
  }

  /** Whether one parameter of a command has one of the names and one of the types. */
  fits(command: CmdletInfo | AliasInfo): boolean {
    const { parameterName, parameterType } = this.#conditions;
    if (parameterName === undefined && parameterType === undefined) return true;
    const { description } = command instanceof CmdletInfo ? command : command.resolvedCommand;
    const parameters = [...description.parameters, ...sharedParameters(description)];
    const named = parameters.filter((each) => namesOf(each).some((name) => matchesAny(name, parameterName)));
    this.#found ??= new Set();
    for (const name of named.flatMap(namesOf)) this.#found.add(name.toUpperCase());
    return named.some(({ type }) => matchesAny(type, parameterType));
  }

  /** The names, wildcards apart, that no command had that was looked at; none if none was. */
  get missing(): readonly string[] {
    const found = this.#found;
    if (found === undefined) return [];
    const wanted = this.#conditions.parameterName ?? [];
    return wanted.filter((name) => !isWildcard(name) && !found.has(name.toUpperCase()));
  }
}

/** Whether a text is like one of several; all are where none is wanted. */
export function matchesAny(text: string, wildcards: readonly string[] | undefined): boolean {
  return wildcards === undefined || wildcards.some((wildcard) => wildcardPattern(wildcard).test(text));
}

function namesOf({ name, aliases }: ParameterDescription): readonly string[] {
  return [name, ...aliases];
}
