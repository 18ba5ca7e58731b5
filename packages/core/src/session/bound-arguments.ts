import type { CommandRuntime } from '../run/command-runtime.js';

/**
 * What a command line was bound to, by property and converted: what the same call can be made with once more.
 *
 * Parameters about the job itself are left out.
 */
export function boundArguments({ command, invocation }: CommandRuntime): Readonly<Record<string, unknown>> {
  const bound: Record<string, unknown> = {};
  for (const { name, property, origin } of command.parameters) {
    if (origin !== 'job' && name in invocation.boundParameters) bound[property] = invocation.boundParameters[name];
  }
  return bound;
}
