import { CreateError } from '../create-error.js';
import { ExitCode } from '../exit-code.js';
import { installEnvironment, installWords, wordsOf } from '../programs/package-manager.js';
import type { Surroundings } from '../surroundings.js';
import { lastLines, text } from '../text.js';
import { dependOn, type LocalPackages, localPackagesIn } from './local-packages.js';
import type { PackPlan } from './pack-plan.js';
import { Staging } from './staging.js';
import { writeTemplate } from './write-template.js';

/**
 * Makes a pack: files, git repository, installed dependencies. Whatever fails or is interrupted, nothing is left of it.
 *
 * @throws CreateError `WriteFailed`, `InstallFailed`, `PackageManagerNotFound`, `NoLocalPackage`,
 *   `UnreadableLocalPackage`; the reason of the signal when it fires
 */
export async function createPack(plan: PackPlan, surroundings: Surroundings, signal: AbortSignal): Promise<void> {
  const packages = plan.packages === undefined ? undefined : localPackagesIn(plan.packages);
  const staging = onDisk(plan, () => new Staging(plan.folder));
  try {
    onDisk(plan, () => writeFiles(plan, surroundings, packages, staging.folder));
    if (plan.install) await install(plan, surroundings, staging.folder, signal);
    if (plan.git) await initializeGit(surroundings, staging.folder, signal);
    signal.throwIfAborted();
    onDisk(plan, () => staging.commit());
  } catch (error) {
    staging.remove();
    throw error;
  }
}

function writeFiles(
  plan: PackPlan,
  { templates }: Surroundings,
  packages: LocalPackages | undefined,
  folder: string,
): void {
  writeTemplate(templates, plan, folder);
  if (packages !== undefined) dependOn(packages, folder, plan.packageManager);
}

async function install(
  { packageManager }: PackPlan,
  { runProgram, environment, stdout }: Surroundings,
  directory: string,
  signal: AbortSignal,
): Promise<void> {
  stdout.write(text.installing(packageManager));
  const words = [...wordsOf(packageManager, environment), ...installWords(packageManager)];
  const options = { directory, environment: installEnvironment(environment), signal };
  const { exitCode, output } = await runProgram(words, options).catch((error: unknown) => {
    if (!isNotFound(error)) throw error;
    throw new CreateError('PackageManagerNotFound', text.managerNotFound(packageManager), ExitCode.Error, error);
  });
  if (exitCode === 0) return;
  throw new CreateError('InstallFailed', text.installFailed(packageManager, lastLines(output)), ExitCode.Error);
}

/** A repository is a convenience: without one, the pack is whole. */
async function initializeGit(
  { runProgram, environment, stderr }: Surroundings,
  directory: string,
  signal: AbortSignal,
): Promise<void> {
  const { exitCode, output } = await runProgram(['git', 'init', '--quiet'], { directory, environment, signal });
  if (exitCode !== 0) stderr.write(text.gitFailed(lastLines(output)));
}

/** What the file system refuses, as an error that says so. */
function onDisk<T>({ folder }: PackPlan, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CreateError('WriteFailed', text.writeFailed(folder, reason), ExitCode.Error, error);
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
