import type { CommandMetadata, ParameterMetadata } from '../../declare/metadata.js';
import type { CommandBinding } from '../command-binding.js';
import { recordLayout } from './record-layout.js';
import { MISFIT, type RecordLayout, type RecordStep } from './record-slot.js';
import { stepSource } from './step-source.js';
import { stepWithoutCode } from './step-without-code.js';

export { MISFIT, type RecordStep } from './record-slot.js';

/**
 * A step for records that look like one the binder has just bound: same parameters, from the same places, without
 * conversion. Straight-line code, made once per command and layout of records and shared by all its runs, so that it
 * is as fast as code an author would write by hand.
 *
 * Undefined where a record may choose a parameter set, where functions or user defaults wait for records, or where
 * a parameter needs more than a look at its value. Records then go through the binder one by one.
 *
 * @param record the record that is bound right now
 */
export function compileRecordStep(binding: CommandBinding, cmdlet: object, record: unknown): RecordStep | undefined {
  const layout = recordLayout(binding, cmdlet, record);
  if (layout === undefined) return undefined;
  if (!canMakeCode()) return stepWithoutCode(layout, binding, record);
  const prototype: unknown = layout.shape === 'object' ? Object.getPrototypeOf(record) : undefined;
  const usesProto = layout.shape !== 'object' || hasProto(Object(record) as object, prototype);
  const parameters = layout.slots.map(({ parameter }) => parameter);
  return shared(binding.command, cmdlet, layout, usesProto)?.(binding, parameters, prototype);
}

/**
 * Whether `__proto__` tells objects like the record from all other values: not if the record has a property called so,
 * or inherits nothing, or from where values inherit that are no such objects.
 */
function hasProto(record: object, prototype: unknown): boolean {
  if (Object.hasOwn(record, '__proto__') || OF_OTHER_VALUES.has(prototype)) return false;
  return Reflect.get(record, '__proto__') === prototype;
}

const OF_OTHER_VALUES: ReadonlySet<unknown> = new Set(
  [Boolean, Number, String, BigInt, Symbol, Function].map(({ prototype }): unknown => prototype),
);

type StepFactory = (
  binding: CommandBinding,
  parameters: readonly ParameterMetadata[],
  prototype: unknown,
) => RecordStep;

/** Factories by command and layout. A command has few layouts; where there are many, the oldest is forgotten. */
const factories = new WeakMap<CommandMetadata, Map<string, StepFactory | undefined>>();
const MOST_LAYOUTS = 64;

function shared(
  command: CommandMetadata,
  cmdlet: object,
  layout: RecordLayout,
  usesProto: boolean,
): StepFactory | undefined {
  const layouts = factories.get(command) ?? new Map<string, StepFactory | undefined>();
  factories.set(command, layouts);
  const hasProcess = 'processRecord' in cmdlet;
  const slots = layout.slots.map(({ parameter, key }) => [parameter.name, key ?? null]);
  const name = JSON.stringify([slots, layout.shape, layout.keys ?? null, usesProto, hasProcess]);
  if (!layouts.has(name)) {
    for (const oldest of layouts.keys()) {
      if (layouts.size < MOST_LAYOUTS) break;
      layouts.delete(oldest);
    }
    layouts.set(name, makeFactory(layout, usesProto, hasProcess));
  }
  return layouts.get(name);
}

function makeFactory(layout: RecordLayout, usesProto: boolean, hasProcess: boolean): StepFactory | undefined {
  const step = stepSource(layout, usesProto, hasProcess);
  if (step === undefined) return undefined;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- Only where code may be made; of data it holds quoted names alone.
  const make = new Function(
    'binding',
    'parameters',
    'prototype',
    'MISFIT',
    'constants',
    `'use strict'; return function step(cmdlet, record) {\n${step.source}\n};`,
  ) as (...names: unknown[]) => RecordStep;
  return (binding, parameters, prototype) => make(binding, parameters, prototype, MISFIT, step.constants);
}

let codeAllowed: boolean | undefined;

/** Whether the process may make code from text; `--disallow-code-generation-from-strings` forbids it. */
function canMakeCode(): boolean {
  if (codeAllowed === undefined) {
    try {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- The question is whether this is allowed.
      codeAllowed = (new Function('return true') as () => unknown)() === true;
    } catch {
      codeAllowed = false;
    }
  }
  return codeAllowed;
}
