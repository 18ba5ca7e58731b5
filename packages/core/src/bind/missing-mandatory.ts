/**
 * Which mandatory parameters are missing before records come.
 *
 * Without pipeline input it is plain: everything mandatory in a possible set that is not bound. With input expected, a
 * parameter that may come from the pipeline must not be asked for yet, and which set to ask for is a choice. Per set,
 * the missing parameters fall into those to ask for now (they cannot come from the pipeline in that set) and those that
 * wait for records, by value or by name. All-sets declarations form a group of their own.
 *
 * 1. The default set has nothing missing, and no other set could be completed by records: sets with something missing
 *    are discarded, and the default set is tried first with each record.
 * 2. One set has something missing: that set asks.
 * 3. Several have: the default set is chosen if it waits for input that no other set could take, or if no other set
 *    can be completed by records alone; else a favourite, the only set that waits by value or the only one that waits
 *    by name; else sets that would have to ask are discarded.
 */
import type { BindableCommand } from './bindable-command.js';
import { type BindableParameter, matches } from './bindable-parameter.js';
import type { BindingState } from './binding-state.js';
import { ambiguity } from './check-parameter-sets.js';
import {
  countSets,
  intersect,
  isEmpty,
  isUndecided,
  overlap,
  type ParameterSetMask,
  UNDECIDED,
  unite,
  without,
} from './parameter-set-mask.js';

/**
 * The missing mandatory parameters that have to be asked for.
 *
 * With input expected it also narrows the possible sets, and may put one of them first.
 *
 * @param setCount how many sets are possible, as the set check counts
 * @throws ParameterBindingException `AmbiguousParameterSet`
 */
export function missingMandatory(state: BindingState, setCount: number, expectingInput: boolean): BindableParameter[] {
  const missing = state.command.mandatoryParameters.filter(
    (parameter) => !state.isBound(parameter) && parameter.isMandatoryIn(state.sets),
  );
  if (missing.length === 0 || !expectingInput) return missing;
  return new MissingBySet(state, missing).toAsk(setCount);
}

/** What is missing in one set, or in the all-sets declarations. */
class SetDemand {
  readonly ask: BindableParameter[] = [];
  byValue = 0;
  byName = 0;
  constructor(
    readonly mask: ParameterSetMask,
    readonly ofAllSets: boolean,
  ) {}
  get waits(): boolean {
    return this.byValue + this.byName > 0;
  }
}

class MissingBySet {
  readonly #state: BindingState;
  readonly #command: BindableCommand;
  readonly #demands: readonly SetDemand[];
  readonly #named: readonly SetDemand[];
  readonly #ofAllSets: SetDemand | undefined;

  constructor(state: BindingState, missing: readonly BindableParameter[]) {
    this.#state = state;
    this.#command = state.command;
    this.#demands = demandsOf(missing, state.sets);
    this.#named = this.#demands.filter((demand) => !demand.ofAllSets);
    this.#ofAllSets = this.#demands.find((demand) => demand.ofAllSets);
  }

