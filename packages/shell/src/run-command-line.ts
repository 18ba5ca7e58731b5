import {
  CommandNotFoundException,
  containsErrorRecord,
  ErrorRecord,
  isFinishedState,
  type Job,
  ParameterBindingException,
  PipelineStoppedException,
  Session,
  WarningRecord,
} from '@cmdlet/core';
import { jobPack } from '@cmdlet/jobs';
import { utilityPack } from '@cmdlet/utility';
import { type CommandLine, parseCommandLine } from './command-line/parse-command-line.js';
import type { OutputFormat, ShellOptions } from './command-line/shell-options.js';
import { UsageError } from './command-line/usage-error.js';
import { CommandCatalog } from './commands/command-catalog.js';
import { ExitCode } from './exit-code.js';
import { helpText } from './help/help-text.js';
import { wantsColors } from './host/colors.js';
import { TerminalHost } from './host/terminal-host.js';
import { guessFormat } from './input/guess-format.js';
import { writeRecords } from './output/record-output.js';
import { TextSink } from './output/text-sink.js';
import { findPacks } from './packs/find-packs.js';
import { PackError } from './packs/pack-error.js';
import { receiveJobs } from './run/follow-jobs.js';
import { Interruption } from './run/interruption.js';
import { buildPipeline, isJob, type PipelineSource } from './run/run-pipeline.js';
import { hasInput, wantsInput } from './run/wants-input.js';
import type { Surroundings } from './surroundings.js';
import { text } from './text.js';

/**
 * Runs one command line and gives the exit code; what it writes goes to the streams of its surroundings.
 *
 * @param endAtOnce ends the process when the user interrupts a second time
 */
export async function runCommandLine(surroundings: Surroundings, endAtOnce: () => void): Promise<ExitCode> {
  let commandLine: CommandLine;
  try {
    commandLine = parseCommandLine(surroundings.words);
  } catch (error) {
    new TerminalHost(surroundings, { errorOutput: 'text', trace: false }).showError(recordOf(error));
    return ExitCode.Usage;
  }
  const host = new CountingHost(surroundings, commandLine.options);
  const interruption = new Interruption(surroundings, endAtOnce);
  const sink = new TextSink(surroundings.stdout, () => interruption.stop());
  const session = await Session.create({ packs: [jobPack], host });
  const run = new CommandLineRun(surroundings, commandLine, host, interruption, sink, session);
  try {
    return await run.execute();
  } finally {
    await session.dispose();
    await sink.end();
    host.end();
    interruption.dispose();
  }
}

/** Knows whether an error was shown. */
class CountingHost extends TerminalHost {
  errors = 0;

  override showError(record: ErrorRecord): void {
    this.errors++;
    super.showError(record);
  }
}

/** One command line from look-up to exit code. */
class CommandLineRun {
  readonly #jobs: Job[] = [];

  constructor(
    private readonly surroundings: Surroundings,
    private readonly commandLine: CommandLine,
    private readonly host: CountingHost,
    private readonly interruption: Interruption,
    private readonly sink: TextSink,
    private readonly session: Session,
  ) {}

  async execute(): Promise<ExitCode> {
    try {
      const { commands, options } = this.commandLine;
      const catalog = await this.#catalog(options);
      const help = await helpText(commands, catalog).finally(() => this.#tellOfPacks(catalog));
      if (help !== undefined) {
        await this.sink.write(help);
        return ExitCode.Success;
      }
      await this.#run(catalog, options).finally(() => this.#tellOfPacks(catalog));
    } catch (error) {
      return this.#failed(error);
    }
    if (this.#jobs.some(({ state }) => state === 'Failed')) return ExitCode.JobFailed;
    if (this.interruption.requested && !this.sink.closed) return ExitCode.Interrupted;
    return this.host.errors > 0 ? ExitCode.Error : ExitCode.Success;
  }

  async #catalog({ packs }: ShellOptions): Promise<CommandCatalog> {
    const search = await findPacks(this.surroundings.workingDirectory, packs);
    return new CommandCatalog(search.packs, [jobPack, utilityPack], search.failures);
  }

  /** Packs that cannot be used do not keep the others from it, but nobody is to wonder where their commands are. */
  #tellOfPacks({ failures }: CommandCatalog): void {
    for (const { message } of failures.splice(0)) this.host.showWarning(new WarningRecord(message));
  }

  async #run(catalog: CommandCatalog, options: ShellOptions): Promise<void> {
    const { commands } = this.commandLine;
    const source = await this.#source(catalog, options);
    const { workingDirectory } = this.surroundings;
    const { pipeline } = await buildPipeline(this.session, catalog, commands, workingDirectory, source);
    const format = options.output ?? 'view';
    const { signal } = this.interruption;
    await this.#write(this.#withoutJobs(pipeline.with({ signal })), format);
    if (this.#jobs.length > 0) await this.#follow(format);
  }

  /** Jobs are not written as records: they are followed to their end. */
  async *#withoutJobs(records: AsyncIterable<unknown>): AsyncGenerator<unknown, void, void> {
    for await (const record of records) {
      if (isJob(record)) this.#jobs.push(record);
      else yield record;
    }
  }

  async #follow(format: OutputFormat): Promise<void> {
    const running = this.#jobs.filter(({ state }) => !isFinishedState(state));
    const stop = (): void => {
      this.host.showWarning(new WarningRecord(text.interrupted));
      for (const job of running) void job.stop();
    };
    if (this.interruption.requested) stop();
    else this.interruption.onFirst(stop);
    await this.#write(receiveJobs(this.session, this.#jobs), format);
    await this.#write(asRecords(this.#jobs), format === 'list' ? 'list' : 'table');
  }

  #write(records: AsyncIterable<unknown>, format: OutputFormat): Promise<void> {
    const { stdout, environment } = this.surroundings;
    const width = stdout.columns ?? (Number(environment['COLUMNS']) || 120);
    return writeRecords(records, format, this.sink, { width, colors: wantsColors(stdout, environment) });
  }

  async #source(catalog: CommandCatalog, { input }: ShellOptions): Promise<PipelineSource | undefined> {
    const { stdin } = this.surroundings;
    const onError = (error: ErrorRecord): void => this.host.showError(error);
    if (input === 'none') return undefined;
    if (input !== undefined) return { format: input, stream: stdin, onError };
    const [first] = this.commandLine.commands;
    if (first === undefined || stdin.isTTY === true || !hasInput(0)) return undefined;
    const { description } = await catalog.find(first.command);
    return wantsInput(description, first.words) ? { ...(await guessFormat(stdin)), onError } : undefined;
  }

  #failed(error: unknown): ExitCode {
    if (PipelineStoppedException.is(error)) {
      return this.sink.closed ? ExitCode.Success : ExitCode.Interrupted;
    }
    this.host.showError(recordOf(error));
    return isUsage(error) ? ExitCode.Usage : ExitCode.Error;
  }
}

async function* asRecords<T>(records: readonly T[]): AsyncGenerator<T, void, void> {
  yield* records;
}

function isUsage(error: unknown): boolean {
  return (
    error instanceof UsageError ||
    error instanceof PackError ||
    error instanceof CommandNotFoundException ||
    error instanceof ParameterBindingException
  );
}

function recordOf(error: unknown): ErrorRecord {
  if (containsErrorRecord(error)) return error.errorRecord;
  const exception = error instanceof Error ? error : new Error(String(error));
  return new ErrorRecord(exception, 'UnexpectedError', 'NotSpecified');
}
