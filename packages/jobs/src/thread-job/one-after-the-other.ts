import type { WorkSource } from '../execution/executor.js';

/**
 * Two functions as one, whose output is that of the first and then that of the second; imports are resolved from the
 * second one's file. Undefined if they are not both functions.
 */
export function oneAfterTheOther(first: WorkSource, second: WorkSource): WorkSource | undefined {
  if (first.kind !== 'function' || second.kind !== 'function') return undefined;
  return { ...second, text: both.replace('FIRST', () => first.text).replace('SECOND', () => second.text) };
}

/** What a function gives back is written as an executor does it: what can be gone through element by element. */
const both = `async (context) => {
  const given = await (FIRST)(context);
  if (typeof given === 'object' && given !== null && (Symbol.iterator in given || Symbol.asyncIterator in given)) {
    for await (const each of given) await context.writeObject(each);
  } else if (given !== undefined) {
    await context.writeObject(given);
  }
  return (SECOND)(context);
}`;
