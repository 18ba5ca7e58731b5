#!/usr/bin/env node
import { ExitCode } from './exit-code.js';
import { runCommandLine } from './run-command-line.js';
import { processSurroundings } from './surroundings.js';

/** The command `cmdlet`. */
void runCommandLine(processSurroundings(), () => process.exit(ExitCode.Interrupted)).then((exitCode) => {
  process.exitCode = exitCode;
});
