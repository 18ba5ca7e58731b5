import { Duration, TYPE_NAMES, typeByName, Version } from '@cmdlet/core';
import { classes, enums } from './conversion-fixtures.js';
import { NotApplicable } from './utility-case.js';

export type Tagged = Readonly<Record<string, unknown>>;

/** Turns a tagged value of the golden format into the TypeScript value that stands for it. */
export function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const tag = tagOf(value);
  // An object without a tag is a calculated property, with the keys as a user types them.
  if (tag === undefined) return decodeEntries(value as Tagged);
  const decoder = decoders[tag];
  if (decoder === undefined) throw new NotApplicable(`there are no values of ${tag} in TypeScript`);
  return decoder((value as Tagged)[tag], value as Tagged);
}

/** The tag of a value, if it has one. */
export function tagOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.keys(value).find((key) => key.startsWith('$') && key !== '$type');
}

/** Whether a value contains a tag anywhere. */
export function mentions(value: unknown, tag: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, tag) || Object.values(value).some((part) => mentions(part, tag));
}

/** The members of an enum of the topic `conversion`. */
export function enumNumber(name: unknown, of: unknown): number | undefined {
  if (typeof name === 'number') return name;
  const members = enums[String(of)]?.members;
  if (members === undefined) return undefined;
  return String(name)
    .split(', ')
    .map((part) => Number(members.find((member) => member.name === part)?.value))
    .reduce((sum, value) => sum + value, 0);
}

/** Without zone: local time. The captured session ran in UTC, so its local time is UTC. */
export function dateOf(text: string, isUtc: boolean): Date {
  const full = text.includes('T') ? text : `${text}T00:00:00`;
  return new Date(isUtc ? `${full}Z` : full);
}

type Decoder = (content: unknown, tagged: Tagged) => unknown;

const integer: Decoder = (content) => {
  const number = Number(content);
  return Number.isSafeInteger(number) ? number : BigInt(String(content));
};
const list: Decoder = (content) => (content as unknown[]).map(decode);
const same: Decoder = (content) => content;

const decoders: Readonly<Record<string, Decoder>> = {
  $none: () => undefined,
  $dbnull: () => null,
  $long: integer,
  $uint: integer,
  $ulong: integer,
  $short: integer,
  $ushort: integer,
  $byte: integer,
  $sbyte: integer,
  $double: (content) => Number(content),
  $single: (content) => Number(content),
  $decimal: (content) => Number(content),
  $bigint: (content) => BigInt(String(content)),
  $char: same,
  $switch: same,
  $dateoffset: (content) => new Date(String(content)),
  $guid: same,
  $date: (content, { kind }) => dateOf(String(content), kind === 'local'),
  $duration: (content) => Duration.parse(String(content)),
  $version: (content) => Version.parse(String(content)),
  $uri: (content) => addressOf(String(content)),
  $regex: (content) => new RegExp(String(content)),
  $enum: (content, { of }) => enumNumber(content, of),
  $array: list,
  $list: list,
  $arraylist: list,
  $queue: list,
  $set: (content) => new Set((content as unknown[]).map(decode)),
  $bytes: (content) => Uint8Array.from(content as number[]),
  $hashtable: decodeMap,
  $ordered: decodeMap,
  $map: decodeMap,
  $object: (content, { $type }) => bagOf(content as Tagged, $type),
  $new: (content, { props }) => instanceOf(String(content), (props ?? {}) as Tagged),
  $script: (content, { js }) => functionOf(String(content), js),
  $typeref: (content) => typeNamed(String(content)),
  $wrapped: decode,
  $exception: (content) => new Error(String((content as Tagged).message)),
};

function decodeEntries(content: Tagged): object {
  return Object.fromEntries(Object.entries(content).map(([name, part]) => [name, decode(part)]));
}

function decodeMap(content: unknown): Map<unknown, unknown> {
  const entries = Array.isArray(content) ? (content as [unknown, unknown][]) : Object.entries(content as Tagged);
  return new Map(entries.map(([key, value]) => [decode(key), decode(value)]));
}

function bagOf(properties: Tagged, type: unknown): object {
  const bag = decodeEntries(properties);
  if (type !== undefined) Object.defineProperty(bag, TYPE_NAMES, { value: type, configurable: true });
  return bag;
}

function instanceOf(name: string, props: Tagged): object {
  const type = classes[name];
  if (type === undefined) throw new NotApplicable(`the class ${name} has conversions of its own`);
  const instance = Reflect.construct(type.class, []) as object;
  for (const [property, value] of Object.entries(props)) Reflect.set(instance, property, decode(value));
  return instance;
}

/** The expression over `_`, called by the PowerShell text that stands for it. */
function functionOf(text: string, js: unknown): unknown {
  if (typeof js !== 'string') throw new NotApplicable('the script block needs the command language');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- The text of a case, translated.
  const script = new Function('_', `return (${js});`) as (record: unknown) => unknown;
  const named = Object.assign((record: unknown) => script(record), { toString: () => text });
  return Object.defineProperty(named, 'name', { value: '' });
}

function typeNamed(name: string): unknown {
  const type = typeByName(name) ?? classes[name]?.class;
  if (type === undefined) throw new NotApplicable(`there is no type ${name}`);
  return type;
}

function addressOf(text: string): URL {
  if (!URL.canParse(text)) throw new NotApplicable('a URL is an absolute address');
  return new URL(text);
}
