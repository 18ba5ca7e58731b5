import type { CommandDescription, ParameterDescription } from '@cmdlet/core';
import { allParameters } from './all-parameters.js';
import type { CompletionLine } from './completion-line.js';
import { namedParameter } from './named-parameter.js';
import { isOneSet, ParameterSets } from './parameter-sets.js';
import { type ParsedArgument, type ParsedArguments, parseArguments } from './parsed-arguments.js';
import { type BindingState, type BoundArgument, bindOne } from './pseudo-binding-state.js';
import { bindPositional } from './pseudo-positions.js';

/**
 * How a call would be bound as far as it is typed: nothing is converted, checked or run, and what cannot be bound is
 * passed over.
 */
export interface PseudoBinding {
  readonly parameters: readonly ParameterDescription[];
  readonly sets: ParameterSets;
  /** False if no parameter set fits, or nobody can tell what a value belongs to; then nothing is bound. */
  readonly succeeded: boolean;
  /** Sets that are still possible. */
  readonly valid: bigint;
  readonly bound: ReadonlyMap<ParameterDescription, BoundArgument>;
  readonly unbound: readonly ParameterDescription[];
  readonly arguments: ParsedArguments;
  /** Names of parameters that were bound before, by the index of their element. */
  readonly duplicates: ReadonlySet<number>;
}

export interface PseudoBindingOptions {
  /** Index of the element whose name is being typed; undefined while a value is. */
  readonly typing: number | undefined;
  /** What is wanted: names of parameters, of which as many as possible stay, or the value of one. */
  readonly wanted: 'name' | 'value';
  /** Default true. */
  readonly bindsPositional?: boolean;
}

/** Binds a call as far as it is typed. */
export function pseudoBinding(
  line: CompletionLine,
  description: CommandDescription,
  { typing, wanted, bindsPositional = true }: PseudoBindingOptions,
): PseudoBinding {
  const parameters = allParameters(description);
  const sets = new ParameterSets(parameters, description.defaultParameterSet);
  const parsed = parseArguments(line, parameters, typing);
  const failed = (list: readonly ParsedArgument[]): PseudoBinding => ({
    parameters,
    sets,
    succeeded: false,
    valid: ParameterSets.ANY,
    bound: new Map(),
    unbound: parameters,
    arguments: { list, ambiguous: new Set(), unknown: new Set() },
    duplicates: new Set(),
  });
  if (parsed === undefined) return failed([]);
  const state: BindingState = {
    sets,
    valid: ParameterSets.ANY,
    bound: new Map(),
    unbound: [...parameters],
  };
  const ambiguous = new Set(parsed.ambiguous);
  const unknown = new Set(parsed.unknown);
  const duplicates = new Set<number>();
  let rest: ParsedArgument[] = [];
  for (const argument of parsed.list) {
    if (argument.name === undefined) {
      rest.push(argument);
      continue;
    }
    const parameter = namedParameter(parameters, argument.name);
    if (parameter === 'ambiguous') ambiguous.add(argument.index);
    else if (parameter === undefined) unknown.add(argument.index);
    else if (state.bound.has(parameter)) duplicates.add(argument.index);
    else bindOne(state, parameter, argument, sets.flagsOf(parameter));
  }
  if (state.valid === 0n) return failed(parsed.list);
  if (bindsPositional) rest = bindPositional(state, rest, wanted);
  bindRest(state, rest);
  if (line.expectsInput) bindPipeline(state);
  if (state.valid === 0n) return failed(parsed.list);
  if (wanted === 'value') chooseByMandatory(state);
  const { valid, bound, unbound } = state;
  const found = { list: parsed.list, ambiguous, unknown };
  return { parameters, sets, succeeded: true, valid, bound, unbound, arguments: found, duplicates };
}

function bindRest(state: BindingState, rest: readonly ParsedArgument[]): void {
  if (rest.length === 0) return;
  bindThose(state, rest, ({ valueFromRemainingArguments }) => valueFromRemainingArguments);
}

function bindPipeline(state: BindingState): void {
  bindThose(state, 'pipeline', ({ valueFromPipeline }) => valueFromPipeline);
}

type InSet = ParameterDescription['sets'][number];

function bindThose(state: BindingState, argument: BoundArgument, takes: (inSet: InSet) => boolean): void {
  const taking = state.unbound.filter((each) => state.sets.declarationsIn(each, state.valid).some(takes));
  const flags = taking.reduce((all, each) => all | state.sets.flagsOf(each), 0n);
  for (const parameter of taking) bindOne(state, parameter, argument, 0n);
  if (flags !== 0n) state.valid &= flags;
}

/** Of several sets, the only one without a mandatory parameter that is still missing. */
function chooseByMandatory(state: BindingState): void {
  if (state.valid === ParameterSets.ANY || isOneSet(state.valid)) return;
  let remaining = state.valid & state.sets.all;
  for (const parameter of state.unbound) {
    for (const inSet of parameter.sets) if (inSet.mandatory) remaining &= ~state.sets.of(inSet);
  }
  if (isOneSet(remaining)) state.valid = remaining;
}
