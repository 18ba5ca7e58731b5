import type { BindableParameter } from './bindable-parameter.js';
import { missingArgument } from './binding-errors.js';
import type { BindingState } from './binding-state.js';
import type { CommandArgument } from './command-argument.js';
import { findParameter, type NameRules, withoutDash } from './find-parameter.js';

/**
 * Gives names their values, now that the types are known: a switch stands alone, any other parameter takes the next word.
 *
 * Names that fit no parameter stay as they are.
 *
 * @throws ParameterBindingException `MissingArgument`, `AmbiguousParameter`
 */
export function reparseArguments(state: BindingState, rules: NameRules): readonly CommandArgument[] {
  const { unused } = state;
  if (!unused.some(isNameAlone)) return unused;
  const reparsed: CommandArgument[] = [];
  for (let index = 0; index < unused.length; index++) {
    const argument = unused[index]!;
    const parameter = isNameAlone(argument) ? findParameter(state.command, argument.name, rules) : undefined;
    if (parameter === undefined) {
      reparsed.push(argument);
    } else if (parameter.isSwitch) {
      reparsed.push({ ...argument, value: true, hasValue: true });
    } else {
      reparsed.push({
        ...argument,
        name: parameter.name,
        value: valueBehind(state, parameter, unused[++index], rules),
        hasValue: true,
      });
    }
  }
  return reparsed;
}

/** The word as it was typed: its dash, and its colon if it owns a value. */
export function typedText(argument: CommandArgument & { readonly name: string }): string {
  return `-${withoutDash(argument.name)}${argument.hasValue ? ':' : ''}`;
}

function isNameAlone(argument: CommandArgument): argument is CommandArgument & { readonly name: string } {
  return argument.name !== undefined && !argument.hasValue;
}

function valueBehind(
  state: BindingState,
  parameter: BindableParameter,
  next: CommandArgument | undefined,
  rules: NameRules,
): unknown {
  if (next === undefined) throw missingArgument(state.command, parameter);
  if (next.name === undefined) return next.value;
  const known = findParameter(state.command, next.name, { ...rules, leaveCommon: false });
  if (known !== undefined || !isNameAlone(next)) throw missingArgument(state.command, parameter);
  if (state.historical.dashWordsAsValues !== true) {
    throw missingArgument(state.command, parameter, typedText(next));
  }
  return typedText(next);
}
