import {
  type CmdletClass,
  defineCmdlet,
  definePack,
  Int32,
  Obsolete,
  type Pack,
  Switch,
  unapproved,
  type Verb,
} from '@cmdlet/core';
import { formatFindings, lintPack } from '@cmdlet/testing';
import { describe, expect, it } from 'vitest';
import { isPlural, singularOf } from '../../../packages/testing/src/lint/plural.js';
import { forecastPack } from '../forecast-pack.js';

type Definition = Parameters<typeof defineCmdlet>[0];

/** A pack of one command, in which nothing is wrong but what a test says. */
function packOf(definition: Partial<Definition>): Pack {
  const verb: Verb = definition.verb ?? 'Get';
  const noun = definition.noun ?? 'Row';
  const fine = { synopsis: 'Does it.', outputType: String, examples: [{ code: `${verb}-${noun}` }] };
  return definePack({ name: 'rows', cmdlets: [defineCmdlet({ ...fine, ...definition, verb, noun })] });
}

async function findingsOf(pack: Pack): Promise<string[]> {
  const found = await lintPack(pack, { least: 'information', except: ['MissingParameterHelp', 'VerbPairMissing'] });
  return found.map(({ id, place }) => `${id} ${place}`);
}

const inSet = (...names: readonly string[]) => ({ parameterSetName: names, mandatory: true, type: String }) as const;

