import { metadataOf } from '@cmdlet/core';
import { utilityPack } from '@cmdlet/utility';

/** The commands that there are. */
export const commandNames: ReadonlySet<string> = new Set(
  (utilityPack.cmdlets as readonly (new () => object)[]).map((cmdlet) => metadataOf(cmdlet).name),
);
