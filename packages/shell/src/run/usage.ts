import { CommandNotFoundException, ParameterBindingException } from '@cmdlet/core';
import { UsageError } from '../command-line/usage-error.js';
import { PackError } from '../packs/pack-error.js';

/** Whether an error says that nothing was run, as the command line or what it names is wrong. */
export function isUsage(error: unknown): boolean {
  return (
    error instanceof UsageError ||
    error instanceof PackError ||
    error instanceof CommandNotFoundException ||
    error instanceof ParameterBindingException
  );
}
