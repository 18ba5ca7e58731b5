/** Sends a signal to all processes of a group. @returns false if there is no such group, or none of it left */
export function signalGroup(leader: number, signal: NodeJS.Signals): boolean {
  try {
    // Windows has no groups: there the process itself is ended.
    process.kill(process.platform === 'win32' ? leader : -leader, signal);
    return true;
  } catch {
    return false;
  }
}
