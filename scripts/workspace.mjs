/** The workspace as the scripts see it: where it is, and which packages it holds. Node built-ins only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every package and example: its name, folder, dependencies by name, and the files its package.json promises. */
export function workspacePackages() {
  return ['packages', 'examples']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((directory) => existsSync(join(directory, 'package.json')))
    .map((directory) => {
      const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
      return {
        name: manifest.name,
        directory,
        isPublic: manifest.private !== true,
        /** Whether something is imported from it; else it is a command. */
        isLibrary: manifest.exports?.['.'] !== undefined,
        dependencies: Object.keys({
          ...manifest.dependencies,
          ...manifest.devDependencies,
          ...manifest.peerDependencies,
        }),
        outputs: promisedFiles([manifest.main, manifest.types, manifest.bin, manifest.exports, manifest.cmdlets]).map(
          (file) => join(directory, file),
        ),
      };
    });
}

/** The files in dist that a value of package.json names, at whatever depth. */
function promisedFiles(value) {
  if (typeof value === 'string') return value.includes('dist/') && !value.includes('*') ? [value] : [];
  return Object.values(value ?? {}).flatMap(promisedFiles);
}
