import { Cmdlet, commandMetadata, definePack, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { CmdletInfo, CommandListing, GetCommand, GetHelp, GetMember, LinkOpener, utilityPack } from '@cmdlet/utility';
import { describe, expect, it, onTestFinished } from 'vitest';

@Cmdlet('Get', 'Forecast', {
  aliases: ['gfc'],
  synopsis: 'Gets the weather.',
  examples: [{ title: 'Oslo', code: 'Get-Forecast Oslo' }],
  notes: 'Nobody knows\nmore.',
  links: [{ text: 'Get-City' }, { text: 'The site', uri: 'https://example.org/' }],
})
class GetForecast extends PSCmdlet<string> {
  /** The city. */
  @Parameter({ mandatory: true, position: 0, type: String, description: 'The city.' })
  city!: string;
}

async function sessionWithPacks(): Promise<Session> {
  const session = await Session.create({
    packs: [utilityPack, definePack({ name: 'weather', cmdlets: [GetForecast] })],
  });
  onTestFinished(() => session.dispose());
  return session;
}

it.each([
  ['a name', { name: 'get-forecast' }, ['Get-Forecast']],
  ['an alias', { name: 'gfc' }, ['gfc']],
  ['a name with its pack', { name: 'weather\\Get-Forecast' }, ['Get-Forecast']],
  ['a wildcard', { name: '*-Fore*' }, ['Get-Forecast']],
  ['a noun', { noun: 'forecast' }, ['Get-Forecast']],
  ['a pack', { module: 'weather' }, ['Get-Forecast']],
  ['the name of a parameter', { parameterName: 'cit*' }, ['Get-Forecast']],
  ['a number of them', { verb: 'Sort', totalCount: 1 }, ['Sort-Object']],
])('Get-Command finds by %s', async (_what, parameters, names) => {
  const session = await sessionWithPacks();
  const found = await session.invoke('Get-Command', parameters);
  expect(found.map(String)).toEqual(names);
});

it('Get-Command -Syntax gives text, each line between empty ones', async () => {
  const session = await sessionWithPacks();
  const output = await session.invoke(GetCommand, { name: 'Get-Forecast', syntax: true });
  expect(output).toEqual(['\nGet-Forecast [-City] <string> [<CommonParameters>]\n']);
});

it('Get-Command reports a name that nobody has, but no wildcard', async () => {
  const session = await sessionWithPacks();
  const { output, errors } = await session.pipeline(GetCommand, { name: ['Get-Nothing', 'Nothing*'] }).run();
  expect(output).toEqual([]);
  expect(errors.map(({ errorId, targetObject }) => [errorId, targetObject])).toEqual([
    ['CommandNotFoundException', 'Get-Nothing'],
  ]);
});

it('Get-Help shows what the author says', async () => {
  const session = await sessionWithPacks();
  const [text] = await session.invoke(GetHelp, { name: 'gfc', full: true });
  for (const part of [
    'SYNOPSIS\n    Gets the weather.',
    'SYNTAX\n    Get-Forecast [-City] <string> [<CommonParameters>]',
    '    -City <string>\n        The city.\n\n        Required?                    true',
    'Example 1: Oslo',
    '\nNOTES\n    Nobody knows\n    more.\n',
    '\nRELATED LINKS\n    Get-City\n    The site https://example.org/\n',
  ]) {
    expect(text).toContain(part);
  }
  expect(text?.toString().match(/^[A-Z ]+$/gm)).toEqual([
    'NAME',
    'SYNOPSIS',
    'SYNTAX',
    'PARAMETERS',
    'INPUTS',
    'OUTPUTS',
    'NOTES',
    'EXAMPLES',
    'RELATED LINKS',
    'ALIASES',
    'REMARKS',
  ]);
});

it.each([
  [{ name: 'Get-Nothing' }, 'HelpNotFound'],
  [{ name: 'Get-Forecast', parameter: ['nope'] }, 'NoParmsFound'],
  [{ name: 'Get-Command', online: true }, 'InvalidOperation'],
])('Get-Help %j is an error', async (parameters, errorId) => {
  const session = await sessionWithPacks();
  const { errors } = await session.pipeline('Get-Help', parameters).run();
  expect(errors.map((error) => error.errorId)).toEqual([errorId]);
});

it('Get-Help -Online shows the first link that is an address of the web', async () => {
  const shown: string[] = [];
  const session = await sessionWithPacks();
  const opener = new LinkOpener(async (address) => {
    shown.push(address);
  });
  await session.import({ name: 'opener', cmdlets: [], services: [[LinkOpener, opener]] });
  expect(await session.invoke(GetHelp, { name: 'gfc', online: true })).toEqual([]);
  expect(shown).toEqual(['https://example.org/']);
});

it('Get-Help -Online tells the address where nothing can show it', async () => {
  const session = await sessionWithPacks();
  const opener = new LinkOpener(() => Promise.reject(new Error('There is no screen')));
  await session.import({ name: 'opener', cmdlets: [], services: [[LinkOpener, opener]] });
  const { errors } = await session.pipeline(GetHelp, { name: 'gfc', online: true }).run();
  expect(errors.map(({ errorId, exception }) => [errorId, exception.message])).toEqual([
    [
      'InvalidOperation',
      'The page https://example.org/ cannot be shown here: There is no screen. Open it in a browser.',
    ],
  ]);
});

describe('Get-Command where several packs have a command of one name', () => {
  /** The one of the session, one of a pack that is known from its index, and that of the session there again. */
  async function sessionWithTwo(): Promise<Session> {
    const session = await sessionWithPacks();
    const description = commandMetadata(GetForecast);
    const listed = ['weather', 'climate'].map((packName) => ({
      name: 'Get-Forecast',
      aliases: ['gfc'],
      packName,
      description,
    }));
    await session.import({ name: 'listing', cmdlets: [], services: [[CommandListing, new CommandListing(listed)]] });
    return session;
  }

  it.each([
    ['the one that a call finds', { name: 'Get-Forecast' }, ['weather']],
    ['that one for a wildcard too', { name: '*-Fore*' }, ['weather']],
    ['all with -All, the one that a call finds first', { name: 'Get-Forecast', all: true }, ['weather', 'climate']],
    ['all of a wildcard with -All', { name: '*-Forecast', all: true }, ['weather', 'climate']],
    ['all of a noun with -All', { noun: 'Forecast', all: true }, ['weather', 'climate']],
    ['the one of a pack', { name: 'Get-Forecast', module: 'climate' }, ['climate']],
    ['the one of another pack than one', { noun: 'Forecast', excludeModule: 'weather' }, ['climate']],
    ['what is imported', { noun: 'Forecast', all: true, listImported: true }, ['weather']],
    ['so many of them', { noun: 'Forecast', all: true, totalCount: 1 }, ['weather']],
  ])('shows %s', async (_what, parameters, packs) => {
    const session = await sessionWithTwo();
    const found = await session.invoke(GetCommand, parameters);
    expect(found.map((command) => (command instanceof CmdletInfo ? command.source : command))).toEqual(packs);
  });
});

it('Get-Member tells properties and methods of a class', async () => {
  class Animal {
    readonly legs = 4;
    get kind(): string {
      return 'animal';
    }
    speak(_how: string): string {
      return '…';
    }
    static from(): Animal {
      return new Animal();
    }
  }
  const session = await sessionWithPacks();
  const members = await session.from([new Animal(), new Animal()]).pipe(GetMember);
  expect(members.map(({ memberType, name, definition }) => [memberType, name, definition])).toEqual([
    ['Method', 'speak', 'speak(arg1)'],
    ['Property', 'kind', 'string kind=animal'],
    ['Property', 'legs', 'int legs=4'],
  ]);
  const [own] = await session.from([new Animal()]).pipe(GetMember, { static: true });
  expect(own).toMatchObject({ typeName: 'Animal', name: 'from', memberType: 'Method' });
});
