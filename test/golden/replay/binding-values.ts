import { DelayedBinding } from '../../../packages/core/src/bind/delayed-value.js';
import { Duration } from '../../../packages/core/src/declare/types/duration.js';
import type { ParameterType } from '../../../packages/core/src/declare/types/parameter-type.js';
import { typeByName } from '../../../packages/core/src/declare/types/type-by-name.js';
import { Version } from '../../../packages/core/src/declare/types/version.js';
import { NotApplicable } from './binding-case.js';
import { scriptBlock } from './binding-script.js';

type Tagged = Readonly<Record<string, unknown>>;

/** Turns a tagged value of the golden format into the TypeScript value that stands for it. */
export function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const tagged = value as Tagged;
  const tag = Object.keys(tagged).find((key) => Object.hasOwn(decoders, key));
  const decoder = tag === undefined ? undefined : decoders[tag];
  if (tag === undefined || decoder === undefined) {
    throw new NotApplicable(`there are no values of ${Object.keys(tagged)[0] ?? 'no tag'}`);
  }
  return decoder(tagged[tag], tagged);
}

const number = (content: unknown): number => Number(content);
const list = (content: unknown): unknown[] => (content as unknown[]).map(decode);

const decoders: Readonly<Record<string, (content: unknown, tagged: Tagged) => unknown>> = {
  $null: () => null,
  $nothing: () => undefined,
  $long: number,
  $double: number,
  $decimal: number,
  $char: (content) => content,
  $date: (content) => new Date(String(content)),
  $duration: (content) => Duration.parse(String(content)),
  $version: (content) => Version.parse(String(content)),
  $uri: (content) => addressOf(String(content)),
  $regex: (content) => new RegExp(String(content)),
  $clrType: (content) => typeByName(String(content)),
  $scriptblock: (content) => scriptBlock(String(content)),
  $switch: (content) => content,
  $enum: (content, { $of }) => String($of).split(',').indexOf(String(content)),
  $strings: list,
  $ints: list,
  $list: list,
  $lazy: (content) => list(content).values(),
  $hashtable: (content) => new Map(Object.entries(content as Tagged).map(([key, item]) => [key, decode(item)])),
  $object: (content, { $type }) => objectOf(content as Tagged, $type),
  $wrapped: (content, { $properties }) => withProperties(decode(content), ($properties ?? {}) as Tagged),
};

function addressOf(text: string): URL {
  if (!URL.canParse(text)) throw new NotApplicable('a URL is an absolute address');
  return new URL(text);
}

function objectOf(properties: Tagged, typeName: unknown): object {
  const object: object = typeof typeName === 'string' ? new { [typeName]: class {} }[typeName]!() : {};
  return addProperties(object, properties);
}

/** A value in an extended object: an object of its own with more properties, a boxed primitive if it has some. */
function withProperties(value: unknown, properties: Tagged): unknown {
  if (Object.keys(properties).length === 0 || value === null) return value;
  return addProperties(Object(value) as object, properties);
}

function addProperties(object: object, properties: Tagged): object {
  for (const [name, content] of Object.entries(properties)) {
    const throws = typeof content === 'object' && content !== null && '$getterThrows' in content;
    const getter = () => {
      throw new Error(String((content as Tagged).$getterThrows));
    };
    Object.defineProperty(object, name, {
      ...(throws ? { get: getter } : { value: decode(content), writable: true }),
      enumerable: true,
      configurable: true,
    });
  }
  return object;
}

/** Whether one of our values is the captured one. */
export function isCaptured(ours: unknown, captured: unknown, type?: ParameterType): boolean {
  const tagged =
    typeof captured === 'object' && captured !== null && !Array.isArray(captured) ? (captured as Tagged) : undefined;
  if (tagged !== undefined && '$delayed' in tagged) return ours instanceof DelayedBinding;
  if (tagged !== undefined && '$instance' in tagged) return isInstance(ours, tagged);
  if (type !== undefined && 'element' in type && type.kind === 'nullable') {
    return captured === null ? isNull(ours) : isCaptured(ours, captured, type.element);
  }
  const members = type?.kind === 'enum' ? type.members : undefined;
  if (members !== undefined && typeof captured === 'string') {
    const parts = captured
      .split(', ')
      .map((name) => members.find((member) => member.name === name)?.value ?? Number(name));
    return ours === parts.reduce<number>((sum, value) => sum + Number(value), 0);
  }
  const element = type !== undefined && 'element' in type ? type.element : undefined;
  const items = itemsOf(captured, tagged);
  if (items !== undefined) return isCapturedList(ours, items, element);
  return isSame(ours, decode(captured));
}

