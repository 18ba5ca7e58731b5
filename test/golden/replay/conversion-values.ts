import { Duration } from '../../../packages/core/src/declare/types/duration.js';
import type { ParameterType } from '../../../packages/core/src/declare/types/parameter-type.js';
import { Version } from '../../../packages/core/src/declare/types/version.js';
import { classes, enums } from './conversion-fixtures.js';
import { NotApplicable, typeNamed } from './conversion-types.js';

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

/** The tag of a value, if it has one. */
export function tagOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.keys(value).find((key) => key.startsWith('$'));
}

/** Whether a value contains a tag anywhere. */
export function mentions(value: unknown, tag: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, tag) || Object.values(value).some((part) => mentions(part, tag));
}

type Decoder = (content: unknown, tagged: Tagged) => unknown;

const decodeInteger: Decoder = (content) => {
  const number = Number(content);
  return Number.isSafeInteger(number) ? number : BigInt(String(content));
};
const decodeList: Decoder = (content) => (content as unknown[]).map(decode);

const decoders: Readonly<Record<string, Decoder>> = {
  $none: () => undefined,
  $long: decodeInteger,
  $uint: decodeInteger,
  $ulong: decodeInteger,
  $short: decodeInteger,
  $ushort: decodeInteger,
  $byte: decodeInteger,
  $sbyte: decodeInteger,
  $double: (content) => Number(content),
  $bigint: (content) => BigInt(String(content)),
  $char: (content) => content,
  $date: (content, { kind }) => dateOf(String(content), kind === 'local'),
  $duration: (content) => Duration.parse(String(content)),
  $enum: (content, { of }) => enumValue(content, String(of)),
  $array: decodeList,
  $bytes: (content) => Uint8Array.from(content as number[]),
  $list: decodeList,
  $arraylist: decodeList,
  $set: (content) => new Set((content as unknown[]).map(decode)),
  $queue: (content) => new Queue((content as unknown[]).map(decode)),
  // The result of a conversion to a set is written as a sequence, with its class.
  $iterator: (content, tagged) => {
    const items = (content as unknown[]).map(decode);
    return String(tagged.class).startsWith('HashSet') ? new Set(items) : items.values();
  },
  $hashtable: decodeMap,
  $ordered: decodeMap,
  $map: decodeMap,
  $object: (content) =>
    Object.fromEntries(Object.entries(content as Tagged).map(([name, part]) => [name, decode(part)])),
  $new: (content, { props }) => instanceOf(String(content), (props ?? {}) as Tagged),
  $script: (content) => Object.assign(() => undefined, { toString: () => String(content) }),
  $switch: (content) => content,
  $typeref: (content) => typeNamed(String(content)),
  $version: (content) => Version.parse(String(content)),
  $uri: (content) => addressOf(String(content)),
  $guid: (content) => content,
  $regex: (content) => new RegExp(String(content)),
  $wrapped: decode,
  $extended: decode,
};

/** A collection that is no array and can be read again. */
class Queue implements Iterable<unknown> {
  readonly #items: readonly unknown[];
  constructor(items: readonly unknown[]) {
    this.#items = items;
  }
  [Symbol.iterator](): Iterator<unknown> {
    return this.#items[Symbol.iterator]();
  }
}

/** Without zone: local time. The captured session ran in UTC, so `local` is UTC. */
function dateOf(text: string, utc: boolean): Date {
  return new Date(utc ? `${text}Z` : text);
}

function enumValue(content: unknown, of: string): number {
  if (typeof content === 'number') return content;
  const members = enums[of]?.members ?? [];
  return String(content)
    .split(', ')
    .map((name) => Number(members.find((member) => member.name === name)?.value))
    .reduce((sum, value) => sum + value, 0);
}

function decodeMap(content: unknown): Map<unknown, unknown> {
  if (Array.isArray(content)) return new Map(content.map(([key, value]) => [decode(key), decode(value)]));
  return new Map(Object.entries(content as Tagged).map(([key, value]) => [key, decode(value)]));
}

function instanceOf(name: string, props: Tagged): object {
  const type = classes[name];
  if (type === undefined) throw new NotApplicable(`the class ${name} has conversions of its own`);
  const instance = Reflect.construct(type.class, []) as object;
  for (const [property, value] of Object.entries(props)) Reflect.set(instance, property, decode(value));
  return instance;
}

function addressOf(text: string): URL {
  if (!URL.canParse(text)) throw new NotApplicable('a URL is an absolute address');
  return new URL(text);
}

/** Turns a value of ours into the golden format, for reports and lists; the type tells what a text or number is. */
export function encode(value: unknown, type?: ParameterType): unknown {
  const bare = type?.kind === 'nullable' ? type.element : type;
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'bigint':
      return { $bigint: String(value) };
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $double: Object.is(value, -0) ? '-0' : String(value) };
    case 'string':
      return bare?.kind === 'char' ? { $char: value } : value;
    case 'object':
      return value === null ? null : encodeObject(value, bare);
    case 'function':
      return { $script: String(value) };
    default:
      return value;
  }
}

function encodeObject(value: object, type: ParameterType | undefined): unknown {
  const element = type !== undefined && 'element' in type ? type.element : undefined;
  if (Array.isArray(value)) return value.map((item) => encode(item, element));
  if (value instanceof Set) return { $set: [...value].map((item) => encode(item, element)) };
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => [encode(key), encode(item, element)]);
    return { $map: entries.sort(([left], [right]) => (String(left) < String(right) ? -1 : 1)) };
  }
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof Duration) return { $duration: String(value) };
  if (value instanceof Version) return { $version: String(value) };
  if (value instanceof URL) return { $uri: value.href };
  if (value instanceof RegExp) return { $regex: value.source };
  if (value instanceof Uint8Array) return [...value];
  const properties = Object.fromEntries(propertiesOf(value).map((name) => [name, encode(Reflect.get(value, name))]));
  const maker = value.constructor;
  return maker === Object ? { $object: properties } : { $new: maker.name, props: properties };
}

/** Own properties, and those that the class defines by accessors. */
function propertiesOf(value: object): string[] {
  const prototype = (Object.getPrototypeOf(value) ?? {}) as object;
  const accessors = Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name, descriptor]) => descriptor.set !== undefined && name !== '__proto__')
    .map(([name]) => name);
  return [...Object.keys(value), ...accessors];
}
