import { resolve } from 'node:path';
import { BuildError } from './build-error.js';
import { formatMessage } from './build-message.js';
import { finishBuild } from './finish-build.js';
import { PackLoader } from './pack-loader.js';
import { readProject } from './pack-project.js';
import { JAVASCRIPT } from './run-build.js';

/**
 * Checks a pack that a bundler has written, and writes its index, if the package.json of its folder names one. Of the
 * formats that are bundled, the one counts whose files hold the pack's module. Warnings are shown.
 *
 * @param written paths of files, relative to the working directory
 * @throws BuildError with the id of the first error: `PackLoadFailed`, `PackNotFound`, one of the lint …
 */
export async function indexBundle(folder: string, written: readonly string[]): Promise<void> {
  const project = await readProject(folder);
  const { module, index } = project;
  if (module === undefined || index === undefined || !written.some((file) => resolve(file) === module)) return;
  const loader = new PackLoader(project);
  try {
    const { messages } = await finishBuild(project, JAVASCRIPT, loader, {});
    for (const message of messages) if (message.severity === 'warning') console.warn(formatMessage(message, folder));
    const errors = messages.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first === undefined) return;
    throw new BuildError(errors.map((message) => formatMessage(message, folder)).join('\n'), first.id, module);
  } finally {
    await loader.close();
  }
}
