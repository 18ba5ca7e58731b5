/**
 * How the command ends, for scripts.
 *
 * | Code | Meaning |
 * | ---: | --- |
 * | 0 | no error |
 * | 1 | errors: a record could not be worked on, or a cmdlet ended with an error |
 * | 2 | nothing was run: unknown command, or what is wrong with its parameters |
 * | 3 | a job failed |
 * | 130 | interrupted |
 */
export const ExitCode = { Success: 0, Error: 1, Usage: 2, JobFailed: 3, Interrupted: 130 } as const;

/** One of {@link ExitCode}. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
