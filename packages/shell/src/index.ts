/**
 * @packageDocumentation
 * The `cmdlet` command as a function: what it needs from a process is given to it.
 */

export { ExitCode } from './exit-code.js';
export { runCommandLine } from './run-command-line.js';
export { type InputKind, type OutputStream, processSurroundings, type Surroundings } from './surroundings.js';
