import type { RecordLayout } from './record-slot.js';
import { valueTestOf } from './value-test.js';

/** Source of a compiled step, and the objects it refers to. */
export interface StepSource {
  readonly source: string;
  readonly constants: readonly unknown[];
}

/**
 * Writes the straight-line step for records of a layout: look at every value, then assign all, then run the process step.
 *
 * A record whose properties cannot be read is a misfit too, for the binder to say what is wrong with it. Undefined where
 * some parameter needs the binder itself.
 *
 * @param usesProto whether `record.__proto__` tells enough, which costs nothing as compiled code knows it
 */
export function stepSource(layout: RecordLayout, usesProto: boolean, hasProcess: boolean): StepSource | undefined {
  const { slots } = layout;
  const constants: unknown[] = [];
  const tests = shapeTest(layout, usesProto, constants);
  const values: string[] = [];
  for (const [index, { parameter, key }] of slots.entries()) {
    const value = key === undefined ? 'record' : `value${index}`;
    const test = valueTestOf(parameter, value, constants.length);
    if (test === undefined) return undefined;
    constants.push(...test.constants);
    if (key !== undefined) tests.push(`${value} = record[${JSON.stringify(key)}];`);
    tests.push(`if (!(${test.source})) return MISFIT;`);
    values.push(value);
  }
  const names = values.filter((value) => value !== 'record');
  const lines = [
    ...(names.length === 0 ? [] : [`let ${names.join(', ')};`]),
    'try {',
    ...tests,
    '} catch { return MISFIT; }',
    `if (!binding.isPrepared && !binding.prepareRecord(parameters, [${values.join(', ')}])) return MISFIT;`,
    ...slots.map(({ parameter }, index) => `cmdlet[${JSON.stringify(parameter.property)}] = ${values[index]};`),
    ...(hasProcess ? ['return cmdlet.processRecord();'] : []),
  ];
  return { source: lines.join('\n'), constants };
}

function shapeTest({ shape, keys }: RecordLayout, usesProto: boolean, constants: unknown[]): string[] {
  if (shape === 'any') return [];
  if (shape === 'bare') return [`if (typeof record === 'object') return MISFIT;`];
  return [
    usesProto
      ? 'if (record.__proto__ !== prototype) return MISFIT;'
      : `if (typeof record !== 'object' || Object.getPrototypeOf(record) !== prototype) return MISFIT;`,
    ...(keys === undefined ? [] : keyTest(keys, constants)),
  ];
}

/** The record has exactly these keys, in this order. Comparing keys is comparing pointers, so it costs a nanosecond each. */
function keyTest(keys: readonly string[], constants: unknown[]): string[] {
  const list = `constants[${constants.push(keys) - 1}]`;
  return [
    'let place = 0;',
    `for (const key in record) if (key !== ${list}[place++]) return MISFIT;`,
    `if (place !== ${keys.length}) return MISFIT;`,
  ];
}
