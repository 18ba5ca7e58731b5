import { resolve } from 'node:path';
import { CreateError } from '../create-error.js';
import { checkPackName, placeOf } from '../pack/pack-name.js';
import type { PackPlan } from '../pack/pack-plan.js';
import { filesIn, nearestFolder } from '../pack/target-folder.js';
import { templateChoices } from '../pack/template.js';
import { gitState } from '../programs/git.js';
import { callingPackageManager, packageManagers } from '../programs/package-manager.js';
import type { Surroundings } from '../surroundings.js';
import { text } from '../text.js';
import type { GivenAnswers } from './given-answers.js';
import { Prompt } from './prompt.js';

const defaults = { place: 'my-pack', template: 'pack' } as const;

/**
 * Makes a plan of what the command line says. What it does not say is asked at the terminal; with `--yes`, defaults are
 * taken instead.
 *
 * @throws CreateError `MissingAnswer` where nobody can be asked, `InvalidPackName`, `FolderNotEmpty`, `NotAFolder`,
 *   `GitNotFound`; {@link Interrupted} where the user has enough
 */
export async function completePlan(
  given: GivenAnswers,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<PackPlan> {
  const { stdin, stdout } = surroundings;
  const canAsk = !given.yes && stdin.isTTY === true && stdout.isTTY === true;
  if (!canAsk && !given.yes) refuseMissing(given, surroundings);
  using prompt = canAsk ? new Prompt(stdin, stdout, signal) : undefined;

  const { folder, name } = await placeAndName(given, surroundings, prompt);
  await checkFolder(folder, given, prompt);
  const template =
    given.template ?? (await prompt?.choice(text.askTemplate, templateChoices, defaults.template)) ?? defaults.template;
  const manager = callingPackageManager(surroundings.environment);
  const managers = packageManagers.map((each) => ({ name: each }));
  const packageManager =
    given.packageManager ?? (await prompt?.choice(text.askPackageManager, managers, manager)) ?? manager;
  return {
    folder,
    name,
    template,
    packageManager,
    packages: given.packages === undefined ? undefined : resolve(surroundings.workingDirectory, given.packages),
    install: given.install,
    git: await wantsGit(given, folder, surroundings, signal),
  };
}

function refuseMissing(given: GivenAnswers, { environment }: Surroundings): void {
  const missing = [
    ...(given.place === undefined ? [{ what: text.placeWord, fallback: defaults.place }] : []),
    ...(given.template === undefined ? [{ what: '--template', fallback: defaults.template }] : []),
    ...(given.packageManager === undefined
      ? [{ what: '--package-manager', fallback: callingPackageManager(environment) }]
      : []),
  ];
  if (missing.length > 0) throw new CreateError('MissingAnswer', text.missingAnswers(missing));
}

async function placeAndName(
  given: GivenAnswers,
  { workingDirectory }: Surroundings,
  prompt: Prompt | undefined,
): Promise<{ readonly folder: string; readonly name: string }> {
  const check = (word: string): unknown => checkPackName(given.name ?? placeOf(word, workingDirectory).name);
  const word = given.place ?? (await prompt?.text(text.askPlace, defaults.place, check)) ?? defaults.place;
  const { folder, name } = placeOf(word, workingDirectory);
  return { folder, name: checkPackName(given.name ?? name) };
}

/** A folder with something in it is touched only if the user says so. */
async function checkFolder(folder: string, { overwrite }: GivenAnswers, prompt: Prompt | undefined): Promise<void> {
  const files = filesIn(folder);
  if (files.length === 0 || overwrite) return;
  if (await prompt?.confirm(text.askOverwrite(folder, files))) return;
  throw new CreateError('FolderNotEmpty', text.folderNotEmpty(folder, files));
}

async function wantsGit(
  { git }: GivenAnswers,
  folder: string,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<boolean> {
  if (git === false) return false;
  const state = await gitState(surroundings, nearestFolder(folder), signal);
  if (git === true && state === 'missing') throw new CreateError('GitNotFound', text.gitNotFound);
  return git ?? state === 'outside';
}
