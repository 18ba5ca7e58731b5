/** Words in the place of the first command: one prints the script of a shell, the other answers to it. */
export const COMPLETION_WORDS: ReadonlySet<string> = new Set(['completion', 'complete']);
