import { type ErrorRecord, Job, Pipeline, Session } from '@cmdlet/core';
import { withListValues } from '../command-line/list-values.js';
import type { CommandWords } from '../command-line/parse-command-line.js';
import type { InputFormat } from '../command-line/shell-options.js';
import { wordsToArguments } from '../command-line/words-to-arguments.js';
import type { CatalogCommand, CommandCatalog } from '../commands/command-catalog.js';
import type { Chunk } from '../input/read-lines.js';
import { readRecords } from '../input/read-records.js';

/** A pipeline that is ready to run, with the commands that it is made of. */
export interface ShellPipeline {
  readonly commands: readonly CatalogCommand[];
  readonly pipeline: Pipeline<unknown>;
}

/** What the records come from, if any do. */
export interface PipelineSource {
  readonly format: Exclude<InputFormat, 'none'>;
  readonly stream: AsyncIterable<Chunk>;
  readonly onError: (error: ErrorRecord) => void;
}

/** Looks the commands up, loads what they need, and makes a pipeline of them. */
export async function buildPipeline(
  session: Session,
  catalog: CommandCatalog,
  commandWords: readonly CommandWords[],
  workingDirectory: string,
  source: PipelineSource | undefined,
): Promise<ShellPipeline> {
  const commands: CatalogCommand[] = [];
  const calls = [];
  for (const { command, words } of commandWords) {
    const found = await catalog.find(command);
    commands.push(found);
    await session.import(await found.load());
    const { name } = found.description;
    calls.push({
      arguments: withListValues(await wordsToArguments(words, workingDirectory), found.description),
      lookUp: () => session.commandOf(name),
      invocationName: command,
    });
  }
  const input = source === undefined ? undefined : readRecords(source.stream, source.format, source.onError);
  return { commands, pipeline: new Pipeline(session, calls, input) };
}

/** Whether a record is a job, of this copy of the SDK or another. */
export function isJob(record: unknown): record is Job {
  return record instanceof Job;
}
