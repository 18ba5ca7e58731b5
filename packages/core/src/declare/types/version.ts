import { brand, hasBrand } from '../../records/brand.js';
import { CmdletException } from '../../records/cmdlet-exception.js';
import { versionOutOfRange } from './text.js';

const VERSION = brand('Version');
const HIGHEST = 2_147_483_647;
const PATTERN = /^\s*(\d+)\s*\.\s*(\d+)\s*(?:\.\s*(\d+)\s*(?:\.\s*(\d+)\s*)?)?$/;

/**
 * Two to four numbers, ordered as versions are: 1.9 before 1.10, 1.2 before 1.2.0.
 *
 * @example
 * Version.parse('1.10')?.compareTo(new Version(1, 9)); // 1
 */
export class Version {
  /** @throws CmdletException `ArgumentOutOfRange` for a number that is not whole or not within 0 to 2147483647 */
  constructor(
    readonly major: number,
    readonly minor: number,
    readonly build?: number,
    readonly revision?: number,
  ) {
    for (const [part, value] of Object.entries({ major, minor, build, revision })) {
      if (value !== undefined && !(Number.isInteger(value) && value >= 0 && value <= HIGHEST)) {
        throw new CmdletException(versionOutOfRange(part, value), {
          errorId: 'ArgumentOutOfRange',
          category: 'InvalidArgument',
        });
      }
    }
  }

  /** The version that a text such as `1.2` or `1.2.3.4` means; undefined for any other text. */
  static parse(text: string): Version | undefined {
    const match = PATTERN.exec(text);
    if (match === null) return undefined;
    const [major = 0, minor = 0, ...rest] = match
      .slice(1)
      .filter((part) => part !== undefined)
      .map(Number);
    return [major, minor, ...rest].some((part) => part > HIGHEST) ? undefined : new Version(major, minor, ...rest);
  }

  /** Whether a value is one, of whichever copy of this package. */
  static is(value: unknown): value is Version {
    return hasBrand(value, VERSION);
  }

  /** Negative if this one comes first, positive if the other does, 0 if they are equal. */
  compareTo(other: Version): number {
    return (
      this.major - other.major ||
      this.minor - other.minor ||
      (this.build ?? -1) - (other.build ?? -1) ||
      (this.revision ?? -1) - (other.revision ?? -1)
    );
  }

  equals(other: unknown): boolean {
    return Version.is(other) && this.compareTo(other) === 0;
  }

  toString(): string {
    return [this.major, this.minor, this.build, this.revision].filter((part) => part !== undefined).join('.');
  }

  toJSON(): string {
    return this.toString();
  }
}

Object.defineProperty(Version.prototype, VERSION, { value: true });
