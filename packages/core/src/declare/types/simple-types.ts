import type { Duration } from './duration.js';
import type { ParameterType, SimpleKind } from './parameter-type.js';
import type { Version } from './version.js';

/** Any value, lists and null included; what the specifier `Object` means. */
export const AnyType = simple<unknown>('any', 'Object');
/** Text; what the specifier `String` means. */
export const StringType = simple<string>('string', 'string');
/** True or false, and needs a value: `-Enabled true`; what the specifier `Boolean` means. */
export const BooleanType = simple<boolean>('boolean', 'bool');
/** Stands alone: true if given, false if not. `-Force:$false` and null are false. */
export const Switch = simple<boolean>('switch', 'switch');
/** Text of exactly one UTF-16 unit. */
export const Char = simple<string>('char', 'char');
/** A point in time, from ISO 8601 text or milliseconds since 1970; what the specifier `Date` means. */
export const DateType = simple<Date>('date', 'datetime');
/** A length of time; what the specifier {@link Duration} means. */
export const DurationType = simple<Duration>('duration', 'timespan');
/** A universally unique id, held as text in lower case with hyphens. */
export const Guid = simple<string>('guid', 'guid');
/** Two to four numbers; what the specifier {@link Version} means. */
export const VersionType = simple<Version>('version', 'version');
/** An absolute address; what the specifier `URL` means. */
export const UriType = simple<URL>('uri', 'uri');
/** A regular expression; what the specifier `RegExp` means. */
export const RegexType = simple<RegExp>('regex', 'regex');
/** A function; what the specifier `Function` means. Text is never compiled. */
export const ScriptBlock = simple<(...parameters: never[]) => unknown>('scriptBlock', 'scriptblock');
/** A parameter type, by itself or by its name: `int`, `string[]`. */
export const TypeName = simple<ParameterType>('type', 'type');

function simple<T>(kind: SimpleKind, name: string): ParameterType<T> {
  return { kind, name };
}
