import { View } from '@cmdlet/core';

/** One entry of a dictionary (`Map`), as views show it and object cmdlets hand it on. */
@View.table([
  { property: 'Name', width: 30 },
  { property: 'Value', width: 50 },
])
@View.list(['Name', 'Value'])
export class DictionaryEntry {
  constructor(
    readonly Key: unknown,
    readonly Value: unknown,
  ) {}

  /** The key. */
  get Name(): unknown {
    return this.Key;
  }

  /** `[key, value]`. */
  toString(): string {
    return `[${String(this.Key)}, ${String(this.Value ?? '')}]`;
  }
}
