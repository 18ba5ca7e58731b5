import { applyDefaults, resolveDefaults } from './apply-default-values.js';
import { bindNamedArguments } from './bind-named-arguments.js';
import { bindPositionalArguments, type PositionalFailures } from './bind-positional-arguments.js';
import { bindRemainingArguments, failureOfLeftovers } from './bind-remaining-arguments.js';
import type { BindingState } from './binding-state.js';
import { checkParameterSets, setsTakingInput } from './check-parameter-sets.js';
import { findParameter, type NameRules } from './find-parameter.js';
import { offerDynamicParameters } from './offer-dynamic-parameters.js';
import { reparseArguments } from './reparse-arguments.js';

/**
 * Binds everything that is known before records come: names, positions, the user's defaults, dynamic parameters,
 * remaining arguments; and rules out parameter sets.
 *
 * @returns how many sets are possible, as {@link checkParameterSets} counts
 * @throws ParameterBindingException
 */
export function bindCommandLine(state: BindingState): number {
  const { request, historical } = state;
  const strict = request.strict === true;
  const mayOffer = request.dynamicParameters !== undefined;
  state.unused = splattedLast(state);
  resolveDefaults(state);
  const failures = [
    bindArguments(state, { strict, leaveCommon: mayOffer && historical.commonAbbreviationsFirst !== true }),
  ];
  applyDefaults(state);
  checkParameterSets(state, 'lenient');
  if (mayOffer) failures.push(...bindDynamic(state, { strict, leaveCommon: false }));
  applyDefaults(state);
  bindRemainingArguments(state);
  const failure = failureOfLeftovers(state, failures);
  if (failure !== undefined) throw failure;
  return narrowSets(state);
}

/** Entries of splatted dictionaries are looked at last, wherever they stood. */
function splattedLast({ unused }: BindingState): BindingState['unused'] {
  if (!unused.some((argument) => argument.splatted === true)) return unused;
  return [
    ...unused.filter((argument) => argument.splatted !== true),
    ...unused.filter((argument) => argument.splatted === true),
  ];
}

function bindArguments(state: BindingState, rules: NameRules): PositionalFailures {
  state.unused = reparseArguments(state, rules);
  state.unused = bindNamedArguments(state, rules);
  return bindPositionalArguments(state);
}

/** Names that nobody had are looked up again: a dynamic parameter may have them, or a common one by abbreviation. */
function bindDynamic(state: BindingState, rules: NameRules): readonly PositionalFailures[] {
  const offered = offerDynamicParameters(state);
  if (offered) resolveDefaults(state);
  const known = state.unused.some(
    ({ name }) => name !== undefined && findParameter(state.command, name, rules) !== undefined,
  );
  return state.unused.length > 0 && (offered || known) ? [bindArguments(state, rules)] : [];
}

function narrowSets(state: BindingState): number {
  const { expectingInput } = state.request;
  let count = checkParameterSets(state, expectingInput ? 'lenient' : 'strict');
  if (count === 1 && !state.defaultsApplied) applyDefaults(state);
  if (count > 1 && expectingInput) {
    const taking = setsTakingInput(state);
    if (taking !== state.sets) {
      state.sets = taking;
      count = checkParameterSets(state, 'lenient');
    }
  }
  return count;
}
