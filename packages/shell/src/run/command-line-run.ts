import {
  type ErrorRecord,
  isFinishedState,
  type Job,
  Pipeline,
  PipelineStoppedException,
  Session,
  WarningRecord,
} from '@cmdlet/core';
import { ReceiveJob } from '@cmdlet/jobs';
import { COMPLETION_WORDS } from '../command-line/completion-words.js';
import type { CommandLine, CommandWords } from '../command-line/parse-command-line.js';
import type { OutputFormat } from '../command-line/shell-options.js';
import { CommandCatalog } from '../commands/command-catalog.js';
import { ExitCode } from '../exit-code.js';
import { type HelpAnswer, helpAnswer } from '../help/help-answer.js';
import { wrapped } from '../help/wrapped.js';
import { wantsColors } from '../host/colors.js';
import type { TerminalHost } from '../host/terminal-host.js';
import { onWidthOf, widthOf } from '../host/window-width.js';
import { readGuessedRecords, readRecords } from '../input/read-records.js';
import { standardInput } from '../input/standard-input.js';
import { makeRecordOutput } from '../output/make-record-output.js';
import type { TextSink } from '../output/text-sink.js';
import { isViewFormat, type ViewFormat, ViewOutput, type ViewPlace } from '../output/view-output.js';
import { builtInPacks } from '../packs/built-in-packs.js';
import { findPacks } from '../packs/find-packs.js';
import { ownVersion } from '../packs/own-packages.js';
import type { OutputStream, Surroundings } from '../surroundings.js';
import { text } from '../text.js';
import { errorRecordOf } from './error-record-of.js';
import { EventLoopTurns } from './event-loop-turns.js';
import type { Interruption } from './interruption.js';
import { misspelledOption } from './misspelled-option.js';
import { refuseFormatted } from './refuse-formatted.js';
import { type ResolvedCommand, resolveCommands } from './resolve-commands.js';
import { shownOfJobs } from './shown-of-jobs.js';
import { unquotedWildcard } from './unquoted-wildcard.js';
import { isUsage } from './usage.js';
import { wantedInput } from './wants-input.js';

/** One command line from look-up to exit code. */
export class CommandLineRun {
  /** Jobs that the commands gave, to be followed to their end. */
  readonly #jobs = new Set<Job>();

  constructor(
    private readonly surroundings: Surroundings,
    private readonly commandLine: CommandLine,
    private readonly host: TerminalHost,
    private readonly interruption: Interruption,
    private readonly sink: TextSink,
  ) {}

