import { ALL_PARAMETER_SETS, type CommandMetadata, type ParameterMetadata } from '../declare/metadata.js';
import { BindableParameter, type BindableSets, bindableSets, isAllParameterSets } from './bindable-parameter.js';
import {
  isEmpty,
  isUndecided,
  maskOfSet,
  needsWideMask,
  onlySetIndex,
  type ParameterSetMask,
  setIndexes,
  unite,
} from './parameter-set-mask.js';
import type { CallPlan } from './plan/call-plan.js';

/** A command's parameters, prepared once for all its calls. */
export class BindableCommand {
  /** In merge order. */
  readonly parameters: readonly BindableParameter[];
  /** Exact names and aliases, in lower case. */
  readonly byName: ReadonlyMap<string, BindableParameter>;
  /** Names and then aliases in lower case, for abbreviations. */
  readonly names: readonly (readonly [name: string, parameter: BindableParameter])[];
  readonly setNames: readonly string[];
  /** Whether masks are bigints. */
  readonly wide: boolean;
  readonly none: ParameterSetMask;
  /** The default set; empty if none is declared. */
  readonly defaultSet: ParameterSetMask;
  /** Every named set, the default set included. */
  readonly namedSets: ParameterSetMask;
  /** Named sets that some parameter belongs to. */
  readonly populatedSets: ParameterSetMask;
  readonly mandatoryParameters: readonly BindableParameter[];
  readonly positionalParameters: readonly BindableParameter[];
  readonly remainingParameters: readonly BindableParameter[];
  /**
   * Those that take pipeline input, the last declared first: the order in which PowerShell tries them, which shows
   * where two of them refuse the same record.
   */
  readonly inputParameters: readonly BindableParameter[];
  /** How its calls are bound that are given the same names over and over. */
  readonly callPlans: CallPlan[] = [];
  /** Parameters by the spellings that were typed so far. */
  readonly #typed = new Map<string, BindableParameter>();

  private constructor(
    readonly metadata: CommandMetadata,
    parameters: readonly ParameterMetadata[],
  ) {
    const setNames = setNamesOf(metadata.defaultParameterSetName, parameters);
    const bits = new Map(setNames.map((name, index) => [name.toLowerCase(), index]));
    this.wide = needsWideMask(setNames.length);
    this.none = this.wide ? 0n : 0;
    this.setNames = setNames;
    const maskOf = (name: string): ParameterSetMask => maskOfSet(bits.get(name.toLowerCase()) ?? 0, this.wide);

    this.defaultSet = hasDefault(metadata) ? maskOf(metadata.defaultParameterSetName) : this.none;
    this.namedSets = setNames.reduce((mask, name) => unite(mask, maskOf(name)), this.none);
    // Those of the engine share the list of their sets.
    const known = new Map<ParameterMetadata['sets'], BindableSets>();
    const setsOf = (sets: ParameterMetadata['sets']): BindableSets => {
      const made = known.get(sets) ?? bindableSets(sets, maskOf, this.none);
      known.set(sets, made);
      return made;
    };
    this.parameters = parameters.map(
      (parameter, index) => new BindableParameter(parameter, index, setsOf(parameter.sets)),
    );
    this.populatedSets = this.parameters.reduce((mask, parameter) => unite(mask, parameter.mask), this.none);
    this.mandatoryParameters = this.parameters.filter((parameter) => parameter.mandatory);
    this.positionalParameters = this.parameters.filter((parameter) => parameter.positional);
    this.remainingParameters = this.parameters.filter((parameter) => parameter.remaining);
    this.inputParameters = this.parameters.filter((parameter) => parameter.takesInput).reverse();
    this.names = [
      ...this.parameters.map((parameter) => [parameter.name.toLowerCase(), parameter] as const),
      ...this.parameters.flatMap((parameter) =>
        parameter.metadata.aliases.map((alias) => [alias.toLowerCase(), parameter] as const),
      ),
    ];
    // A name wins over an alias of the same spelling.
    this.byName = new Map([...this.names].reverse());
  }

  /** The prepared form of a command; made at its first call. */
  static of(metadata: CommandMetadata): BindableCommand {
    let command = prepared.get(metadata);
    if (command === undefined) {
      command = new BindableCommand(metadata, metadata.parameters);
      prepared.set(metadata, command);
    }
    return command;
  }

  /** The same command with more parameters behind its own, for one invocation; existing sets keep their bits. */
  withParameters(parameters: readonly ParameterMetadata[]): BindableCommand {
    return new BindableCommand(this.metadata, parameters);
  }

  /** The parameter of exactly that name or alias, ignoring case. */
  exact(typedName: string): BindableParameter | undefined {
    const known = this.#typed.get(typedName);
    if (known !== undefined) return known;
    const parameter = this.byName.get(typedName.toLowerCase());
    if (parameter !== undefined && this.#typed.size < REMEMBERED_SPELLINGS) this.#typed.set(typedName, parameter);
    return parameter;
  }

  get setCount(): number {
    return this.setNames.length;
  }

  /** The name shown for a mask: of its only set, of the default set while nothing is decided, empty for several. */
  setNameOf(mask: ParameterSetMask): string {
    if (isUndecided(mask) || isEmpty(mask)) return this.metadata.defaultParameterSetName || ALL_PARAMETER_SETS;
    return this.setNames[onlySetIndex(mask)] ?? '';
  }

  /** Names of the sets in a mask; of all sets while nothing is decided. */
  setNamesOf(mask: ParameterSetMask): readonly string[] {
    return isUndecided(mask) ? this.setNames : setIndexes(mask).map((index) => this.setNames[index] ?? '');
  }
}

/** Enough for every sensible spelling; a bound, because names may come from anywhere. */
const REMEMBERED_SPELLINGS = 200;

const prepared = new WeakMap<CommandMetadata, BindableCommand>();

function hasDefault(metadata: CommandMetadata): metadata is CommandMetadata & { defaultParameterSetName: string } {
  return metadata.defaultParameterSetName !== undefined && metadata.defaultParameterSetName !== '';
}

/** The default set first, then as met while walking the parameters. */
function setNamesOf(defaultName: string | undefined, parameters: readonly ParameterMetadata[]): string[] {
  const names = new Map<string, string>();
  if (defaultName !== undefined && defaultName !== '') names.set(defaultName.toLowerCase(), defaultName);
  for (const parameter of parameters) {
    for (const { parameterSetName } of parameter.sets) {
      const key = parameterSetName.toLowerCase();
      if (!isAllParameterSets(parameterSetName) && !names.has(key)) names.set(key, parameterSetName);
    }
  }
  return [...names.values()];
}
