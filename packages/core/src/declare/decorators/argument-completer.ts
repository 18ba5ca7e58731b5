import type { ArgumentCompleter as Completer } from '../metadata.js';
import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/** The function of {@link ArgumentCompleter}. */
export type ArgumentCompleter = Completer;

/**
 * Proposes values while somebody types; asked before any other source. Matching the word and quoting are its own job.
 *
 * @example
 * @Parameter()
 * @ArgumentCompleter(({ wordToComplete }) => cities.filter((city) => city.startsWith(wordToComplete)))
 * city!: string;
 */
export function ArgumentCompleter(completer: ArgumentCompleter): ParameterAttribute {
  return declareAttribute('ArgumentCompleter', { kind: 'completer', completer });
}
