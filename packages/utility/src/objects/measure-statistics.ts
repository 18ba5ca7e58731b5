import { ConversionException, compareValues, convertTo, Double, textOfValue } from '@cmdlet/core';

/** What is wanted of the values that are measured. */
export interface WantedStatistics {
  readonly numbers: boolean;
  readonly minimum: boolean;
  readonly maximum: boolean;
  readonly text: boolean;
  readonly ignoreWhiteSpace: boolean;
}

/** The running figures of one property. */
export class MeasureStatistics {
  count = 0;
  sum = 0;
  maximum: unknown = null;
  minimum: unknown = null;
  lines = 0;
  words = 0;
  characters = 0;
  /** Of the numbers so far, by Welford's method: the mean, and the sum of squares of the distances from it. */
  #mean = 0;
  #squares = 0;

  /** @returns false for a value that is no number, where numbers are wanted */
  add(value: unknown, wanted: WantedStatistics): boolean {
    this.count++;
    if (wanted.text) this.#addText(textOfValue(value), wanted.ignoreWhiteSpace);
    if (wanted.numbers) {
      const number = toNumber(value);
      if (number === undefined) return false;
      this.#addNumber(number);
    }
    if (wanted.minimum && isBeyond(value, this.minimum, -1)) this.minimum = value;
    if (wanted.maximum && isBeyond(value, this.maximum, 1)) this.maximum = value;
    return true;
  }

  get average(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }

  get standardDeviation(): number {
    return this.count < 2 ? 0 : Math.sqrt(this.#squares / (this.count - 1));
  }

  #addNumber(number: number): void {
    this.sum += number;
    const distance = number - this.#mean;
    this.#mean += distance / this.count;
    this.#squares += distance * (number - this.#mean);
  }

  #addText(text: string, ignoreWhiteSpace: boolean): void {
    this.characters += ignoreWhiteSpace ? text.replace(/\s/g, '').length : text.length;
    this.words += text.match(/\S+/g)?.length ?? 0;
    if (text !== '') this.lines += text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  }
}

/** The number that a value means; undefined if it means none. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  try {
    return convertTo(value, Double);
  } catch (error) {
    if (ConversionException.is(error)) return undefined;
    throw error;
  }
}

/** Whether a value lies beyond the one that lay farthest so far; what can be a number is compared as such. */
function isBeyond(value: unknown, farthest: unknown, direction: 1 | -1): boolean {
  if (farthest === null) return true;
  if (value === null || value === undefined) return direction === -1 && compareValues(value, farthest) < 0;
  const [left, right] = [toNumber(value) ?? value, toNumber(farthest) ?? farthest];
  const sameType = typeof left === typeof right;
  const order = sameType
    ? compareValues(left, right, { caseSensitive: true })
    : compareValues(textOfValue(left), textOfValue(right), { caseSensitive: true });
  return order * direction > 0;
}
