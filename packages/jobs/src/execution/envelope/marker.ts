/** First element of a packed value that carries more than itself. An array of the user that begins so is packed too. */
export const MARKER = '\u0000@cmdlet';

/** Streams by the number that stands for them on the wire. */
export const STREAMS = ['Output', 'Error', 'Warning', 'Verbose', 'Debug', 'Information', 'Progress'] as const;

/** Number of a stream on the wire. */
export type StreamNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Numbers of the streams. */
export const Stream = { Output: 0, Error: 1, Warning: 2, Verbose: 3, Debug: 4, Information: 5, Progress: 6 } as const;

/**
 * A value with what structured clone would lose: `types` refers to objects within `value`, which stay the same objects
 * when both are cloned together.
 */
export type Marked = readonly [marker: typeof MARKER, stream: StreamNumber, value: unknown, types?: readonly unknown[]];

/** What an entry of the list of types begins with, where it is no number or definition of a class. */
export const Entry = { Error: 'error', Buffer: 'buffer', Revive: 'revive' } as const;

/** Names of the types of a class, told when its number is first used on a connection. */
export interface TypeDefinition {
  readonly id: number;
  readonly names: readonly string[];
}

/** Where a value that must be revived stands in what contains it. */
export type Place = 'property' | 'map key' | 'map value' | 'element';
