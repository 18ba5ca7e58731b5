import { Cmdlet, definePack, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { GetCommand, GetHelp, GetMember, utilityPack } from '@cmdlet/utility';
import { expect, it, onTestFinished } from 'vitest';

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
  [{ name: 'Get-Forecast', online: true }, 'InvalidOperation'],
])('Get-Help %j is an error', async (parameters, errorId) => {
  const session = await sessionWithPacks();
  const { errors } = await session.pipeline('Get-Help', parameters).run();
  expect(errors.map((error) => error.errorId)).toEqual([errorId]);
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
