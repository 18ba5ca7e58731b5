// Taken when the module is loaded: a test may put others in their place.
const { setImmediate } = globalThis;

/** Resolves after pending promises, I/O and timers of the machine had their turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Whether this thread waits for the disk, the name server or the like, and not only for time. */
export function awaitsInput(): boolean {
  return process.getActiveResourcesInfo().some((resource) => resource.includes('Req'));
}
