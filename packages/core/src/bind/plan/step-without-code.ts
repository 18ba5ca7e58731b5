import type { CommandBinding } from '../command-binding.js';
import { isInstanceOf } from '../convert/is-instance-of.js';
import { checkNullOrEmpty } from '../validate/check-null-or-empty.js';
import { validateArgument } from '../validate/validate-argument.js';
import { MISFIT, type RecordLayout, type RecordSlot, type RecordStep } from './record-slot.js';

/** The same as a compiled step where the process may not make code from text; about three times slower. */
export function stepWithoutCode(layout: RecordLayout, binding: CommandBinding, sample: unknown): RecordStep {
  const { slots } = layout;
  const values: unknown[] = [];
  const parameters = slots.map(({ parameter }) => parameter);
  const hasShape = shapeTest(layout, sample);
  return (cmdlet, record) => {
    try {
      if (!hasShape(record)) return MISFIT;
      for (const [index, slot] of slots.entries()) {
        const value = slot.key === undefined ? record : (record as Record<string, unknown>)[slot.key];
        if (!fits(slot, value)) return MISFIT;
        values[index] = value;
      }
    } catch {
      return MISFIT;
    }
    if (!binding.isPrepared && !binding.prepareRecord(parameters, values)) return MISFIT;
    const target = cmdlet as Record<string, unknown> & { processRecord?(): unknown };
    for (const [index, { parameter }] of slots.entries()) target[parameter.property] = values[index];
    return target.processRecord?.();
  };
}

function shapeTest({ shape, keys }: RecordLayout, sample: unknown): (record: unknown) => boolean {
  if (shape === 'any') return () => true;
  if (shape === 'bare') return (record) => typeof record !== 'object';
  const prototype: unknown = Object.getPrototypeOf(sample);
  return (record) => {
    if (typeof record !== 'object' || record === null || Object.getPrototypeOf(record) !== prototype) return false;
    if (keys === undefined) return true;
    let place = 0;
    for (const key in record) if (key !== keys[place++]) return false;
    return place === keys.length;
  };
}

function fits({ parameter }: RecordSlot, value: unknown): boolean {
  if (value === undefined || value === null || !isInstanceOf(value, parameter.type)) return false;
  validateArgument(value, parameter);
  checkNullOrEmpty(value, parameter);
  return true;
}
