import { AssertionError } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import {
  bindCall,
  type CommandExample,
  type CommandMetadata,
  metadataOf,
  type Pack,
  Pipeline,
  type Session,
} from '@cmdlet/core';
import { classesOf } from '../pack-classes.js';
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
 * as it may do something that a test must not; lines that cannot be read are left out.
 *
 * @param options services in place of the real ones, further packs …
 *
 * @example
 * defineTests(it, await exampleCases(weather, { services: [[WeatherApi, fake]] }));
 */
export async function exampleCases(pack: Pack, options: ExampleOptions = {}): Promise<readonly TestCase[]> {
  const classes = await Promise.all(pack.cmdlets.map(classesOf));
  const settings: ExampleOptions = { ...options, packs: [pack, ...(options.packs ?? [])] };
  return classes.flat().flatMap((cmdlet) => {
    const command = metadataOf(cmdlet);
    return command.examples.flatMap((example, index) => caseOf(command, example, index, settings));
  });
}

function caseOf(command: CommandMetadata, example: CommandExample, index: number, options: ExampleOptions): TestCase[] {
  const { title = `example ${index + 1}`, code, output } = example;
  const line = readCommandLine(code);
  const inSession = async (check: (session: TestSession) => Promise<void> | void): Promise<void> => {
    await using session = await TestSession.create(options);
    await check(session);
  };
  const named = (how: string): string => `${command.name}: ${title} ${how}`;
  if (output !== undefined) {
    return [{ title: named('writes what it says'), check: () => inSession((test) => compare(test, example, options)) }];
  }
  if (line === undefined) return [];
  return [{ title: named('binds'), check: () => inSession(({ session }) => bindAll(session, line, command)) }];
}

async function compare(test: TestSession, example: CommandExample, options: ExampleOptions): Promise<void> {
  const { code, output: expected = [] } = example;
  const result = await test.run((session) => options.pipelineOf?.(session, code) ?? pipelineOf(session, code));
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

function pipelineOf(session: Session, code: string): Pipeline<unknown> {
  const line = readCommandLine(code);
  if (line === undefined) throw new SyntaxError(text.needsLanguage(code));
  const calls = line.commands.map(({ name, arguments: given }) => ({
    lookUp: () => session.commandOf(name),
    invocationName: name,
    arguments: given,
  }));
  return new Pipeline(session, calls, line.input);
}

/** Binds what the example says of the command itself; other commands may come from anywhere. */
async function bindAll(session: Session, line: CommandLine, { name, aliases }: CommandMetadata): Promise<void> {
  const own = [name, ...aliases].map((each) => each.toUpperCase());
  for (const [index, call] of line.commands.entries()) {
    if (!own.includes(call.name.toUpperCase())) continue;
    await using _bound = bindCall(session, call.name, call.arguments, index > 0 || line.input !== undefined);
  }
}
