/** Every text of ForEach-Object that a user may see. */
export const text = {
  target: (record: string): string => `InputObject: ${record}`,
  readProperty: (name: string): string => `Retrieve the value for property '${name}'`,
  invokeMethod: (name: string): string => `Invoke method '${name}'`,
  invokeMethodWith: (name: string, args: string): string => `Invoke method '${name}' with arguments: ${args}`,

  methodNotFound: (name: string): string => `Input name "${name}" cannot be resolved to a method.`,
  ambiguous: (name: string, members: readonly string[]): string =>
    `Input name "${name}" is ambiguous. It can be resolved to multiple matched members. Possible matches include: ${members.join(' ')}.`,
  methodThrew: (name: string, count: number, reason: string): string =>
    `Exception calling "${name}" with "${count}" argument(s): "${reason}"`,
  startTooLarge: 'startIndex cannot be larger than length of string.',
  lengthTooLarge: 'Index and length must refer to a location within the string.',
  negative: (name: string): string => `${name} must be a non-negative value.`,

  noParallelExecutor:
    'ForEach-Object -Parallel needs something that runs work in parallel, and this session has nothing of the kind. ' +
    'Import the pack of @cmdlet/jobs, or leave -Parallel out and give -Process an asynchronous function.',
  commonParameters: (names: readonly string[]): string =>
    `The following common parameters are not currently supported in the Parallel parameter set:\n${names.join(', ')}`,
  usingScriptBlock: (name: string): string =>
    `A ForEach-Object -Parallel using variable cannot be a script block, and '${name}' is one. Functions cannot be handed over to where the block runs.`,
  recordScriptBlock:
    'A ForEach-Object -Parallel piped input object cannot be a script block. Functions cannot be handed over to where the block runs.',
  timeoutWithJob: "The 'TimeoutSeconds' parameter cannot be used with the 'AsJob' parameter.",
};
