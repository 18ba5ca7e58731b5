import type { ParameterType } from '../../declare/types/parameter-type.js';

/** Whether a parameter of the type can hold null. If not, assigning null is `ParameterBindingFailed / WriteError`. */
export function canBeNull(type: ParameterType): boolean {
  switch (type.kind) {
    case 'integer':
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'switch':
    case 'char':
    case 'date':
    case 'duration':
    case 'guid':
    case 'enum':
      return false;
    default:
      return true;
  }
}
