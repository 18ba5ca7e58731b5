import { ALL_PARAMETER_SETS, type ParameterMetadata, type ParameterSetMetadata } from '../declare/metadata.js';
import type { ParameterType } from '../declare/types/parameter-type.js';
import { canBeNull } from './convert/can-be-null.js';
import { intersect, isEmpty, overlap, type ParameterSetMask, unite } from './parameter-set-mask.js';

/** What a parameter is in one of its sets. */
export interface BindableSet {
  /** The bit of the set; empty for all sets. */
  readonly mask: ParameterSetMask;
  readonly inAllSets: boolean;
  readonly mandatory: boolean;
  readonly position: number | undefined;
  readonly byValue: boolean;
  readonly byName: boolean;
  readonly remaining: boolean;
  readonly helpMessage: string | undefined;
}

/** What a parameter is in all of its sets together. */
export interface BindableSets {
  readonly sets: readonly BindableSet[];
  /** Named sets it belongs to. */
  readonly mask: ParameterSetMask;
  /** Named sets in which it is mandatory. */
  readonly mandatorySets: ParameterSetMask;
  readonly inAllSets: boolean;
  /** Mandatory in some set. */
  readonly mandatory: boolean;
  /** Mandatory whichever set is chosen. */
  readonly mandatoryInAllSets: boolean;
  readonly takesInput: boolean;
  readonly positional: boolean;
  readonly remaining: boolean;
}

/** One parameter, prepared for questions about sets. */
export class BindableParameter implements BindableSets {
  /** Shown name. */
  readonly name: string;
  readonly sets: readonly BindableSet[];
  readonly mask: ParameterSetMask;
  readonly mandatorySets: ParameterSetMask;
  readonly inAllSets: boolean;
  readonly mandatory: boolean;
  readonly mandatoryInAllSets: boolean;
  readonly takesInput: boolean;
  readonly positional: boolean;
  readonly remaining: boolean;
  readonly isSwitch: boolean;
  readonly canBeNull: boolean;
  /** Null is given to its transformations although they do not ask for it. */
  readonly transformsNull: boolean;
  /** A function given by name is run per record, where the parameter takes pipeline input. */
  readonly delaysFunctions: boolean;
  /** Declared by the author, not by the engine: wins abbreviations. */
  readonly own: boolean;

  constructor(
    readonly metadata: ParameterMetadata,
    /** Place in the command's merge order. */
    readonly index: number,
    sets: BindableSets,
  ) {
    this.name = metadata.name;
    this.sets = sets.sets;
    this.mask = sets.mask;
    this.mandatorySets = sets.mandatorySets;
    this.inAllSets = sets.inAllSets;
    this.mandatory = sets.mandatory;
    this.mandatoryInAllSets = sets.mandatoryInAllSets;
    this.takesInput = sets.takesInput;
    this.positional = sets.positional;
    this.remaining = sets.remaining;
    this.isSwitch = metadata.type.kind === 'switch';
    this.canBeNull = canBeNull(metadata.type);
    this.transformsNull = this.mandatory || metadata.validations.some((rule) => NULL_RULES.has(rule.kind));
    this.delaysFunctions = metadata.delayBind || !holdsFunctions(metadata.type);
    this.own = metadata.origin === 'declared' || metadata.origin === 'dynamic';
  }

  /** Whether it belongs to one of the sets. */
  isIn(sets: ParameterSetMask): boolean {
    return this.inAllSets || overlap(this.mask, sets);
  }

  /** Whether it may come from the pipeline in one of the sets. */
  takesInputIn(sets: ParameterSetMask): boolean {
    return this.takesInput && this.sets.some((set) => (set.byValue || set.byName) && matches(set, sets));
  }

  /** What it is in the sets: the one named set that fits first, else what it is in all sets. */
  setIn(sets: ParameterSetMask): BindableSet | undefined {
    return this.sets.find((set) => overlap(set.mask, sets)) ?? this.sets.find((set) => set.inAllSets);
  }

  /** Whether it is mandatory in one of the sets. */
  isMandatoryIn(sets: ParameterSetMask): boolean {
    return this.mandatoryInAllSets || !isEmpty(intersect(this.mandatorySets, sets));
  }
}

/** What a parameter of these sets is. */
export function bindableSets(
  declared: readonly ParameterSetMetadata[],
  maskOf: (parameterSetName: string) => ParameterSetMask,
  none: ParameterSetMask,
): BindableSets {
  const sets = declared.map((set): BindableSet => {
    const inAllSets = isAllParameterSets(set.parameterSetName);
    return {
      mask: inAllSets ? none : maskOf(set.parameterSetName),
      inAllSets,
      mandatory: set.mandatory,
      position: set.position,
      byValue: set.valueFromPipeline,
      byName: set.valueFromPipelineByPropertyName,
      remaining: set.valueFromRemainingArguments,
      helpMessage: set.helpMessage,
    };
  });
  return {
    sets,
    mask: sets.reduce((mask, set) => unite(mask, set.mask), none),
    mandatorySets: sets.reduce((mask, set) => (set.mandatory ? unite(mask, set.mask) : mask), none),
    inAllSets: sets.some((set) => set.inAllSets),
    mandatory: sets.some((set) => set.mandatory),
    mandatoryInAllSets: sets.some((set) => set.inAllSets && set.mandatory),
    takesInput: sets.some((set) => set.byValue || set.byName),
    positional: sets.some((set) => set.position !== undefined && !set.remaining),
    remaining: sets.some((set) => set.remaining),
  };
}

/** Whether what a parameter is in one set counts for some sets. */
export function matches(set: BindableSet, sets: ParameterSetMask): boolean {
  return set.inAllSets || overlap(set.mask, sets);
}

/** Whether a name of a set, or its absence, means all sets. */
export function isAllParameterSets(name: string): boolean {
  return name === ALL_PARAMETER_SETS || name === '' || name.toLowerCase() === ALL_PARAMETER_SETS.toLowerCase();
}

const NULL_RULES: ReadonlySet<string> = new Set([
  'ValidateNotNull',
  'ValidateNotNullOrEmpty',
  'ValidateNotNullOrWhiteSpace',
]);

function holdsFunctions(type: ParameterType): boolean {
  switch (type.kind) {
    case 'any':
    case 'scriptBlock':
    case 'type':
      return true;
    case 'array':
    case 'set':
    case 'nullable':
      return holdsFunctions(type.element);
    default:
      return false;
  }
}
