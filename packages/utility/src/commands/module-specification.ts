import { CmdletException, convertTo, Guid, isPropertyBag, Version } from '@cmdlet/core';
import { text } from './text.js';

/** A pack by its name and version, as a table. Case of the names does not matter where it comes from a command line. */
export type ModuleSpecificationTable = {
  readonly moduleName: string;
  /** No pack has one: a table that asks for it fits none. */
  readonly guid?: string | undefined;
} & (
  | {
      /** The only version that fits. */
      readonly requiredVersion: Version | string;
      readonly moduleVersion?: undefined;
      readonly maximumVersion?: undefined;
    }
  | {
      /** The lowest version that fits. */
      readonly moduleVersion: Version | string;
      readonly maximumVersion?: Version | string | undefined;
      readonly requiredVersion?: undefined;
    }
  | {
      /** The highest version that fits; `1.*` is any that begins with 1. */
      readonly maximumVersion: Version | string;
      readonly moduleVersion?: Version | string | undefined;
      readonly requiredVersion?: undefined;
    }
);

/** A table or the name alone. */
export type ModuleSpecificationArgument = string | ModuleSpecificationTable | ModuleSpecification;

/**
 * Which pack is meant: one of a name, or one of a name in certain versions.
 *
 * @example
 * new ModuleSpecification({ moduleName: 'weather', moduleVersion: '1.2' }).fits('weather', '1.10.0'); // true
 */
export class ModuleSpecification {
  readonly name: string;
  readonly guid: string | undefined;
  readonly #lowest: Version | undefined;
  readonly #highest: Version | undefined;
  readonly #only: Version | undefined;

  /**
   * @throws CmdletException `Argument` for a name that is empty, for a table without a name or a version, with versions
   *   that exclude each other, or with other keys; ConversionException for a version that is none
   */
  constructor(specification: ModuleSpecificationArgument) {
    const table = tableOf(specification);
    const valueAt = (key: string): unknown => table?.get(key) ?? undefined;
    const versionAt = (key: string) => (valueAt(key) === undefined ? undefined : convertTo(valueAt(key), Version));
    this.name = convertTo(table === undefined ? specification : valueAt('MODULENAME'), String);
    this.guid = valueAt('GUID') === undefined ? undefined : convertTo(valueAt('GUID'), Guid);
    this.#lowest = versionAt('MODULEVERSION');
    this.#only = versionAt('REQUIREDVERSION');
    const highest = valueAt('MAXIMUMVERSION');
    this.#highest = highest === undefined ? undefined : highestOf(convertTo(highest, String));
    this.#check(table);
  }

  /** Reads a name or a table, of which it is not known before the program runs what it is. */
  static from(value: ModuleSpecificationArgument): ModuleSpecification {
    return new ModuleSpecification(value);
  }

  /**
   * Whether a pack is meant.
   *
   * @param packVersion a semantic version, of which `1.2.0` in front of `-` or `+` counts; empty if it is not known
   */
  fits(packName: string, packVersion: string): boolean {
    if (this.guid !== undefined || packName.toUpperCase() !== this.name.toUpperCase()) return false;
    if (this.#lowest === undefined && this.#highest === undefined && this.#only === undefined) return true;
    const version = Version.parse(packVersion.replace(/[-+].*$/su, ''));
    if (version === undefined) return false;
    if (this.#only !== undefined) return version.equals(this.#only);
    const isTooLow = this.#lowest !== undefined && version.compareTo(this.#lowest) < 0;
    const isTooHigh = this.#highest !== undefined && version.compareTo(this.#highest) > 0;
    return !isTooLow && !isTooHigh;
  }

  toString(): string {
    return this.name;
  }

  #check(table: ReadonlyMap<string, unknown> | undefined): void {
    const unknown = [...(table?.keys() ?? [])].filter((key) => !KEYS.has(key));
    if (unknown.length > 0) throw misuse(text.unknownModuleKeys(unknown, [...KEYS.values()]));
    if (this.name === '') throw misuse(text.moduleWithoutName);
    const isOpen = this.#lowest === undefined && this.#highest === undefined;
    if (table !== undefined && isOpen && this.#only === undefined) throw misuse(text.moduleWithoutVersion);
    if (isOpen || this.#only === undefined) return;
    const other = this.#lowest === undefined ? 'MaximumVersion' : 'ModuleVersion';
    throw misuse(text.keysNotTogether(other, 'RequiredVersion'));
  }
}

const KEYS: ReadonlyMap<string, string> = new Map(
  ['ModuleName', 'ModuleVersion', 'RequiredVersion', 'MaximumVersion', 'GUID'].map((key) => [key.toUpperCase(), key]),
);

/** What stands for any number behind the last dot. */
const ANY = '999999999';

/** `1.*` is the highest version that begins with 1. */
function highestOf(written: string): Version {
  const version = Version.parse(written);
  if (version !== undefined) return version;
  const parts = written.split('.');
  const isOpen = parts.at(-1) === '*' && parts.length <= 4;
  const highest = isOpen ? Version.parse([...parts.slice(0, -1), ANY, ANY, ANY, ANY].slice(0, 4).join('.')) : undefined;
  if (highest === undefined) throw misuse(text.badMaximumVersion(written));
  return highest;
}

/** The entries of a table by their keys in capitals; undefined for what is no table. */
function tableOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  const isTable = value instanceof Map || isPropertyBag(value);
  if (!isTable) return undefined;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return new Map(entries.map(([key, content]) => [String(key).toUpperCase(), content]));
}

function misuse(message: string): CmdletException {
  return new CmdletException(message, { errorId: 'Argument', category: 'InvalidArgument' });
}
