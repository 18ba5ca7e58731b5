import { definePack, describeCall, Session } from '@cmdlet/core';
import { type AliasInfo, type CmdletInfo, utilityPack } from '@cmdlet/utility';
import { allDeviations } from './all-deviations.js';
import type { ExpectedSet, SyntaxCase, SyntaxDeclaration, SyntaxExpectation, SyntaxFile } from './syntax-case.js';
import { syntaxCmdlet } from './syntax-cmdlet.js';
import { departureOf } from './syntax-departures.js';
import { type CaseResult, NotApplicable } from './utility-case.js';

/** Our own expected results where they are not PowerShell's, by id of the case. */
type Deviations = Readonly<Record<string, { readonly reason: string; readonly expect: SyntaxExpectation }>>;

/**
 * Replays the cases of one file of the topic `syntax`: declares the cmdlets through the public API, imports them as a
 * pack of the file's name, and asks `Get-Command` and `Get-Help`.
 *
 * @param json the parsed content of the file
 * @param fileName as in `two-words.json`, which is the pack `GoldenTwoWords`
 */
export async function replaySyntaxFile(
  json: unknown,
  fileName = 'syntax.json',
  deviations: Deviations = listedDeviations(),
): Promise<CaseResult[]> {
  const { cmdlets, cases } = json as SyntaxFile;
  const words = fileName.replace(/\.json$/, '').split('-');
  const packName = `Golden${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
  const results: CaseResult[] = [];
  for (const given of cases) {
    results.push(await replayCase(given, cmdlets[given.cmdlet] ?? { parameters: {} }, packName, deviations[given.id]));
  }
  return results;
}

/** What `deviations.json` lists for this topic. */
export function listedDeviations(): Deviations {
  return allDeviations().syntax as Deviations;
}

async function replayCase(
  given: SyntaxCase,
  declaration: SyntaxDeclaration,
  packName: string,
  listed: Deviations[string] | undefined,
): Promise<CaseResult> {
  const { id } = given;
  try {
    const outcome = await outcomeOf(given, declaration, packName);
    const expect = listed?.expect ?? given.expect;
    const difference = differenceOf(expect, outcome);
    if (difference === undefined)
      return listed === undefined ? { id, passed: true } : { id, passed: true, departure: listed.reason };
    const departure = listed === undefined ? departureOf(given.expect, outcome, differenceOf) : undefined;
    return departure === undefined ? { id, passed: false, difference } : { id, passed: true, departure };
  } catch (error) {
    if (error instanceof NotApplicable) return { id, passed: false, applicable: false, difference: error.message };
    return { id, passed: false, difference: `threw ${error instanceof Error ? error.stack : String(error)}` };
  }
}

async function outcomeOf(
  given: SyntaxCase,
  declaration: SyntaxDeclaration,
  packName: string,
): Promise<SyntaxExpectation> {
  let cmdlet: ReturnType<typeof syntaxCmdlet>;
  try {
    cmdlet = syntaxCmdlet(given.cmdlet, declaration);
  } catch (error) {
    if (error instanceof NotApplicable) throw error;
    const { errorId = String(error), message = '' } = error as { errorId?: string; message?: string };
    return { error: { id: errorId, message, terminating: true } };
  }
  await using session = await Session.create({
    packs: [utilityPack, definePack({ name: packName, cmdlets: [cmdlet] })],
  });
  const { command = given.cmdlet, argumentList } = given;
  const parameters = { name: command, ...(argumentList === undefined ? {} : { argumentList }) };
  const { output, errors, failure } = await session.pipeline('Get-Command', { ...parameters, syntax: true }).run();
  const error = failure ?? errors[0];
  if (error !== undefined) {
    const [id = ''] = error.fullyQualifiedErrorId.split(',');
    return { error: { id, message: error.exception.message, terminating: failure !== undefined } };
  }
  const syntax = output.flatMap((text) => linesOf(text));
  const [info] = (await session.pipeline('Get-Command', parameters)) as (CmdletInfo | AliasInfo)[];
  const isAlias = info?.commandType === 'Alias';
  return {
    syntax,
    ...(isAlias ? { definition: info.definition } : { parameterSets: setsOf(session, given) }),
    ...(given.help === undefined ? {} : { help: await helpOf(session, given) }),
  };
}

function setsOf(session: Session, { cmdlet, argumentList, allParameters = false }: SyntaxCase): readonly ExpectedSet[] {
  const options = { allParameters, ...(argumentList === undefined ? {} : { argumentList }) };
  return describeCall(session, cmdlet, options).sets.map(({ name, default: isDefault, text, parameters }) => ({
    name,
    isDefault,
    text,
    parameters,
  }));
}

async function helpOf(
  session: Session,
  { cmdlet, help = [] }: SyntaxCase,
): Promise<NonNullable<SyntaxExpectation['help']>> {
  const shown: Record<string, NonNullable<SyntaxExpectation['help']>[string]> = {};
  for (const option of help) {
    const [name, value] = option.split(' ');
    const parameter = name === undefined || name === '' ? {} : { [name.slice(1)]: value ?? true };
    const { output, errors, failure } = await session.pipeline('Get-Help', { name: cmdlet, ...parameter }).run();
    const error = failure ?? errors[0];
    shown[option] =
      error === undefined
        ? trimmed(output.flatMap((text) => String(text).split('\n')))
        : { error: error.fullyQualifiedErrorId, message: error.exception.message };
  }
  return shown;
}

function linesOf(text: unknown): string[] {
  return String(text)
    .split('\n')
    .filter((line) => line !== '');
}

function trimmed(lines: readonly string[]): string[] {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .split('\n');
}

/** In words what is not as expected; undefined if all is. */
function differenceOf(expect: SyntaxExpectation, outcome: SyntaxExpectation): string | undefined {
  if (expect.error !== undefined || outcome.error !== undefined) {
    const [expected] = expect.error?.id.split(',') ?? [];
    return expected === outcome.error?.id
      ? undefined
      : `error is ${JSON.stringify(outcome.error)}, not ${expected ?? 'any'}`;
  }
  for (const part of ['syntax', 'definition', 'parameterSets'] as const) {
    const [expected, got] = [JSON.stringify(expect[part]), JSON.stringify(outcome[part])];
    if (expect[part] !== undefined && expected !== got) return `${part} is ${got}, not ${expected}`;
  }
  for (const [option, expected] of Object.entries(expect.help ?? {})) {
    const got = outcome.help?.[option];
    if ('error' in expected) {
      const [id] = expected.error.split(',');
      const isSame = got !== undefined && 'error' in got && got.error.startsWith(`${id},`);
      if (!isSame) return `help ${option} is ${JSON.stringify(got)}, not ${expected.error}`;
    } else if (JSON.stringify(got) !== JSON.stringify(expected)) {
      return `help ${option} is ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`;
    }
  }
  return undefined;
}
