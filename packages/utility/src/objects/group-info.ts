import { View } from '@cmdlet/core';

const COUNT = { label: 'Count', property: 'Count', width: 5, alignment: 'right' } as const;

/** Records with equal keys, as `Group-Object` writes them. */
@View.table([COUNT, { property: 'Name', width: 25 }, 'Group'])
export class GroupInfo<TRecord = unknown> {
  constructor(
    /** The values that the records have in common, one per property. */
    readonly values: readonly unknown[],
    /** The values as text. */
    readonly name: string,
    /** How many there are. */
    readonly count: number,
    /** The records, in the order in which they came; none with `-NoElement`. */
    readonly group: readonly TRecord[],
  ) {}
}

/** A group whose records were not kept. */
@View.table([COUNT, 'Name'])
export class GroupInfoNoElement extends GroupInfo<never> {}
