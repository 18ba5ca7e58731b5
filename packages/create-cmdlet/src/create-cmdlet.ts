import { runCommandLine } from './run-command-line.js';
import { processSurroundings } from './surroundings.js';

/** The command `create-cmdlet`, which `npm create cmdlet` runs. */
void runCommandLine(processSurroundings()).then((exitCode) => {
  process.exitCode = exitCode;
});
