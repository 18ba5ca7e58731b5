import { CmdletException, type ErrorRecord, type TextComparison } from '@cmdlet/core';
import type { CalculatedProperty } from './calculated-property.js';
import { compareObjects } from './compare-objects.js';
import { NO_PROPERTY, PropertyExpression } from './property-expression.js';

/** A record with the values it is ordered by; the record itself where no property is named. */
export interface OrderEntry {
  readonly record: unknown;
  /** One per property, {@link NO_PROPERTY} for those it lacks. */
  readonly values: readonly unknown[];
}

/** How entries are ordered. */
export interface Ordering extends TextComparison {
  /** From high to low, where a property does not say otherwise. */
  readonly descending?: boolean;
}

/**
 * The record with the values of its properties. What cannot be read is null, and an error.
 *
 * @param report takes the errors `ExpressionEvaluation`
 */
export function orderEntryOf(
  record: unknown,
  properties: readonly CalculatedProperty[],
  report: (error: ErrorRecord) => void,
): OrderEntry {
  if (properties.length === 0) return { record, values: [record] };
  return {
    record,
    values: properties.map(({ expression }) => {
      try {
        return expression.valueIn(record);
      } catch (cause) {
        report(evaluationError(cause, record));
        return null;
      }
    }),
  };
}

/** The order of two entries, value by value; what lacks a property comes last, whichever the direction. */
export function entryComparer(
  properties: readonly CalculatedProperty[],
  ordering: Ordering,
): (left: OrderEntry, right: OrderEntry) => number {
  const { descending: _, ...comparison } = ordering;
  const signs = signsOf(properties, ordering);
  const compareAt = (left: OrderEntry, right: OrderEntry, index: number): number => {
    const [first, second] = [left.values[index], right.values[index]];
    if (first === NO_PROPERTY || second === NO_PROPERTY) {
      return Number(first === NO_PROPERTY) - Number(second === NO_PROPERTY);
    }
    return compareObjects(first, second, comparison) * (signs[index] ?? 1);
  };
  if (signs.length === 1) return (left, right) => compareAt(left, right, 0);
  return (left, right) => {
    for (let index = 0; index < signs.length; index++) {
      const order = compareAt(left, right, index);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** The entries in order, by the rules of {@link entryComparer}; equal ones keep their order. */
export function sortEntries(
  entries: readonly OrderEntry[],
  properties: readonly CalculatedProperty[],
  ordering: Ordering,
): OrderEntry[] {
  const sign = properties.length > 1 || entries.length === 0 ? undefined : signsOf(properties, ordering)[0];
  // Numbers alone need no rules, and are what is mostly sorted by where there is much to sort.
  if (sign !== undefined && entries.every(({ values }) => Number.isFinite(values[0]))) {
    return [...entries].sort((left, right) => ((left.values[0] as number) - (right.values[0] as number)) * sign);
  }
  return [...entries].sort(entryComparer(properties, ordering));
}

/** Puts in the place of each wildcard the properties of that name that any of the records has, in order of their names. */
export function expandWildcards(
  properties: readonly CalculatedProperty[],
  records: readonly unknown[],
): readonly CalculatedProperty[] {
  return properties.flatMap((property) => {
    if (!property.expression.isWildcard) return [property];
    const names = new Map<string, string>();
    for (const record of records) {
      for (const name of property.expression.namesIn(record)) names.set(name.toUpperCase(), name);
    }
    const sorted = [...names].sort(([left], [right]) => (left < right ? -1 : 1));
    return sorted.map(([, name]) => ({ ...property, expression: new PropertyExpression(name) }));
  });
}

function signsOf(properties: readonly CalculatedProperty[], { descending = false }: Ordering): readonly (1 | -1)[] {
  return properties.length === 0 ? [descending ? -1 : 1] : properties.map((each) => signOf(each, descending));
}

/** Where both are said and mean the opposite of each other, neither counts. */
function signOf({ ascending, descending }: CalculatedProperty, otherwise: boolean): 1 | -1 {
  const contradicts = ascending !== undefined && ascending === descending;
  const isAscending = contradicts ? undefined : (ascending ?? (descending === undefined ? undefined : !descending));
  return (isAscending ?? !otherwise) ? 1 : -1;
}

function evaluationError(cause: unknown, record: unknown): ErrorRecord {
  const message = cause instanceof Error ? cause.message : String(cause);
  const facts = { errorId: 'ExpressionEvaluation', category: 'InvalidResult', target: record, cause } as const;
  return new CmdletException(message, facts).errorRecord;
}
