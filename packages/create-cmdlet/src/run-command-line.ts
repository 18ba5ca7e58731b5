import { relative } from 'node:path';
import { completePlan } from './answers/complete-plan.js';
import { type GivenAnswers, readWords } from './answers/given-answers.js';
import { CreateError, Interrupted } from './create-error.js';
import { ExitCode } from './exit-code.js';
import { createPack } from './pack/create-pack.js';
import type { PackPlan } from './pack/pack-plan.js';
import { firstCommand, templateChoices } from './pack/template.js';
import { testPack } from './pack/test-pack.js';
import { executeWords } from './programs/package-manager.js';
import type { Surroundings } from './surroundings.js';
import { text } from './text.js';
import { ownVersion } from './version.js';

/** Runs one command line and gives the exit code; what it writes goes to the streams of its surroundings. */
export async function runCommandLine(surroundings: Surroundings): Promise<ExitCode> {
  const interruption = new AbortController();
  const release = surroundings.onInterrupt(() => interruption.abort(new Interrupted(text.nothingMade)));
  try {
    await run(readWords(surroundings.words), surroundings, interruption.signal);
    return ExitCode.Success;
  } catch (error) {
    if (!(error instanceof CreateError)) throw error;
    surroundings.stderr.write(text.failure(error.errorId, error.message));
    return error.exitCode;
  } finally {
    release();
  }
}

async function run(given: GivenAnswers, surroundings: Surroundings, signal: AbortSignal): Promise<void> {
  const { stdout } = surroundings;
  if (given.help) {
    stdout.write(text.help(templateChoices));
  } else if (given.version) {
    stdout.write(`${ownVersion}\n`);
  } else {
    const begin = performance.now();
    const plan = await completePlan(given, surroundings, signal);
    await createPack(plan, surroundings, signal);
    const tested = plan.install && given.test;
    const passed = tested ? await testPack(plan, surroundings, signal) : undefined;
    stdout.write(text.made(plan.name, plan.template, passed, (performance.now() - begin) / 1_000));
    stdout.write(text.nextSteps(nextSteps(plan, surroundings)));
  }
}

function nextSteps(
  { folder, packageManager, template, install }: PackPlan,
  { workingDirectory }: Surroundings,
): readonly string[] {
  const way = relative(workingDirectory, folder);
  return [
    ...(way === '' ? [] : [`cd ${/\s/.test(way) ? `"${way}"` : way}`]),
    ...(install ? [] : [`${packageManager} install`, `${packageManager} run test`]),
    `${executeWords(packageManager)} cmdlet ${firstCommand[template]}`,
  ];
}
