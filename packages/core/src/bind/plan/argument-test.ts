import type { ParameterMetadata } from '../../declare/metadata.js';
import type { ParameterType } from '../../declare/types/parameter-type.js';
import type { ValidationMetadata } from '../../declare/validation-metadata.js';
import type { BindableParameter } from '../bindable-parameter.js';
import { isBuilt, type Tester, testerOf } from '../convert/is-instance-of.js';
import { checkNullOrEmpty } from '../validate/check-null-or-empty.js';
import { validateArgument } from '../validate/validate-argument.js';

/** Whether the binder would bind an argument of the command line as it is, and find nothing to say. */
export type ArgumentTest = (value: unknown) => boolean;

/**
 * The test of the arguments for a parameter. It may refuse values that the binder accepts, never the other way round.
 *
 * @returns undefined for a parameter that always needs the binder
 */
export function argumentTestOf(parameter: BindableParameter): ArgumentTest | undefined {
  const { metadata, takesInput, mandatory } = parameter;
  const { type, validations } = metadata;
  if (needsBinder(metadata)) return undefined;
  const hasType = typeTestOf(type);
  const isSimple = SIMPLE.has(type.kind) && validations.length === 0 && !(mandatory && type.kind === 'string');
  if (isSimple) return hasType;
  return (value) => {
    if (value === undefined || value === null || !hasType(value)) return false;
    if (takesInput && typeof value === 'function') return false;
    return !isBoxed(value) && isAccepted(value, metadata, mandatory);
  };
}

/** Types whose values are no objects and no functions, and have no more to look at than their type. */
const SIMPLE: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'bigint', 'boolean', 'switch']);

function needsBinder({ type, transformations, typeName, obsolete, validations }: ParameterMetadata): boolean {
  if (transformations.length > 0 || typeName !== undefined || obsolete !== undefined) return true;
  return validations.some(hasEffects) || (validations.length > 0 && mayHoldIterators(type));
}

function hasEffects(rule: ValidationMetadata): boolean {
  if (rule.kind === 'ValidateSet') return typeof rule.values === 'function';
  return rule.kind === 'ValidateScript' || rule.kind === 'Validate';
}

/** To validate an iterator is to use it up. */
function mayHoldIterators({ kind }: ParameterType): boolean {
  return kind === 'any' || kind === 'class' || kind === 'nullable';
}

/** A list must be the very list that the parameter holds, not one that could be made into it. */
function typeTestOf(type: ParameterType): Tester {
  if (type.kind === 'nullable') return typeTestOf(type.element);
  return type.kind === 'array' || type.kind === 'set' ? (value) => isBuilt(value, type) : testerOf(type);
}

function isBoxed(value: unknown): boolean {
  return value instanceof Number || value instanceof String || value instanceof Boolean;
}

function isAccepted(value: unknown, metadata: ParameterMetadata, mandatory: boolean): boolean {
  try {
    if (validateArgument(value, metadata) !== value) return false;
    if (mandatory) checkNullOrEmpty(value, metadata);
    return true;
  } catch {
    return false;
  }
}
