import { ExitCode } from '../exit-code.js';
import { importModulesBy } from '../packs/import-module.js';
import { runCommandLine } from '../run-command-line.js';
import { processSurroundings } from '../surroundings.js';

/** What the other parts and packs use. */
export { coreExports } from './core-exports.js';

/**
 * Runs the command line of this process.
 *
 * @param importModule `import()` of a module that Node has loaded
 */
export function main(importModule: (url: string) => Promise<unknown>): void {
  importModulesBy(importModule);
  void runCommandLine(processSurroundings(), () => process.exit(ExitCode.Interrupted)).then((exitCode) => {
    // What a cmdlet has left behind, a timer or a connection, does not keep the process.
    process.exit(exitCode);
  });
}
