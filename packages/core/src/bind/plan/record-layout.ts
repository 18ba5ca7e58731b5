/**
 * Where in a record the binder found what it has just bound, and what other records must look like to be bound alike.
 *
 * The values themselves are looked at in each record. What decides beside them is which properties there are: a
 * property that is missing, or one more, changes what is bound.
 *
 * - Where no parameter goes by name, the record itself is the value, whatever it looks like.
 * - A record without properties gives nothing by name, and neither does any other such record.
 * - Objects of one prototype have the same accessors. A parameter that goes by its property's own spelling reads just
 *   that: it is the record's own, or not there, unless the prototype has it too.
 * - For all else (an alias, another case, an accessor, a parameter that must stay unbound) the keys must be the same.
 *
 * What cannot be told apart at this price: a property that somebody has made non-enumerable on a plain object.
 */
import { sameName } from '../../declare/names.js';
import type { CommandBinding } from '../command-binding.js';
import { isInstanceOf } from '../convert/is-instance-of.js';
import { propertyKey } from '../record-property.js';
import type { InputParameter } from '../record-state.js';
import type { RecordLayout, RecordSlot } from './record-slot.js';
import { valueTestOf } from './value-test.js';

/**
 * The layout of the record that is bound right now; undefined where records like it may be bound in different ways, or
 * a parameter needs more than a look at its value.
 */
export function recordLayout(binding: CommandBinding, cmdlet: object, record: unknown): RecordLayout | undefined {
  const { recordState, recordParameters } = binding;
  const { inputParameters, severalSets, prioritisedSet, delayedValues, defaultsPending } = recordState;
  if (severalSets || prioritisedSet || delayedValues || defaultsPending || isBoxed(record)) return undefined;
  const bound = inputParameters.filter(({ parameter }) => recordParameters.includes(parameter));
  const others = inputParameters.filter((input) => !bound.includes(input));
  if (bound.length === 0 || bound.length !== recordParameters.length) return undefined;
  if (others.some(({ byValue, parameter }) => byValue || propertyKey(record, parameter) !== undefined))
    return undefined;
  const slots: RecordSlot[] = [];
  for (const input of bound) {
    const slot = slotOf(input, record, cmdlet);
    if (slot === undefined) return undefined;
    slots.push(slot);
  }
  return layoutOf(slots.sort(byValueFirst), record, others.length === 0);
}

/** The order in which the binder binds what fits as it is. */
function byValueFirst(one: RecordSlot, other: RecordSlot): number {
  return Number(one.key !== undefined) - Number(other.key !== undefined);
}

function layoutOf(slots: readonly RecordSlot[], record: unknown, allBound: boolean): RecordLayout | undefined {
  if (allBound && slots.every(({ key }) => key === undefined)) return { slots, shape: 'any', keys: undefined };
  if (typeof record !== 'object' || record === null) return { slots, shape: 'bare', keys: undefined };
  if (allBound && slots.every((slot) => isOwn(slot, record))) return { slots, shape: 'object', keys: undefined };
  const keys = Object.keys(record);
  return hasOther(record, keys) ? undefined : { slots, shape: 'object', keys };
}

/** Where a bound parameter has its value from; undefined if a compiled step could not give it the same. */
function slotOf(
  { parameter, byValue, byName }: InputParameter,
  record: unknown,
  cmdlet: object,
): RecordSlot | undefined {
  const property = Object.getOwnPropertyDescriptor(cmdlet, parameter.property);
  if (parameter.origin !== 'declared' || property?.writable !== true) return undefined;
  if (valueTestOf(parameter, 'value', 0) === undefined) return undefined;
  if (byValue && isInstanceOf(record, parameter.type)) return { parameter, key: undefined };
  const key = byName ? propertyKey(record, parameter) : undefined;
  return key === undefined ? undefined : { parameter, key };
}

/** Whether a value is the record, or a property that is read by name alone: the record's own, or not there. */
function isOwn({ key, parameter }: RecordSlot, record: object): boolean {
  if (key === undefined) return true;
  const prototype: unknown = Object.getPrototypeOf(record);
  return (
    key === parameter.property &&
    sameName(key, parameter.name) &&
    !(typeof prototype === 'object' && prototype !== null && key in prototype)
  );
}

/** Whether enumerating the record gives more than its own keys. */
function hasOther(record: object, keys: readonly string[]): boolean {
  let count = 0;
  for (const key in record) if (key !== keys[count++]) return true;
  return count !== keys.length;
}

/** A boxed value may be bound as the value inside, or by its properties. */
function isBoxed(record: unknown): boolean {
  return record instanceof Number || record instanceof String || record instanceof Boolean;
}
