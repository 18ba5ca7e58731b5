import type { Clock } from '../run/clock.js';

const turns = new WeakMap<Clock, Promise<void>>();

/**
 * The next turn of the event loop, one for all who ask before it comes.
 *
 * Work of a job begins there, so that whoever started it gets the job first, however long the work blocks the thread.
 */
export function nextTurn(clock: Clock): Promise<void> {
  let turn = turns.get(clock);
  if (turn === undefined) {
    turn = clock.turn().finally(() => turns.delete(clock));
    turns.set(clock, turn);
  }
  return turn;
}
