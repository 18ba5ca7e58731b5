import type { CmdletPart, OutputTypePart, ParameterPart } from './declaration-parts.js';
import type { Class } from './types/parameter-type.js';

/** Everything written on one class itself, base classes not included. */
export interface ClassDeclarations {
  /** By property, in the order on the page; within a property as the decorators were applied, innermost first. */
  readonly properties: Map<string, ParameterPart[]>;
  cmdlet: CmdletPart | undefined;
  /** Innermost first, as the two below. */
  readonly aliases: (readonly string[])[];
  readonly outputTypes: OutputTypePart[];
  obsolete: string | undefined;
}

/**
 * Declarations live on the decorated class under symbols of the global registry, not in a table of this module: a
 * process may hold the ESM and the CJS build of this package, and a class declared with one is read by the other.
 */
const DECLARATIONS = Symbol.for('@cmdlet/core/declarations');

/** TC39 decorators leave notes on `class[Symbol.metadata]`; no engine has that symbol yet, compilers look it up by this name. */
const CLASS_METADATA: symbol = polyfillSymbolMetadata();

/**
 * The declarations kept on an object, made on first use.
 *
 * @param holder a prototype, or the `metadata` of a TC39 decorator context
 */
export function declarationsOn(holder: object): ClassDeclarations {
  const existing = keptOn(holder);
  if (existing !== undefined) return existing;
  const made: ClassDeclarations = {
    properties: new Map(),
    cmdlet: undefined,
    aliases: [],
    outputTypes: [],
    obsolete: undefined,
  };
  Object.defineProperty(holder, DECLARATIONS, { value: made });
  return made;
}

/** Adds a part to a property's declaration. */
export function addParameterPart(holder: object, property: string, part: ParameterPart): void {
  const { properties } = declarationsOn(holder);
  const parts = properties.get(property);
  if (parts === undefined) properties.set(property, [part]);
  else parts.push(part);
}

/** What is declared on a class itself, and on the properties it declares, whatever the dialect. */
export function ownDeclarations(target: Class<object>): readonly ClassDeclarations[] {
  const holders = [
    Object.hasOwn(target, CLASS_METADATA) ? Reflect.get(target, CLASS_METADATA) : undefined,
    target.prototype,
  ];
  return holders.map((holder) => (isObject(holder) ? keptOn(holder) : undefined)).filter((kept) => kept !== undefined);
}

/** A class and its bases, most general first. */
export function lineageOf(target: Class<object>): readonly Class<object>[] {
  const lineage: Class<object>[] = [];
  for (let current: unknown = target; isClass(current); current = Object.getPrototypeOf(current))
    lineage.unshift(current);
  return lineage;
}

function keptOn(holder: object): ClassDeclarations | undefined {
  return Object.hasOwn(holder, DECLARATIONS) ? (Reflect.get(holder, DECLARATIONS) as ClassDeclarations) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isClass(value: unknown): value is Class<object> {
  return typeof value === 'function' && isObject(value.prototype);
}

function polyfillSymbolMetadata(): symbol {
  const existing: unknown = Reflect.get(Symbol, 'metadata');
  if (typeof existing === 'symbol') return existing;
  const made = Symbol.for('Symbol.metadata');
  Object.defineProperty(Symbol, 'metadata', { value: made });
  return made;
}
