import { enumerableElements } from '../convert/enumerable-elements.js';
import { countOfNoList, wrongCount } from './text.js';
import { broken, type Validator } from './validator.js';

/** `ValidateCount`: the number of elements, or of a dictionary's entries; null counts 0. */
export function countValidator({ minCount, maxCount }: { minCount: number; maxCount: number }): Validator {
  return (value) => {
    const count = countOf(value);
    if (count === undefined) throw broken('NotAnArrayParameter', countOfNoList(value));
    if (count < minCount || count > maxCount) {
      const errorId = minCount === maxCount ? 'ValidateCountExactFailure' : 'ValidateCountMinMaxFailure';
      throw broken(errorId, wrongCount(count, minCount, maxCount));
    }
    return value;
  };
}

function countOf(value: unknown): number | undefined {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) return value.length;
  if (value instanceof Map || value instanceof Set) return value.size;
  const elements = enumerableElements(value);
  return elements && [...elements].length;
}