  toAsk(setCount: number): BindableParameter[] {
    const { defaultSet } = this.#command;
    let incomplete = this.#incompleteSets();
    const defaultIsComplete = overlap(defaultSet, this.#state.sets) && !overlap(defaultSet, incomplete);
    if (setCount > 1 && defaultIsComplete && !this.#namedOthers().some((demand) => demand.waits)) {
      incomplete = this.#keepOnly(without(this.#possible(), incomplete));
      if (this.#state.sets === defaultSet) this.#state.showSetName();
      else this.#state.prioritised = defaultSet;
    }

    const count = countSets(incomplete);
    if (count === 0) throw ambiguity(this.#state);
    if (count === 1) return this.#asked(incomplete);
    if (!isEmpty(this.#state.prioritised)) return [];
    if (overlap(defaultSet, incomplete) && this.#defaultIsBest()) {
      this.#choose(defaultSet);
      return this.#asked(defaultSet);
    }
    return this.#askFavourite(incomplete);
  }

  /** Named sets with something missing; all that are possible if it is missing in every set, or in none of them. */
  #incompleteSets(): ParameterSetMask {
    const { sets } = this.#state;
    const { none, namedSets } = this.#command;
    if (this.#ofAllSets !== undefined) return isEmpty(namedSets) ? sets : intersect(sets, namedSets);
    const named = this.#named.reduce((mask, demand) => unite(mask, intersect(sets, demand.mask)), none);
    return isEmpty(named) ? sets : named;
  }

  #defaultIsBest(): boolean {
    const own = this.#named.find((demand) => demand.mask === this.#command.defaultSet);
    const others = this.#namedOthers();
    if (own !== undefined && own.byName > 0 && !others.some((demand) => demand.byName > 0)) return true;
    if (!others.some((demand) => demand.waits && demand.ask.length === 0)) return true;
    return (this.#ofAllSets?.ask.length ?? 0) > 0;
  }

  #askFavourite(incomplete: ParameterSetMask): BindableParameter[] {
    const candidates = this.#named.filter((demand) => overlap(demand.mask, incomplete));
    const waitingByValue = candidates.filter((demand) => demand.byValue > 0);
    const waitingByName = candidates.filter((demand) => demand.byName > 0);
    const favourite = onlyFavourite(waitingByValue, waitingByName);
    if (favourite !== undefined) return this.#prefer(favourite);

    const asking = this.#demands.filter(
      (demand) => demand.ask.length > 0 && (demand.ofAllSets || overlap(demand.mask, incomplete)),
    );
    if (asking.length === 0) return [];
    const [byValue, ...others] = waitingByValue;
    if (byValue !== undefined && others.length === 0) return this.#prefer(byValue);
    if (waitingByValue.length < 2 && waitingByName.length < 2) throw ambiguity(this.#state);
    this.#discard(asking.filter((demand) => !demand.ofAllSets));
    if (isEmpty(this.#state.sets)) throw ambiguity(this.#state);
    if (countSets(this.#state.sets) === 1) this.#state.showSetName();
    return [];
  }

  /** Chooses a set that has to ask; one that only waits is tried first, and sets with nothing missing stay possible. */
  #prefer(favourite: SetDemand): BindableParameter[] {
    if (favourite.ask.length > 0) {
      this.#choose(favourite.mask);
    } else {
      this.#discard(this.#named.filter((demand) => demand !== favourite));
      if (this.#state.sets !== favourite.mask) this.#state.prioritised = favourite.mask;
      if (!overlap(this.#state.sets, this.#command.defaultSet)) this.#state.showSetName();
    }
    return this.#asked(favourite.mask);
  }

  #asked(sets: ParameterSetMask): BindableParameter[] {
    const asked = this.#demands.filter((demand) => demand.ofAllSets || overlap(demand.mask, sets));
    return [...new Set(asked.flatMap((demand) => demand.ask))];
  }

  #choose(set: ParameterSetMask): void {
    this.#state.sets = set;
    this.#state.showSetName();
  }

  #discard(demands: readonly SetDemand[]): void {
    if (demands.length === 0) return;
    this.#keepOnly(demands.reduce((mask, demand) => without(mask, demand.mask), this.#possible()));
  }

  #keepOnly(sets: ParameterSetMask): ParameterSetMask {
    this.#state.sets = sets;
    return sets;
  }

  /** The possible sets, spelled out while nothing is decided. */
  #possible(): ParameterSetMask {
    return isUndecided(this.#state.sets) ? this.#command.namedSets : this.#state.sets;
  }

  #namedOthers(): readonly SetDemand[] {
    return this.#named.filter((demand) => demand.mask !== this.#command.defaultSet);
  }
}

function demandsOf(missing: readonly BindableParameter[], sets: ParameterSetMask): SetDemand[] {
  const demands = new Map<ParameterSetMask, SetDemand>();
  for (const parameter of missing) {
    for (const set of parameter.sets) {
      if (!set.mandatory || !matches(set, sets)) continue;
      const key = set.inAllSets ? UNDECIDED : set.mask;
      let demand = demands.get(key);
      if (demand === undefined) {
        demand = new SetDemand(set.mask, set.inAllSets);
        demands.set(key, demand);
      }
      if (set.byValue) demand.byValue++;
      if (set.byName) demand.byName++;
      if (!set.byValue && !set.byName) demand.ask.push(parameter);
    }
  }
  return [...demands.values()];
}

/** The only set that waits by value while none waits by name, or the other way round, or the same one for both. */
function onlyFavourite(byValue: readonly SetDemand[], byName: readonly SetDemand[]): SetDemand | undefined {
  if (byValue.length > 0 && byName.length > 0) {
    return byValue.length === 1 && byName.length === 1 && byValue[0] === byName[0] ? byValue[0] : undefined;
  }
  const waiting = byValue.length > 0 ? byValue : byName;
  return waiting.length === 1 ? waiting[0] : undefined;
}
