import { basename } from 'node:path';

/** Package managers that can install the new pack. */
export const packageManagers = ['npm', 'pnpm', 'yarn', 'bun'] as const;

/** One of {@link packageManagers}. */
export type PackageManager = (typeof packageManagers)[number];

/** Whoever runs this command says so in the environment: `pnpm/9.1.0 npm/? node/v20.19.0 linux x64`. Default npm. */
export function callingPackageManager(environment: Readonly<Record<string, string | undefined>>): PackageManager {
  const name = /^\w+/.exec(environment['npm_config_user_agent'] ?? '')?.[0];
  return packageManagers.find((manager) => manager === name) ?? 'npm';
}

/** The words that start a package manager: the very one that runs this command, if it is that one. */
export function wordsOf(
  manager: PackageManager,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const script = environment['npm_execpath'];
  const isMeant = script !== undefined && new RegExp(`^${manager}(-cli)?\\.c?js$`).test(basename(script));
  return isMeant ? [process.execPath, script] : [manager];
}

/** The words that install the new pack by itself, with a lock file that is not there yet. */
export function installWords(manager: PackageManager): readonly string[] {
  const options = {
    npm: ['--no-audit', '--no-fund', '--loglevel=error'],
    pnpm: ['--no-frozen-lockfile', '--ignore-workspace'],
    yarn: [],
    bun: [],
  };
  return ['install', ...options[manager]];
}

/** What is set for that: on build servers, yarn writes no lock file unless it is told to. */
export function installEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return { ...environment, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' };
}

/** Files that a package manager needs in the new pack, by name. */
export function settingsFiles(manager: PackageManager): Readonly<Record<string, string>> {
  if (manager !== 'yarn') return {};
  // Packs are found in node_modules, which yarn does without unless it is told; and with a lock file of its own, the pack
  // is no part of a project in the folders above.
  return { '.yarnrc.yml': 'nodeLinker: node-modules\n', 'yarn.lock': '' };
}

/** How a program of the new pack is run, as people type it. */
export function executeWords(manager: PackageManager): string {
  return { npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn', bun: 'bunx' }[manager];
}

/** A text for people with the commands of npm in it, with those of the package manager in their place. */
export function inCommandsOf(manager: PackageManager, text: string): string {
  if (manager === 'npm') return text;
  return text
    .replaceAll('npx cmdlet', `${executeWords(manager)} cmdlet`)
    .replaceAll(/\bnpm (?:run )?(?<script>test|dev|build|docs)\b/g, `${manager} run $<script>`)
    .replaceAll('npm publish', { pnpm: 'pnpm publish', yarn: 'yarn npm publish', bun: 'bun publish' }[manager]);
}