/** Whether a captured value is what .NET shows where nothing was bound. */
export function isZero(captured: unknown): boolean {
  if (captured === null || captured === 0 || captured === false || captured === '0') return true;
  if (typeof captured === 'string') return true;
  return ZEROS.has(JSON.stringify(captured));
}

const ZEROS = new Set([
  '{"$date":"0001-01-01T00:00:00"}',
  '{"$char":"\\u0000"}',
  '{"$duration":"00:00:00"}',
  '{"$decimal":"0"}',
  '{"$null":true}',
]);

function itemsOf(captured: unknown, tagged: Tagged | undefined): readonly unknown[] | undefined {
  if (Array.isArray(captured)) return captured as unknown[];
  const items = tagged?.$list ?? tagged?.$lazy ?? tagged?.$strings ?? tagged?.$ints;
  return Array.isArray(items) ? items : undefined;
}

function isCapturedList(ours: unknown, items: readonly unknown[], element: ParameterType | undefined): boolean {
  if (typeof ours !== 'object' || ours === null) return false;
  // An iterator cannot be looked into without being used up; that it is one must do.
  if (!Array.isArray(ours) && !(ours instanceof Set)) return Symbol.iterator in ours;
  const own = [...ours];
  return own.length === items.length && own.every((item, index) => isCaptured(item, items[index], element));
}

function isInstance(ours: unknown, { $instance, ...properties }: Tagged): boolean {
  if (typeof ours !== 'object' || ours === null || ours.constructor.name !== $instance) return false;
  return Object.entries(properties).every(([name, content]) => isCaptured(Reflect.get(ours, name), content));
}

function isSame(ours: unknown, other: unknown): boolean {
  if (isNull(ours) || isNull(other)) return isNull(ours) && isNull(other);
  if (typeof other === 'string') return ours === inOurNames(other);
  if (typeof ours === 'function' && typeof other === 'function') return String(ours) === String(other);
  if (typeof ours !== 'object' || typeof other !== 'object') return Object.is(ours, other);
  if (ours === null || other === null) return false;
  if (Array.isArray(other)) return isCapturedLists(ours, other);
  if (other instanceof Map) {
    return (
      ours instanceof Map && ours.size === other.size && [...other].every(([key, item]) => isSame(ours.get(key), item))
    );
  }
  if (other instanceof Date) return ours instanceof Date && ours.getTime() === other.getTime();
  if (other instanceof URL || other instanceof RegExp) return String(ours) === String(other);
  if (other instanceof Duration || other instanceof Version) return other.equals(ours);
  if (String(ours.valueOf()) !== String(other.valueOf())) return false;
  const names = Object.keys(other);
  return (
    names.length === Object.keys(ours).length &&
    names.every((name) => isSame(readable(ours, name), readable(other, name)))
  );
}

/** .NET's names of collection types, where they became text. */
function inOurNames(text: string): string {
  return text
    .replace(/System\.Collections\.Hashtable/g, 'Map')
    .replace(/System\.\w+\[\]|System\.Collections\.(?:ArrayList|Generic\.List`1\[[\w.]*\])/g, 'Array');
}

/** A property whose getter throws is the same as another such property. */
function readable(object: object, name: string): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(object, name);
  return descriptor?.get === undefined ? descriptor?.value : 'a getter';
}

function isCapturedLists(ours: object, other: readonly unknown[]): boolean {
  return Array.isArray(ours) && ours.length === other.length && other.every((item, index) => isSame(ours[index], item));
}

function isNull(value: unknown): boolean {
  return value === null || value === undefined;
}
