import { CmdletException } from '@cmdlet/core';
import { type CommandLine, errorOptionsOf, parseCommandLine } from './command-line/parse-command-line.js';
import { ExitCode } from './exit-code.js';
import { painter, wantsColors } from './host/colors.js';
import { ProgressDisplay } from './host/progress-display.js';
import { TerminalHost, type TerminalHostOptions } from './host/terminal-host.js';
import { isReaderGone, outputError } from './output/output-error.js';
import { TextSink, written } from './output/text-sink.js';
import { CommandLineRun } from './run/command-line-run.js';
import { errorRecordOf } from './run/error-record-of.js';
import { Interruption } from './run/interruption.js';
import type { Surroundings } from './surroundings.js';
import { text } from './text.js';

/**
 * Runs one command line and gives the exit code; what it writes goes to the streams of its surroundings. Never rejects.
 *
 * @param endAtOnce ends the process when the user interrupts a second time
 */
export async function runCommandLine(surroundings: Surroundings, endAtOnce: () => void): Promise<ExitCode> {
  // Nobody can be told that standard error does not work.
  if (!surroundings.stderr.listeners('error').includes(ignore)) surroundings.stderr.on('error', ignore);
  const interruption = new Interruption(surroundings, endAtOnce);
  const progress = progressOn(surroundings);
  const sink = sinkOn(surroundings, progress, (error) => {
    if (!isReaderGone(error)) host.showError(outputError(error).errorRecord);
    interruption.abandon();
  });
  let commandLine: CommandLine | undefined;
  let wrong: unknown;
  try {
    commandLine = parseCommandLine(surroundings.words);
  } catch (error) {
    wrong = error;
  }
  const options: TerminalHostOptions = commandLine?.options ?? errorOptionsOf(surroundings.words);
  const host = new TerminalHost(surroundings, options, sink, progress);
  const forgetStray = surroundings.onStrayError((error) => {
    host.showError(errorRecordOf(error));
    interruption.abandon();
  });
  const forgetIdle = surroundings.onIdle(() => {
    const commands = commandLine?.commands.map(({ command }) => command) ?? [];
    host.showError(errorRecordOf(unsettledError(commands)));
    interruption.abandon(TIME_TO_END);
  });
  try {
    if (commandLine === undefined) {
      host.showError(errorRecordOf(wrong));
      return ExitCode.Usage;
    }
    const run = new CommandLineRun(surroundings, commandLine, host, interruption, sink);
    const exitCode = await Promise.race([run.execute(), interruption.givenUp.then(() => ExitCode.Success)]);
    await sink.end();
    await written(surroundings.stderr);
    // Only now it is known that all could be written.
    return exitCode === ExitCode.Success && host.errors > 0 ? ExitCode.Error : exitCode;
  } finally {
    host.end();
    forgetStray();
    forgetIdle();
    interruption.dispose();
  }
}

/** Milliseconds in which a command ends that knows that nobody waits for it. */
const TIME_TO_END = 100;

/** A process with nothing left to do would end as if all had been well. */
function unsettledError(commands: readonly string[]): CmdletException {
  return new CmdletException(text.unsettled(commands), {
    errorId: 'UnsettledCommand',
    category: 'InvalidResult',
    target: commands.join(' '),
  });
}

/** The bars; a terminal has them, whatever standard output is. */
function progressOn({ stderr, environment }: Surroundings): ProgressDisplay | undefined {
  return stderr.isTTY === true ? new ProgressDisplay(stderr, painter(wantsColors(stderr, environment))) : undefined;
}

/** Standard output; on a terminal that shows bars it is written above them. */
function sinkOn(
  { stdout }: Surroundings,
  progress: ProgressDisplay | undefined,
  onClosed: (error: NodeJS.ErrnoException) => void,
): TextSink {
  const isShared = stdout.isTTY === true && progress !== undefined;
  return new TextSink(stdout, {
    onClosed,
    ...(isShared ? { around: (write, text) => progress.aboveOutput(write, text) } : {}),
  });
}

function ignore(): void {}
