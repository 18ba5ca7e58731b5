import type { StreamNumber } from '../envelope/marker.js';

/** Takes what work writes: an object, or a record of the stream. A promise when the work should wait. */
export type WorkOutput = (value: unknown, stream: StreamNumber) => Promise<void> | undefined;
