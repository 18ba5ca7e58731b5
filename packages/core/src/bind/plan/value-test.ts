import type { ParameterMetadata } from '../../declare/metadata.js';
import type { ValidationMetadata } from '../../declare/validation-metadata.js';

/** Source of an expression that is true for values that need neither conversion nor a closer look. */
export interface ValueTest {
  readonly source: string;
  /** Objects that the expression refers to as `constants[n]`. */
  readonly constants: readonly unknown[];
}

/**
 * A test that a value is exactly what a parameter wants: type, validations, emptiness.
 *
 * It may refuse values that the binder accepts, never the other way round. Undefined where there is no such test.
 *
 * @param value name of the variable that holds the value
 * @param offset number of constants that other tests use already
 */
export function valueTestOf(parameter: ParameterMetadata, value: string, offset: number): ValueTest | undefined {
  if (needsBinder(parameter)) return undefined;
  const constants: unknown[] = [];
  const constant = (object: unknown): string => `constants[${offset + constants.push(object) - 1}]`;
  const type = typeTest(parameter, value, constant);
  if (type === undefined) return undefined;
  const rules = parameter.validations.map((rule) => ruleTest(rule, parameter, value));
  if (rules.includes(undefined)) return undefined;
  return { source: [type, ...rules].filter((part) => part !== '').join(' && '), constants };
}

/** What a straight line of tests and an assignment cannot do. */
function needsBinder({ transformations, typeName, obsolete }: ParameterMetadata): boolean {
  return transformations.length > 0 || typeName !== undefined || obsolete !== undefined;
}

function typeTest(
  { type, sets, allowEmptyString }: ParameterMetadata,
  value: string,
  constant: (object: unknown) => string,
): string | undefined {
  switch (type.kind) {
    case 'any':
      return `${value} !== undefined && ${value} !== null`;
    case 'string': {
      const mayBeEmpty = allowEmptyString || !sets.some(({ mandatory }) => mandatory);
      return `typeof ${value} === 'string'${mayBeEmpty ? '' : ` && ${value} !== ''`}`;
    }
    case 'number':
      return `typeof ${value} === 'number'`;
    case 'integer':
      return `typeof ${value} === 'number' && ${integerTest(value, type.min, type.max)}`;
    case 'bigint':
      return `typeof ${value} === 'bigint'`;
    case 'boolean':
    case 'switch':
      return `typeof ${value} === 'boolean'`;
    case 'date':
      return `${value} instanceof Date`;
    case 'class':
      return `${value} instanceof ${constant(type.class)}`;
    default:
      return undefined;
  }
}

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;

function integerTest(value: string, min: number, max: number): string {
  if (min === INT32_MIN && max === INT32_MAX) return `(${value} | 0) === ${value}`;
  return `Number.isInteger(${value}) && ${value} >= ${min} && ${value} <= ${max}`;
}

/** Empty for a rule that the type test implies; undefined for one that needs the validator itself. */
function ruleTest(rule: ValidationMetadata, { type }: ParameterMetadata, value: string): string | undefined {
  const numeric = type.kind === 'number' || type.kind === 'integer';
  switch (rule.kind) {
    case 'ValidateRange':
      if (!numeric || typeof rule.min !== 'number' || typeof rule.max !== 'number') return undefined;
      return `${value} >= ${rule.min} && ${value} <= ${rule.max}`;
    case 'ValidateRangeKind':
      return numeric ? `${value} ${RANGE_OPERATOR[rule.rangeKind]} 0` : undefined;
    case 'ValidateLength':
      if (type.kind !== 'string') return undefined;
      return `${value}.length >= ${rule.minLength} && ${value}.length <= ${rule.maxLength}`;
    case 'ValidateNotNull':
      return isSingle(type.kind) ? '' : undefined;
    case 'ValidateNotNullOrEmpty':
      if (type.kind === 'string') return `${value} !== ''`;
      return isSingle(type.kind) ? '' : undefined;
    default:
      return undefined;
  }
}

/** Whether its values have no elements that a rule would look at one by one. */
function isSingle(kind: ParameterMetadata['type']['kind']): boolean {
  return SINGLE.has(kind);
}

const SINGLE: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'bigint', 'boolean', 'switch', 'date']);

const RANGE_OPERATOR = { Positive: '>', NonNegative: '>=', Negative: '<', NonPositive: '<=' } as const;
