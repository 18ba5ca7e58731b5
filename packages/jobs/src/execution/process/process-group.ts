/** Sends a signal to all processes of a group. Nothing happens if there is none left. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    // Windows has no groups: there the process itself is ended.
    process.kill(process.platform === 'win32' ? leader : -leader, signal);
  } catch {
    // Nobody of the group is left.
  }
}