describe('lintPack', () => {
  it('finds nothing in a pack that is as it should be', async () => {
    expect(await lintPack(forecastPack)).toEqual([]);
    expect(await findingsOf(packOf({}))).toEqual([]);
  });

  it.each(['Get-Row', 'Get-DbRow', 'rows', 'Dbrows'])('knows a command with a prefix as %s', async (name) => {
    const pack = { ...packOf({ examples: [{ code: name }] }), commandPrefix: 'Db', aliases: { rows: 'Get-Row' } };
    expect(await findingsOf(pack)).toEqual([]);
  });

  it.each<[string, Partial<Definition>, string[]]>([
    ['an unapproved verb', { verb: unapproved('Fetch') }, ['UnapprovedVerb Fetch-Row']],
    ['a verb in another spelling', { verb: unapproved('get') }, ['VerbSpelling get-Row']],
    ['a plural noun', { noun: 'TableRows' }, ['PluralNoun Get-TableRows']],
    ['a noun in lower case', { noun: 'table_row' }, ['NounNotPascalCase Get-table_row']],
    ['a noun with a dash', { noun: 'Table-Row' }, ['RestrictedCharacter Get-Table-Row']],
    [
      'a parameter with an underscore',
      { parameters: { max_size: { type: Int32 } } },
      ['ParameterNotPascalCase Get-Row -Max_size'],
    ],
    ['a plural parameter', { parameters: { names: { type: [String] } } }, ['PluralParameter Get-Row -Names']],
    [
      'a name that others call otherwise',
      { parameters: { folder: { type: String } } },
      ['NonStandardParameter Get-Row -Folder'],
    ],
    [
      'a mandatory switch',
      { parameters: { all: { type: Switch, mandatory: true } } },
      ['MandatorySwitch Get-Row -All'],
    ],
    [
      'a switch with a position',
      { parameters: { all: { type: Switch, position: 0 } } },
      ['PositionalSwitch Get-Row -All'],
    ],
    ['a secret as plain text', { parameters: { apiKey: { type: String } } }, ['PlainTextSecret Get-Row -ApiKey']],
    [
      'obsolete without a word',
      { parameters: { old: { type: String, attributes: [Obsolete('')] } } },
      ['ObsoleteWithoutHint Get-Row -Old'],
    ],
    [
      'sets that cannot be told apart',
      { parameters: { name: inSet('A', 'B'), extra: { type: String, parameterSetName: 'B' } } },
      ['AmbiguousParameterSets Get-Row'],
    ],
    [
      'a set that is never used',
      {
        defaultParameterSetName: 'A',
        parameters: { name: inSet('A', 'B'), extra: { type: String, parameterSetName: 'A' } },
      },
      ['UnreachableParameterSet Get-Row'],
    ],
    [
      'a default set of nobody',
      { defaultParameterSetName: 'C', parameters: { name: inSet('A'), id: inSet('B') } },
      ['UnknownDefaultParameterSet Get-Row'],
    ],
    [
      'a position that may be left out before one that may not',
      { parameters: { filter: { type: String, position: 0 }, name: { type: String, position: 1, mandatory: true } } },
      ['OptionalBeforeMandatory Get-Row'],
    ],
    [
      'two parameters for one record',
      {
        parameters: {
          name: { type: String, valueFromPipeline: true },
          title: { type: String, valueFromPipeline: true },
          size: { type: Int32, valueFromPipeline: true },
        },
      },
      ['SeveralPipelineParameters Get-Row'],
    ],
    ['no help', { synopsis: undefined as never }, ['MissingHelp Get-Row']],
    ['no example', { examples: [] }, ['MissingExample Get-Row']],
    ['no output type', { outputType: [] }, ['MissingOutputType Get-Row']],
    ['a change that is not asked about', { verb: 'Remove' }, ['ShouldProcessMissing Remove-Row']],
    [
      'questions about what changes nothing',
      { supportsShouldProcess: true, process: asks },
      ['ShouldProcessOnReading Get-Row'],
    ],
    ['a question that is not declared', { process: asks }, ['ShouldProcessUndeclared Get-Row']],
    [
      'a declared question that is never asked',
      { verb: 'Remove', supportsShouldProcess: true },
      ['ShouldProcessUnused Remove-Row'],
    ],
    ['a question that nothing answers', { process: insists }, ['ContinueWithoutForce Get-Row']],
    [
      'a change that nothing comes of',
      { verb: 'Set', outputType: [], supportsShouldProcess: true, process: asks },
      ['PassThruMissing Set-Row', 'MissingOutputType Set-Row'],
    ],
    ['an example of another command', { examples: [{ code: 'Get-Column' }] }, ['ExampleOfOther Get-Row']],
    [
      'an example with a parameter that is not there',
      { examples: [{ code: 'Get-Row -Nmae x -Verb' }] },
      ['ExampleUnknownParameter Get-Row'],
    ],
    ['an example that it cannot read', { examples: [{ code: 'Get-Row | % { $_ }' }] }, []],
  ])('finds %s', async (_title, definition, expected) => {
    expect(await findingsOf(packOf(definition))).toEqual(expected);
  });

  it('finds commands without their counterpart, and parameters without help', async () => {
    const pack = packOf({
      verb: 'Start',
      supportsShouldProcess: true,
      process: asks,
      parameters: { name: { type: String } },
    });
    const found = await lintPack(pack, { least: 'information' });
    expect(found.map(({ id, place }) => `${id} ${place}`)).toEqual([
      'VerbPairMissing Start-Row',
      'MissingParameterHelp Start-Row -Name',
    ]);
  });

  it('finds what cannot be loaded, with the id of the declaration error', async () => {
    const broken = definePack({
      name: 'broken',
      cmdlets: [() => Promise.resolve({ nothing: 1 }), () => Promise.reject(new Error('gone'))],
    });
    expect((await lintPack(broken)).map(({ id, place }) => `${id} ${place}`)).toEqual([
      'CmdletNotDeclared pack broken',
      'NotLoaded pack broken',
    ]);
    const aliased = definePack({ ...packOf({}), aliases: { gr: 'Get-Column' } });
    expect(await lintPack(aliased)).toMatchObject([{ id: 'CommandNotFoundException', severity: 'error' }]);
  });

  it('looks into modules that are loaded late', async () => {
    const pack = definePack({
      name: 'late',
      cmdlets: [() => Promise.resolve({ rows: packOf({ noun: 'Rows' }).cmdlets[0] })],
    });
    expect((await lintPack(pack)).map(({ id }) => id)).toEqual(['PluralNoun']);
  });

  it('leaves out what is accepted, everywhere or at one place', async () => {
    const pack = packOf({ noun: 'Rows', parameters: { names: { type: [String] } } });
    const ids = async (...except: string[]) => (await lintPack(pack, { except })).map(({ id }) => id);
    expect(await ids()).toEqual(['PluralNoun', 'PluralParameter']);
    expect(await ids('PluralNoun')).toEqual(['PluralParameter']);
    expect(await ids('PluralParameter Get-Rows -Names', 'PluralNoun Get-Columns')).toEqual(['PluralNoun']);
  });

  it('looks at some classes, and knows the others by name', async () => {
    const GetRows = defineCmdlet({ verb: 'Get', noun: 'Rows', process() {} });
    const SetRows = defineCmdlet({ verb: 'Set', noun: 'Rows', process() {} });
    const pack = definePack({ name: 'rows', cmdlets: [GetRows, SetRows] });
    const places = async (only?: readonly CmdletClass[]): Promise<readonly string[]> => {
      const found = await lintPack(pack, { least: 'information', ...(only === undefined ? {} : { only }) });
      return [...new Set(found.map(({ place }) => place))];
    };
    expect(await places()).toEqual(['Get-Rows', 'Set-Rows']);
    expect(await places([SetRows])).toEqual(['Set-Rows']);
    expect(await places([])).toEqual([]);
  });

  it('reports errors only, if told so, and says what to write', async () => {
    const pack = packOf({ verb: unapproved('Delete'), process: asks, outputType: [] });
    expect((await lintPack(pack, { least: 'error' })).map(({ id }) => id)).toEqual(['ShouldProcessUndeclared']);
    expect(formatFindings(await lintPack(pack)).split('\n')).toEqual([
      'error ShouldProcessUndeclared Delete-Row: The command calls shouldProcess and does not declare it, so the call fails. Write supportsShouldProcess: true in @Cmdlet, and ask await this.shouldProcess(target, action) before each change.',
      "warning UnapprovedVerb Delete-Row: 'Delete' is no approved verb, so nobody guesses the command. Write Remove-Row.",
      'warning MissingOutputType Delete-Row: Nobody is told what the command writes. Write outputType: … in @Cmdlet: a class, or a name.',
    ]);
  });
});

describe('isPlural', () => {
  it.each(['Rows', 'Settings', 'Processes', 'Entries', 'TableRows', 'Keys', 'Databases'])('knows %s', (name) => {
    expect(isPlural(name)).toBe(true);
  });

  it.each(['Row', 'Status', 'Process', 'Address', 'Alias', 'DNS', 'TableDNS', 'Analysis', 'News', 'Bus', 'S'])(
    'does not take %s for one',
    (name) => {
      expect(isPlural(name)).toBe(false);
    },
  );

  it.each([
    ['Rows', 'Row'],
    ['Entries', 'Entry'],
    ['Boxes', 'Box'],
    ['Processes', 'Process'],
    ['Keys', 'Key'],
    ['Databases', 'Database'],
  ])('makes %s to %s', (plural, singular) => {
    expect(singularOf(plural)).toBe(singular);
  });
});

async function asks(this: { shouldProcess(target: string): Promise<boolean> }): Promise<void> {
  await this.shouldProcess('x');
}

async function insists(this: { shouldContinue(query: string, caption: string): Promise<boolean> }): Promise<void> {
  await this.shouldContinue('x', 'y');
}
