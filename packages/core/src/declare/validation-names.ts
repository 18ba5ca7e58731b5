import type { ParameterMetadata } from './metadata.js';
import type { RangeLimit, ValidationMetadata } from './validation-metadata.js';

/** What is checked about a parameter's value, in words for listings: `ValidateRange(1..9)`, `AllowNull`. */
export function validationNames(parameter: ParameterMetadata): readonly string[] {
  return [
    ...(parameter.allowNull ? ['AllowNull'] : []),
    ...(parameter.allowEmptyString ? ['AllowEmptyString'] : []),
    ...(parameter.allowEmptyCollection ? ['AllowEmptyCollection'] : []),
    ...parameter.validations.map(validationName),
  ];
}

function validationName(validation: ValidationMetadata): string {
  switch (validation.kind) {
    case 'ValidateLength':
      return `ValidateLength(${validation.minLength}..${validation.maxLength})`;
    case 'ValidateCount':
      return `ValidateCount(${validation.minCount}..${validation.maxCount})`;
    case 'ValidateRange':
      return `ValidateRange(${limitText(validation.min)}..${limitText(validation.max)})`;
    case 'ValidateRangeKind':
      return `ValidateRange(${validation.rangeKind})`;
    case 'ValidatePattern':
      return `ValidatePattern(${validation.pattern.source})`;
    case 'ValidateSet':
      return typeof validation.values === 'function' ? 'ValidateSet' : `ValidateSet(${validation.values.join(', ')})`;
    case 'ValidateDrive':
      return `ValidateDrive(${validation.drives.join(', ')})`;
    case 'Validate':
      return validation.name;
    default:
      return validation.kind;
  }
}

function limitText(limit: RangeLimit): string {
  return limit instanceof Date ? limit.toISOString() : String(limit);
}
