import type { Surroundings } from '../surroundings.js';

/** Whether git is there, and whether a folder is inside of a repository already. */
export async function gitState(
  { runProgram, environment }: Surroundings,
  directory: string,
  signal: AbortSignal,
): Promise<'missing' | 'inside' | 'outside'> {
  const options = { directory, environment, signal };
  try {
    const { exitCode } = await runProgram(['git', 'rev-parse', '--git-dir'], options);
    return exitCode === 0 ? 'inside' : 'outside';
  } catch {
    signal.throwIfAborted();
    return 'missing';
  }
}
