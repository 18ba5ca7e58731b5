/** Words that name a tool for authors of packs, where the first command would stand. No cmdlet has such a name. */
export const PACK_TOOLS: ReadonlySet<string> = new Set(['build', 'new', 'docs']);
