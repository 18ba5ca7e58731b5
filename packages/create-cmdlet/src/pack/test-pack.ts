import { CreateError, Interrupted } from '../create-error.js';
import { ExitCode } from '../exit-code.js';
import { wordsOf } from '../programs/package-manager.js';
import type { Surroundings } from '../surroundings.js';
import { lastLines, text } from '../text.js';
import type { PackPlan } from './pack-plan.js';

/**
 * Runs the tests of a pack that was made, and tells how many passed; undefined if they do not say.
 *
 * @throws CreateError `TestsFailed`; {@link Interrupted} when the signal fires. The pack stays in any case
 */
export async function testPack(
  { folder, packageManager }: PackPlan,
  { runProgram, environment, stdout }: Surroundings,
  signal: AbortSignal,
): Promise<number | undefined> {
  stdout.write(text.testing);
  const words = [...wordsOf(packageManager, environment), 'run', 'test'];
  const { exitCode, output } = await runProgram(words, { directory: folder, environment, signal }).catch(
    (error: unknown) => {
      throw signal.aborted ? new Interrupted(text.testsInterrupted(folder)) : error;
    },
  );
  if (exitCode !== 0) throw new CreateError('TestsFailed', text.testsFailed(folder, lastLines(output)), ExitCode.Error);
  const passed = /^\W+ pass (\d+)$/m.exec(output)?.[1];
  return passed === undefined ? undefined : Number(passed);
}
