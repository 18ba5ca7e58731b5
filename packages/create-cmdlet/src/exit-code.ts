/**
 * How the command ends, for scripts.
 *
 * | Code | Meaning |
 * | ---: | --- |
 * | 0 | the pack is there, and its tests passed |
 * | 1 | something failed: the installation, and then nothing was made; or the tests of the new pack, which is there |
 * | 2 | nothing was begun: wrong words, an answer that nobody can be asked for, a folder that is not empty |
 * | 130 | interrupted; nothing was made, unless the pack was whole already |
 */
export const ExitCode = { Success: 0, Error: 1, Usage: 2, Interrupted: 130 } as const;

/** One of {@link ExitCode}. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
