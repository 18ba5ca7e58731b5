/** A function that ForEach-Object calls; what it gives back is written. */
export type RecordBlock = (record: never) => unknown;

/** What is called when. */
export interface ScriptSteps {
  readonly begin: RecordBlock | undefined;
  readonly process: readonly (RecordBlock | null)[];
  readonly end: RecordBlock | undefined;
}

/** The blocks as they were given. */
export interface GivenBlocks {
  readonly begin: RecordBlock | undefined;
  readonly process: readonly (RecordBlock | null)[];
  readonly remaining: readonly (RecordBlock | null)[];
  readonly end: RecordBlock | undefined;
}

/**
 * Which block is called when. Of several process blocks the first is called at the beginning, unless there is a begin
 * block, and of three or more the last at the end, unless there is an end block.
 */
export function scriptSteps({ begin, process, remaining, end }: GivenBlocks): ScriptSteps {
  const blocks = [...(begin === undefined ? [] : [begin]), ...process, ...remaining];
  const lastAtEnd = end === undefined && blocks.length > 2;
  const records = blocks.slice(blocks.length > 1 ? 1 : 0, lastAtEnd ? -1 : undefined);
  return {
    begin: blocks.length > 1 ? (blocks[0] ?? undefined) : undefined,
    process: records,
    end: end ?? (lastAtEnd ? (blocks[blocks.length - 1] ?? undefined) : undefined),
  };
}
