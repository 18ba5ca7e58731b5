/**
 * A promise made of one that the running step waits for. Whoever awaits it sees its rejection; if nobody does, the step
 * reports it all the same, and a second report would bring the process down.
 */
export function leftToStep<T>(derived: Promise<T>): Promise<T> {
  derived.catch(ignore);
  return derived;
}

function ignore(): void {}