  /** Never rejects: what goes wrong is shown, and in the exit code. */
  async execute(): Promise<ExitCode> {
    try {
      const { tool } = this.commandLine;
      if (tool !== undefined) return await this.#runTool(tool);
      if (this.commandLine.asksVersion) await this.sink.write(`${ownVersion}\n`);
      else await this.#findAndRun();
    } catch (error) {
      // A run that was stopped says so; why is known here.
      if (!PipelineStoppedException.is(error) || !this.interruption.stop.aborted) {
        this.host.showError(errorRecordOf(this.#explained(error)));
        if (isUsage(error)) return ExitCode.Usage;
      }
    }
    if (this.interruption.requested) return ExitCode.Interrupted;
    if ([...this.#jobs].some(({ state }) => state === 'Failed')) return ExitCode.JobFailed;
    return this.host.errors > 0 ? ExitCode.Error : ExitCode.Success;
  }

  /** What was probably meant, where that is known. */
  #explained(error: unknown): unknown {
    const { commands } = this.commandLine;
    const { workingDirectory } = this.surroundings;
    return misspelledOption(error, commands) ?? unquotedWildcard(error, commands, workingDirectory) ?? error;
  }

  /** What authors of packs and shells use is loaded by them alone. */
  async #runTool({ command, words }: CommandWords): Promise<ExitCode> {
    if (COMPLETION_WORDS.has(command)) {
      const { completionAnswer } = await import('../completion/completion-answer.js');
      await this.sink.write(await completionAnswer(command, words, this.surroundings));
      return ExitCode.Success;
    }
    const { runPackTool } = await import('../build/pack-tool.js');
    return runPackTool(command, words, {
      workingDirectory: this.surroundings.workingDirectory,
      environment: this.surroundings.environment,
      stop: this.interruption.stop.signal,
      write: (written) => this.sink.write(written),
      showError: (error) => this.host.showError(errorRecordOf(error)),
    });
  }

  async #findAndRun(): Promise<void> {
    const { commands, options } = this.commandLine;
    const { workingDirectory, environment } = this.surroundings;
    const { packs, failures } = findPacks(workingDirectory, options.packs);
    const catalog = new CommandCatalog([...packs, ...builtInPacks(environment)], failures);
    try {
      const help = await helpAnswer(commands, catalog, this.surroundings);
      if (help === undefined) await this.#run(catalog);
      else await this.#writeHelp(help);
    } finally {
      this.#tellOfPacks(catalog);
    }
  }

  /** Help is text for people, and records for programs. */
  async #writeHelp({ text: written, lines = written, records }: HelpAnswer): Promise<void> {
    const { stdout } = this.surroundings;
    const place = this.#placeOn(stdout);
    if (this.#format === 'text') await this.sink.write(lines);
    else if (this.#format === 'view')
      await this.sink.write(stdout.isTTY === true ? wrapped(written, place.width) : written);
    else {
      const output = makeRecordOutput(this.#format, this.sink, place);
      for (const record of records) await output.accept(record);
      await output.end();
    }
  }

  /** Packs that cannot be used do not keep the others from it, but nobody is to wonder where their commands are. */
  #tellOfPacks({ failures }: CommandCatalog): void {
    for (const { message, errorId } of failures.splice(0)) {
      this.host.showWarning(new WarningRecord(`${message} [${errorId}]`, errorId));
    }
  }

  async #run(catalog: CommandCatalog): Promise<void> {
    const session = await Session.create({ host: this.host });
    try {
      const commands = await resolveCommands(session, catalog, this.commandLine.commands, this.surroundings);
      this.#tellOfPacks(catalog);
      if (!isViewFormat(this.#format)) refuseFormatted(commands, this.#format);
      await this.#write(session, commands);
      await this.#writeTable();
    } finally {
      await this.#end(session);
    }
  }

  /** Writes what the commands give, then what their jobs give until they have ended; what came before a failure too. */
  async #write(session: Session, commands: readonly ResolvedCommand[]): Promise<void> {
    const output = makeRecordOutput(this.#format, this.sink, this.#placeOn(this.surroundings.stdout));
    let hasBegun = false;
    const turns = new EventLoopTurns();
    const take = (record: unknown): Promise<void> | undefined => {
      hasBegun = true;
      if (!session.jobs.has(record as Job)) return output.accept(record) ?? turns.afterRecord();
      this.#jobs.add(record as Job);
      return undefined;
    };
    try {
      const input = await this.#input(session, commands[0]);
      await new Pipeline(session, commands, input, { signal: this.interruption.stop }).forEach(take);
      if (this.#jobs.size > 0) await this.#follow(session, commands, take);
    } catch (error) {
      // Where nothing was run, not even an empty list is written.
      if (hasBegun || !isUsage(error)) await output.end();
      throw error;
    }
    await output.end();
  }

  /** Hands on what the jobs write until they have ended; they are stopped when everything is. */
  async #follow(
    session: Session,
    commands: readonly ResolvedCommand[],
    take: (record: unknown) => Promise<void> | undefined,
  ): Promise<void> {
    const { stop, abandoned } = this.interruption;
    const stopJobs = (): void => {
      if (!abandoned.aborted) this.host.showWarning(new WarningRecord(text.interrupted));
      for (const job of this.#jobs) if (!isFinishedState(job.state)) void job.stop();
    };
    if (stop.aborted) stopJobs();
    stop.addEventListener('abort', stopJobs);
    await session
      .pipeline(ReceiveJob, { job: [...this.#jobs], wait: true, ...shownOfJobs(commands) })
      .with({ signal: abandoned })
      .forEach(take);
  }

  /** The table of the jobs. It goes to standard error where standard output holds data, and nothing else. */
  async #writeTable(): Promise<void> {
    if (this.#jobs.size === 0 || this.interruption.abandoned.aborted) return;
    const { stdout, stderr } = this.surroundings;
    const format: ViewFormat = this.#format === 'list' ? 'list' : 'table';
    const table = isViewFormat(this.#format)
      ? new ViewOutput(format, this.#placeOn(stdout), (lines) => this.sink.write(lines))
      : new ViewOutput(format, this.#placeOn(stderr), (lines) => this.host.showLines(lines));
    for (const job of this.#jobs) await table.accept(job);
    await table.end();
  }

  /** Jobs that nobody followed end with the session: said before it happens. */
  async #end(session: Session): Promise<void> {
    if (!this.interruption.stop.aborted) {
      for (const line of session.jobs.describeUnfinished()) this.host.showWarning(new WarningRecord(line));
    }
    await session.dispose();
  }

  async #input(session: Session, first: ResolvedCommand | undefined): Promise<AsyncIterable<unknown> | undefined> {
    const { input } = this.commandLine.options;
    const { inputKind } = this.surroundings;
    if (input === 'none' || first === undefined) return undefined;
    const { stop } = this.interruption;
    const stream = standardInput(() => this.surroundings.stdin, stop);
    const onError = (error: ErrorRecord): void => {
      // Where reading was cut off, its last line is not whole.
      if (!stop.aborted) this.host.showError(error);
    };
    if (input !== undefined) return readRecords(stream, input, onError);
    const wanted = inputKind === 'data' ? await wantedInput(session, first) : undefined;
    if (wanted === undefined) return undefined;
    return wanted.takesText ? readRecords(stream, 'lines', onError) : readGuessedRecords(stream, onError);
  }

  get #format(): OutputFormat {
    return this.commandLine.options.output ?? 'view';
  }

  #placeOn(stream: OutputStream): ViewPlace {
    const { environment } = this.surroundings;
    const width = widthOf(stream, environment);
    const colors = wantsColors(stream, environment);
    if (stream.isTTY !== true) return { width, colors };
    return { width, colors, onResize: (callback) => onWidthOf(stream, environment, callback) };
  }
}
