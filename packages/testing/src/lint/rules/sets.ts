import { ALL_PARAMETER_SETS, type ParameterMetadata } from '@cmdlet/core';
import { lintText as text } from '../text.js';
import { type CommandRule, when } from './rule.js';

type SetFacts = ParameterMetadata['sets'][number];

/** One parameter set with what is declared for it. */
interface ParameterSet {
  readonly name: string;
  readonly parameters: ReadonlyMap<ParameterMetadata, SetFacts>;
  readonly mandatory: ReadonlySet<ParameterMetadata>;
}

/** A call with all that either set needs fits both, and there is no default that decides. */
export const ambiguousSets: CommandRule = ({ command, parameters }) => {
  const sets = setsOf(parameters);
  const preset = sets.find(({ name }) => sameName(name, command.defaultParameterSetName));
  return [...pairs(sets)].flatMap(([left, right]) => {
    const call = new Set([...left.mandatory, ...right.mandatory]);
    const fits = (set: ParameterSet): boolean => within(call, set.parameters) && within(set.mandatory, call);
    return when(fits(left) && fits(right) && (preset === undefined || !fits(preset)), () => ({
      id: 'AmbiguousParameterSets',
      severity: 'error',
      message: text.ambiguousSets(left.name, right.name),
      remedy: text.ownMandatory(left.name, right.name),
    }));
  });
};

/** Every call that fits the set fits the default as well, which then counts. */
export const unreachableSet: CommandRule = ({ command, parameters }) => {
  const sets = setsOf(parameters);
  const preset = sets.find(({ name }) => sameName(name, command.defaultParameterSetName));
  if (preset === undefined) return [];
  return sets
    .filter((set) => set !== preset)
    .flatMap((set) =>
      when(within(set.parameters, preset.parameters) && within(preset.mandatory, set.mandatory), () => ({
        id: 'UnreachableParameterSet',
        severity: 'warning',
        message: text.unreachableSet(set.name, preset.name),
        remedy: text.ownMandatory(set.name, preset.name),
      })),
    );
};

export const unknownDefaultSet: CommandRule = ({ command, parameters }) => {
  const sets = setsOf(parameters);
  const preset = command.defaultParameterSetName;
  return when(preset !== undefined && sets.length > 0 && !sets.some(({ name }) => sameName(name, preset)), () => ({
    id: 'UnknownDefaultParameterSet',
    severity: 'information',
    message: text.unknownDefault(preset ?? ''),
    remedy: text.useOneOf(sets.map(({ name }) => name)),
  }));
};

/** Unnamed arguments fill positions from the left: what may be left out must come last. */
export const optionalBeforeMandatory: CommandRule = ({ parameters }) =>
  setsOrOne(parameters).flatMap(({ name, parameters: inSet }) => {
    const positional = [...inSet]
      .filter(([, { position, valueFromPipeline }]) => position !== undefined && !valueFromPipeline)
      .sort(([, left], [, right]) => (left.position ?? 0) - (right.position ?? 0));
    const optional = positional.findIndex(([, { mandatory }]) => !mandatory);
    const late = optional < 0 ? undefined : positional.slice(optional).find(([, { mandatory }]) => mandatory);
    return when(late !== undefined, () => ({
      id: 'OptionalBeforeMandatory',
      severity: 'warning',
      message: text.optionalFirst(positional[optional]?.[0].name ?? '', late?.[0].name ?? '', name),
      remedy: text.swapPositions,
    }));
  });

/** A record goes to all of them at once. */
export const severalPipelineParameters: CommandRule = ({ parameters }) =>
  setsOrOne(parameters).flatMap(({ name, parameters: inSet }) => {
    const takers = [...inSet].filter(([, { valueFromPipeline }]) => valueFromPipeline).map(([parameter]) => parameter);
    const twins = takers.filter((taker) =>
      takers.some((other) => other !== taker && other.type.name === taker.type.name),
    );
    return when(twins.length > 0, () => ({
      id: 'SeveralPipelineParameters',
      severity: 'warning',
      message: text.severalTakers(
        twins.map((parameter) => parameter.name),
        name,
      ),
      remedy: text.oneTaker,
    }));
  });

/** The named sets. */
function setsOf(parameters: readonly ParameterMetadata[]): readonly ParameterSet[] {
  const names = new Map<string, string>();
  for (const { sets } of parameters) {
    for (const { parameterSetName: name } of sets) if (name !== ALL_PARAMETER_SETS) names.set(name.toUpperCase(), name);
  }
  return Array.from(names.values(), (name) => setNamed(name, parameters));
}

function setsOrOne(parameters: readonly ParameterMetadata[]): readonly ParameterSet[] {
  const sets = setsOf(parameters);
  return sets.length > 0 ? sets : [setNamed(ALL_PARAMETER_SETS, parameters)];
}

function setNamed(name: string, parameters: readonly ParameterMetadata[]): ParameterSet {
  const members = new Map<ParameterMetadata, SetFacts>();
  for (const parameter of parameters) {
    const facts = [name, ALL_PARAMETER_SETS]
      .map((wanted) => parameter.sets.find(({ parameterSetName }) => sameName(parameterSetName, wanted)))
      .find((found) => found !== undefined);
    if (facts !== undefined) members.set(parameter, facts);
  }
  const mandatory = new Set([...members].filter(([, facts]) => facts.mandatory).map(([parameter]) => parameter));
  return { name, parameters: members, mandatory };
}

function* pairs<T>(list: readonly T[]): Generator<readonly [T, T]> {
  for (const [index, left] of list.entries()) for (const right of list.slice(index + 1)) yield [left, right];
}

function within(
  inner: Pick<ReadonlySet<ParameterMetadata>, 'keys'>,
  outer: { has(parameter: ParameterMetadata): boolean },
): boolean {
  return [...inner.keys()].every((parameter) => outer.has(parameter));
}

function sameName(left: string, right: string | undefined): boolean {
  return left.toUpperCase() === right?.toUpperCase();
}
