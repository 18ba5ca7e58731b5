/**
 * Unnamed arguments. Positions are walked in ascending order, each with the next unnamed argument. The candidates of a
 * position get the argument in four passes, until one pass binds something: the default set and then all possible sets
 * as it is, the default set and then all possible sets with conversion. Within a pass every candidate that accepts it
 * is bound. A position whose candidates are ruled out or bound takes no argument; an argument that nobody took stays,
 * and the next position gets the next one.
 */
import {
  ParameterBindingArgumentTransformationException,
  ParameterBindingException,
  ParameterBindingValidationException,
} from '../records/exceptions.js';
import { bindArgument } from './bind-argument.js';
import type { BindableParameter, BindableSet } from './bindable-parameter.js';
import { matches } from './bindable-parameter.js';
import { ambiguousPositions } from './binding-errors.js';
import type { BindingState } from './binding-state.js';
import type { CommandArgument } from './command-argument.js';
import { isEmpty, overlap, type ParameterSetMask } from './parameter-set-mask.js';

/** The failures of arguments that were tried and not taken. */
export interface PositionalFailures {
  readonly byArgument: ReadonlyMap<CommandArgument, ParameterBindingException>;
  /** Of the last try, whatever became of the others. */
  readonly last: ParameterBindingException | undefined;
}

/**
 * Binds unnamed arguments to the positional parameters that are still possible; what is left stays in `state.unused`.
 *
 * @throws ParameterBindingException `AmbiguousPositionalParameterNoName`; failed transformations and validations
 */
export function bindPositionalArguments(state: BindingState): PositionalFailures {
  if (state.unused.length === 0) return NO_FAILURES;
  const positions = positionsOf(state);
  if (positions.length === 0) return NO_FAILURES;

  const source = new PositionalArguments(state.unused);
  const failures = new Map<CommandArgument, ParameterBindingException>();
  let last: ParameterBindingException | undefined;
  for (const candidates of positions) {
    const possible = candidates.filter((candidate) => isPossible(state, candidate));
    if (possible.length === 0) continue;
    const argument = source.next();
    if (argument === undefined) break;
    // Only the mask as it was counts within one position: several candidates may take the argument.
    const attempt = tryPasses(state, possible, argument.value);
    last = attempt.failure;
    if (attempt.bound) continue;
    source.left.push(argument);
    if (attempt.failure !== undefined) failures.set(argument, attempt.failure);
  }
  state.unused = source.all();
  return { byArgument: failures, last };
}

const NO_FAILURES: PositionalFailures = { byArgument: new Map(), last: undefined };

/** A parameter under one position, with the sets in which it has that position. */
interface Candidate {
  readonly parameter: BindableParameter;
  readonly sets: BindableSet[];
}

/** Candidates by position, ascending. */
function positionsOf(state: BindingState): readonly (readonly Candidate[])[] {
  const positions = new Map<number, Candidate[]>();
  for (const parameter of state.command.positionalParameters) {
    if (state.isBound(parameter)) continue;
    for (const set of parameter.sets) {
      if (set.position === undefined || set.remaining || !matches(set, state.sets)) continue;
      const candidates = positions.get(set.position);
      if (candidates === undefined) positions.set(set.position, [{ parameter, sets: [set] }]);
      else addCandidate(candidates, parameter, set, set.position);
    }
  }
  return [...positions].sort(([left], [right]) => left - right).map(([, candidates]) => candidates);
}

function addCandidate(candidates: Candidate[], parameter: BindableParameter, set: BindableSet, position: number): void {
  const rival = candidates.find(
    (candidate) =>
      candidate.parameter !== parameter &&
      candidate.sets.some((other) => overlap(other.mask, set.mask) || (other.inAllSets && set.inAllSets)),
  );
  if (rival !== undefined) throw ambiguousPositions(rival.parameter, parameter, position);
  const own = candidates.find((candidate) => candidate.parameter === parameter);
  if (own === undefined) candidates.push({ parameter, sets: [set] });
  else own.sets.push(set);
}

function isPossible(state: BindingState, { parameter, sets }: Candidate): boolean {
  if (state.isBound(parameter) && state.historical.repeatedPositions !== true) return false;
  return sets.some((set) => matches(set, state.sets));
}

interface Attempt {
  readonly bound: boolean;
  readonly failure: ParameterBindingException | undefined;
}

function tryPasses(state: BindingState, candidates: readonly Candidate[], value: unknown): Attempt {
  const { sets } = state;
  const { defaultSet } = state.command;
  const defaultFirst = !isEmpty(defaultSet) && overlap(sets, defaultSet);
  let attempt: Attempt = NOT_BOUND;
  for (const convert of [false, true]) {
    if (defaultFirst) attempt = tryCandidates(state, candidates, defaultSet, value, convert);
    if (!attempt.bound) attempt = tryCandidates(state, candidates, sets, value, convert);
    if (attempt.bound) break;
  }
  return attempt;
}

const NOT_BOUND: Attempt = { bound: false, failure: undefined };

/** One pass: every candidate of the sets is tried. */
function tryCandidates(
  state: BindingState,
  candidates: readonly Candidate[],
  sets: ParameterSetMask,
  value: unknown,
  convert: boolean,
): Attempt {
  let bound = false;
  let failure: ParameterBindingException | undefined;
  for (const { parameter, sets: declared } of candidates) {
    if (!declared.some((set) => matches(set, sets))) continue;
    try {
      if (bindArgument(state, parameter, value, convert)) {
        bound = true;
        state.boundByPosition = [...state.boundByPosition, parameter.name];
      }
    } catch (thrown) {
      if (!mayFitAnother(thrown)) throw thrown;
      failure = thrown;
    }
  }
  return { bound, failure };
}

/** A value that does not fit may fit another parameter; one that was refused is refused, whoever else would take it. */
function mayFitAnother(thrown: unknown): thrown is ParameterBindingException {
  return (
    thrown instanceof ParameterBindingException &&
    !(thrown instanceof ParameterBindingArgumentTransformationException) &&
    !(thrown instanceof ParameterBindingValidationException)
  );
}

/** Deals unnamed arguments; sets aside names, and the argument directly behind a name: it may be the name's value. */
class PositionalArguments {
  readonly left: CommandArgument[] = [];
  readonly #arguments: readonly CommandArgument[];
  #index = 0;

  constructor(list: readonly CommandArgument[]) {
    this.#arguments = list;
  }

  next(): CommandArgument | undefined {
    while (this.#index < this.#arguments.length) {
      const argument = this.#arguments[this.#index++]!;
      if (argument.name === undefined) return argument;
      this.left.push(argument);
      const behind = this.#arguments[this.#index];
      if (behind !== undefined && behind.name === undefined) {
        this.left.push(behind);
        this.#index++;
      }
    }
    return undefined;
  }

  /** What is left, those not dealt included, in order. */
  all(): readonly CommandArgument[] {
    return this.#index === 0 ? this.#arguments : [...this.left, ...this.#arguments.slice(this.#index)];
  }
}
