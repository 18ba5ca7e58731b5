import type { CursorPlace } from './completion-line.js';
import type { ParsedArgument } from './parsed-arguments.js';

/** What the value at the cursor belongs to: an argument, or a position that nothing stands at yet. */
export type ArgumentPlace =
  | { readonly kind: 'named'; readonly argument: ParsedArgument }
  | { readonly kind: 'positional'; readonly position: number; readonly argument?: ParsedArgument };

/** Finds the place of the cursor among the arguments; undefined if it stands in what was passed over. */
export function argumentPlace(list: readonly ParsedArgument[], { at, index }: CursorPlace): ArgumentPlace | undefined {
  return at === 'value' ? placeOfValue(list, index) : placeInBlank(list, index);
}

function placeOfValue(list: readonly ParsedArgument[], index: number): ArgumentPlace | undefined {
  let position = 0;
  for (const argument of list) {
    if (argument.valueIndex === index && argument.value !== undefined) {
      return argument.name === undefined ? { kind: 'positional', position, argument } : { kind: 'named', argument };
    }
    if (argument.kind === 'value') position++;
  }
  return undefined;
}

function placeInBlank(list: readonly ParsedArgument[], index: number): ArgumentPlace {
  let position = 0;
  let previous: ParsedArgument | undefined;
  for (const argument of list) {
    if (argument.index >= index) break;
    // The name stands in front of the cursor, its value behind it.
    if (argument.kind === 'named' && argument.index === index - 1 && argument.valueIndex !== argument.index) {
      return { kind: 'named', argument };
    }
    if (argument.kind === 'value') position++;
    previous = argument;
  }
  if (previous?.kind === 'incomplete') return { kind: 'named', argument: previous };
  if (previous?.kind === 'switch' && previous.hasColon) return { kind: 'named', argument: previous };
  return { kind: 'positional', position };
}
