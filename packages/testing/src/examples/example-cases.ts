import { AssertionError } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import {
  bindCall,
  type CmdletClass,
  type CommandExample,
  type CommandInfo,
  metadataOf,
  type Pack,
  Pipeline,
  type Session,
} from '@cmdlet/core';
import { classesOf } from '../pack-classes.js';
import { namesIn } from '../pack-names.js';
import type { TestSessionOptions } from '../run/run-options.js';
import { TestSession } from '../run/test-session.js';
import type { TestCase } from '../test-case.js';
import { text } from '../text.js';
import { type CommandLine, readCommandLine } from './read-command-line.js';

/** How examples are run. */
export interface ExampleOptions extends TestSessionOptions {
  /** Makes the pipeline of a command line, for lines that need the command language. Default: a reader of plain lines. */
  readonly pipelineOf?: (session: Session, line: string) => Pipeline<unknown>;
}

/**
 * The examples of a pack's commands as tests.
 *
 * One that says what it writes is run and compared: a text stands for an object that is shown so. Any other is only bound,
 * as it may do something that a test must not; lines that cannot be read are left out. One that does not call its command
 * fails.
 *
 * @param options services in place of the real ones, further packs …
 *
 * @example
 * defineTests(it, await exampleCases(weather, { services: [[WeatherApi, fake]] }));
 */
export async function exampleCases(pack: Pack, options: ExampleOptions = {}): Promise<readonly TestCase[]> {
  const classes = (await Promise.all(pack.cmdlets.map(classesOf))).flat();
  const settings: ExampleOptions = { ...options, packs: [pack, ...(options.packs ?? [])] };
  const commands = classes.map((cmdlet) => ({ cmdlet, names: namesIn(pack, metadataOf(cmdlet)) }));
  return commands.flatMap((command) => {
    const { examples } = metadataOf(command.cmdlet);
    return examples.flatMap((example, index) => casesOf(new Example(example, index, command, commands, settings)));
  });
}

/** A command, and how it may be called. */
interface NamedCommand {
  readonly cmdlet: CmdletClass;
  readonly names: ReadonlySet<string>;
}

/** One example with what is around it. */
class Example {
  readonly line: CommandLine | undefined;

  constructor(
    readonly shown: CommandExample,
    readonly index: number,
    /** Whose example it is. */
    readonly command: NamedCommand,
    /** All commands of the pack. */
    readonly commands: readonly NamedCommand[],
    readonly options: ExampleOptions,
  ) {
    this.line = readCommandLine(shown.code);
  }

  /** A command of the pack by its class: an example may call it with the prefix of the pack or without. */
  commandOf(session: Session, name: string): CommandInfo {
    const own = this.commands.find(({ names }) => names.has(name.toUpperCase()));
    return session.commandOf(own?.cmdlet ?? name);
  }
}

function casesOf(example: Example): TestCase[] {
  const { line, shown, index, command, options } = example;
  const { title = `example ${index + 1}`, output } = shown;
  const inSession = async (check: (session: TestSession) => Promise<void> | void): Promise<void> => {
    await using session = await TestSession.create(options);
    await check(session);
  };
  const named = (how: string): string => `${metadataOf(command.cmdlet).name}: ${title} ${how}`;
  if (output !== undefined) {
    return [{ title: named('writes what it says'), check: () => inSession((test) => compare(test, example)) }];
  }
  if (line === undefined) return [];
  return [{ title: named('binds'), check: () => inSession(({ session }) => bindOwn(session, example, line)) }];
}

async function compare(test: TestSession, example: Example): Promise<void> {
  const { code, output: expected = [] } = example.shown;
  const { pipelineOf } = example.options;
  const result = await test.run((session) => pipelineOf?.(session, code) ?? plainPipeline(session, example));
  const actual = result.output.map((record, index) => asShown(record, expected[index]));
  if (result.state === 'Completed' && result.errors.length === 0 && isDeepStrictEqual(actual, expected)) return;
  throw new AssertionError({
    message: text.otherExample(code, result.errors.map(String), String(result.failure ?? '')),
    actual,
    expected,
  });
}

/** A record in the form in which the example shows it: as text, or by its properties. */
function asShown(record: unknown, expected: unknown): unknown {
  if (typeof expected === 'string') return String(record);
  const isBag = typeof expected === 'object' && expected !== null && !Array.isArray(expected);
  return isBag && typeof record === 'object' && record !== null ? { ...record } : record;
}

function plainPipeline(session: Session, example: Example): Pipeline<unknown> {
  const { line, shown } = example;
  if (line === undefined) throw new SyntaxError(text.needsLanguage(shown.code));
  const calls = line.commands.map(({ name, arguments: given }) => ({
    lookUp: () => example.commandOf(session, name),
    invocationName: name,
    arguments: given,
  }));
  return new Pipeline(session, calls, line.input);
}

/** Binds what the example says of the command itself, and records in front of it; other commands may come from anywhere. */
async function bindOwn(session: Session, { command, shown }: Example, { commands, input }: CommandLine): Promise<void> {
  const own = commands.filter(({ name }) => command.names.has(name.toUpperCase()));
  if (own.length === 0) throw new AssertionError({ message: text.foreignExample(shown.code) });
  for (const call of own) {
    const records = call === commands[0] ? input : undefined;
    const expectingInput = records !== undefined || call !== commands[0];
    await using bound = bindCall(session, command.cmdlet, call.arguments, expectingInput);
    for (const record of records ?? []) {
      const error = bound.bindRecord(record);
      if (error !== undefined) throw error.exception;
    }
  }
}
