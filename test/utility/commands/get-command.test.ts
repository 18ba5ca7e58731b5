import {
  Cmdlet,
  commandMetadata,
  definePack,
  enumOf,
  Int32,
  Parameter,
  PSCmdlet,
  Session,
  ValidateSet,
} from '@cmdlet/core';
import { AliasInfo, CmdletInfo, CommandListing, GetCommand, utilityPack } from '@cmdlet/utility';
import { describe, expect, it, onTestFinished } from 'vitest';

@Cmdlet('Get', 'Forecast', { aliases: ['gfc'] })
class GetForecast extends PSCmdlet<string> {
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true, type: String, parameterSetName: 'ByCity' })
  city!: string;

  @Parameter({ mandatory: true, type: [Int32], parameterSetName: 'ByPlace' })
  place!: number[];

  @Parameter({ type: enumOf(['Celsius', 'Kelvin'], 'Scale') })
  scale = 'Celsius';

  @ValidateSet('Wind', 'Rain')
  @Parameter({ type: String })
  part = 'Wind';
}

@Cmdlet('Import', 'PowerShellDataFile')
class ImportPowerShellDataFile extends PSCmdlet<string> {}

@Cmdlet('Get', 'Forecasts')
class GetForecasts extends PSCmdlet<string> {}

const weather = definePack({ name: 'weather', version: '1.2.0', cmdlets: [GetForecast, ImportPowerShellDataFile] });
const climate = definePack({ name: 'climate', version: '2.0.0-beta.1', cmdlets: [GetForecasts] });

/** Two packs in the session, and one of which commands are only listed, with a version and without. */
async function sessionWithPacks(): Promise<Session> {
  const session = await Session.create({ packs: [utilityPack, weather, climate] });
  onTestFinished(() => session.dispose());
  const description = commandMetadata(GetForecast);
  const listing = new CommandListing([
    { name: 'Get-Listed', aliases: ['gls'], packName: 'listed', packVersion: '3.1.4', description },
    { name: 'Get-Unknown', aliases: [], packName: 'unknown', description },
  ]);
  await session.import({ name: 'listing', cmdlets: [], services: [[CommandListing, listing]] });
  return session;
}

async function namesOf(parameters: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const session = await sessionWithPacks();
  return (await session.invoke('Get-Command', parameters)).map(String);
}

describe('Get-Command -UseFuzzyMatching', () => {
  it.each([
    ['the nearest first, equally near ones by name', 'Get-Forcast', 2, ['Get-Forecast', 'Get-Forecasts']],
    ['neighbours that changed places as one difference', 'get-froecast', 1, ['Get-Forecast']],
    ['the name itself', 'GET-FORECAST', 0, ['Get-Forecast']],
    ['aliases too', 'gcf', 1, ['gcm', 'gfc']],
    ['commands that are only listed', 'Get-Lisded', 1, ['Get-Listed']],
    ['nothing, without an error, where nothing is near', 'Get-Nothing-Of-The-Kind', 5, []],
    ['no wildcard', '*-Forecast', 2, []],
  ])('finds %s', async (_what, name, fuzzyMinimumDistance, names) => {
    const session = await sessionWithPacks();
    const parameters = { name, useFuzzyMatching: true, fuzzyMinimumDistance };
    const { output, errors } = await session.pipeline(GetCommand, parameters).run();
    expect([output.map(String), errors]).toEqual([names, []]);
  });

  it('takes names that differ by five letters, unless it is told another distance', async () => {
    expect(await namesOf({ name: 'Get-Forecast12345', useFuzzyMatching: true })).toEqual([
      'Get-Forecast',
      'Get-Forecasts',
    ]);
    expect(await namesOf({ name: 'Get-Forecasts12345', useFuzzyMatching: true })).toEqual(['Get-Forecasts']);
  });

  it('tells the distance, and orders by it what several names bring', async () => {
    const session = await sessionWithPacks();
    const parameters = { name: ['Get-Forecasd', 'Get-Forecasts'], useFuzzyMatching: true, fuzzyMinimumDistance: 2 };
    const found = await session.invoke(GetCommand, parameters);
    expect(found.map((each) => each instanceof CmdletInfo && [each.name, each.score])).toEqual([
      ['Get-Forecasts', 0],
      ['Get-Forecast', 1],
    ]);
    const [exact] = await session.invoke(GetCommand, { name: 'Get-Forecast' });
    expect(exact).not.toHaveProperty('score');
  });

  it('gives the nearest where only so many are wanted', async () => {
    const parameters = { name: 'Get-Forecastz', useFuzzyMatching: true, totalCount: 1 };
    expect(await namesOf(parameters)).toEqual(['Get-Forecast']);
  });

  it('heeds what else is wanted', async () => {
    const parameters = { name: 'Get-Forecast', useFuzzyMatching: true };
    expect(await namesOf({ ...parameters, module: 'climate' })).toEqual(['Get-Forecasts']);
    expect(await namesOf({ ...parameters, commandType: 'Alias' })).toEqual([]);
    expect(await namesOf({ name: 'Get-Listet', useFuzzyMatching: true, listImported: true })).not.toContain(
      'Get-Listed',
    );
  });
});

describe('Get-Command -UseAbbreviationExpansion', () => {
  it.each([
    ['capitals in any case', 'i-psdf', ['Import-PowerShellDataFile']],
    ['capitals', 'I-PSDF', ['Import-PowerShellDataFile']],
    ['all of the capitals only', 'i-psd', []],
    ['capitals with the pack in front', 'weather\\g-f', ['Get-Forecast']],
    ['each command that has the capitals', 'g-f', ['Get-Forecast', 'Get-Forecasts']],
    ['commands that are only listed', 'g-l', ['Get-Listed']],
    ['a name all the same', 'get-forecast', ['Get-Forecast']],
    ['a wildcard all the same', '*-Fore*', ['Get-Forecast', 'Get-Forecasts']],
  ])('finds by %s', async (_what, name, names) => {
    const session = await sessionWithPacks();
    const { output, errors } = await session.pipeline(GetCommand, { name, useAbbreviationExpansion: true }).run();
    expect([output.map(String), errors]).toEqual([names, []]);
  });

  it('is not meant where it is not asked for', async () => {
    const session = await sessionWithPacks();
    const { errors } = await session.pipeline(GetCommand, { name: 'i-psdf' }).run();
    expect(errors.map(({ errorId }) => errorId)).toEqual(['CommandNotFoundException']);
  });

  it('takes names from the pipeline', async () => {
    const session = await sessionWithPacks();
    const found = await session.from(['g-l', 'i-psdf']).pipe(GetCommand, { useAbbreviationExpansion: true });
    expect(found.map(String)).toEqual(['Get-Listed', 'Import-PowerShellDataFile']);
  });
});

describe('Get-Command -FullyQualifiedModule', () => {
  const ofWeather = ['Get-Forecast', 'Import-PowerShellDataFile'];
  it.each([
    ['a name', 'WEATHER', ofWeather],
    ['a wildcard, which it does not know', 'weath*', []],
    ['the version', { ModuleName: 'weather', RequiredVersion: '1.2.0' }, ofWeather],
    ['another version', { ModuleName: 'weather', RequiredVersion: '1.2' }, []],
    ['a lowest version', { modulename: 'weather', moduleversion: '1.2' }, ofWeather],
    ['a lowest version that is higher', { ModuleName: 'weather', ModuleVersion: '1.10' }, []],
    ['a highest version', { ModuleName: 'weather', MaximumVersion: '1.2.0' }, ofWeather],
    ['a highest version that is lower', { ModuleName: 'weather', MaximumVersion: '1.1' }, []],
    ['a highest version with a wildcard', { ModuleName: 'weather', MaximumVersion: '1.*' }, ofWeather],
    ['a wildcard that is lower', { ModuleName: 'weather', MaximumVersion: '1.1.*' }, []],
    ['a range', { ModuleName: 'weather', ModuleVersion: '1.0', MaximumVersion: '2.0' }, ofWeather],
    [
      'a map',
      new Map([
        ['ModuleName', 'weather'],
        ['ModuleVersion', '1.0'],
      ]),
      ofWeather,
    ],
    ['an id, which no pack has', { ModuleName: 'weather', ModuleVersion: '1.0', Guid: `${'0'.repeat(31)}1` }, []],
    ['a version before a release', { ModuleName: 'climate', RequiredVersion: '2.0.0' }, ['Get-Forecasts']],
    ['the name of what is only listed', 'listed', ['Get-Listed']],
    ['the version of what is only listed', { ModuleName: 'listed', RequiredVersion: '3.1.4' }, ['Get-Listed']],
    ['the name where no version is known', 'unknown', ['Get-Unknown']],
    ['a version where none is known', { ModuleName: 'unknown', ModuleVersion: '0.0' }, []],
    ['one of several', ['listed', { ModuleName: 'climate', ModuleVersion: '1.0' }], ['Get-Forecasts', 'Get-Listed']],
  ])('finds by %s', async (_what, fullyQualifiedModule, names) => {
    expect(await namesOf({ fullyQualifiedModule })).toEqual(names);
  });

  it.each([
    ['no version', { ModuleName: 'weather' }],
    ['no name', { ModuleVersion: '1.0' }],
    ['an empty name', ''],
    ['both one and a lowest version', { ModuleName: 'weather', RequiredVersion: '1.0', ModuleVersion: '1.0' }],
    ['both one and a highest version', { ModuleName: 'weather', RequiredVersion: '1.0', MaximumVersion: '1.0' }],
    ['a version that is none', { ModuleName: 'weather', ModuleVersion: 'new' }],
    ['a highest version that is none', { ModuleName: 'weather', MaximumVersion: '*.1' }],
    ['another key', { ModuleName: 'weather', ModuleVersion: '1.0', Colour: 'red' }],
  ])('refuses a table with %s', async (_what, fullyQualifiedModule) => {
    await expect(namesOf({ fullyQualifiedModule })).rejects.toMatchObject({
      errorId: 'CannotConvertArgumentNoMessage',
      parameterName: 'FullyQualifiedModule',
    });
  });
});

it.each([
  [
    { module: 'weather', fullyQualifiedModule: 'weather' },
    'ModuleAndFullyQualifiedModuleCannotBeSpecifiedTogether',
    'InvalidOperation',
  ],
  [
    { syntax: true, showCommandInfo: true },
    'GetCommandCannotSpecifySyntaxAndShowCommandInfoTogether',
    'InvalidArgument',
  ],
  [{ noun: 'Forecast', useFuzzyMatching: true }, 'AmbiguousParameterSet', 'InvalidArgument'],
])('Get-Command with %j is %s', async (parameters, errorId, category) => {
  await expect(namesOf(parameters)).rejects.toMatchObject({ errorId, category });
});

describe('Get-Command -ParameterName and -ParameterType', () => {
  it.each([
    ['a parameter of the name and of the type', { parameterName: 'Place', parameterType: 'int*' }, true],
    ['one of the name and another of the type', { parameterName: 'City', parameterType: 'int*' }, false],
    ['a parameter that every command has', { parameterName: 'ErrorAction' }, true],
    ['the alias of such a one', { parameterName: 'EA' }, true],
    ['a parameter that is there as the command can run as a job', { parameterName: 'JobName' }, true],
  ])('asks for %s', async (_what, parameters, isFound) => {
    expect((await namesOf({ ...parameters, module: 'weather' })).includes('Get-Forecast')).toBe(isFound);
  });

  it('reports names that no command has, after what was found', async () => {
    const session = await sessionWithPacks();
    const parameterName = ['City', 'Citty', 'Nope*'];
    const { output, errors } = await session.pipeline(GetCommand, { module: 'weather', parameterName }).run();
    expect(output.map(String)).toEqual(['Get-Forecast']);
    expect(
      errors.map(({ errorId, categoryInfo, targetObject }) => [errorId, categoryInfo.category, targetObject]),
    ).toEqual([['CommandParameterNotFound', 'ObjectNotFound', 'Citty']]);
  });

  it('reports nothing where there was no command to look at', async () => {
    const session = await sessionWithPacks();
    const { errors } = await session.pipeline(GetCommand, { module: 'nowhere', parameterName: 'City' }).run();
    expect(errors).toEqual([]);
  });
});

it.each([
  ['another pack', { module: 'climate' }, 1],
  ['another pack by its version', { fullyQualifiedModule: 'climate' }, 1],
  ['another kind', { commandType: 'Alias' }, 1],
  ['the pack', { module: 'weather' }, 0],
  ['other parameters', { parameterName: 'Colour*' }, 0],
])(
  'Get-Command with a name and %s reports a name that is not found, but no missing parameter',
  async (_, rest, count) => {
    const session = await sessionWithPacks();
    const { errors } = await session.pipeline('Get-Command', { name: 'Get-Forecast', ...rest }).run();
    expect(errors.map(({ errorId }) => errorId)).toEqual(
      Array.from({ length: count }, () => 'CommandNotFoundException'),
    );
  },
);

it('Get-Command -CommandType shows aliases without a name', async () => {
  expect(await namesOf({ commandType: 'Alias', module: 'weather' })).toEqual(['gfc']);
  expect(await namesOf({ commandType: 'All', module: 'weather' })).toEqual([
    'gfc',
    'Get-Forecast',
    'Import-PowerShellDataFile',
  ]);
  expect(await namesOf({ module: 'weather' })).toEqual(['Get-Forecast', 'Import-PowerShellDataFile']);
});

it('Get-Command tells the version of the pack', async () => {
  const session = await sessionWithPacks();
  const found = await session.from(['Get-Forecast', 'gfc', 'Get-Forecasts', 'Get-Unknown']).pipe(GetCommand, {});
  expect(found.map(({ version }) => version)).toEqual(['1.2.0', '1.2.0', '2.0.0-beta.1', '']);
});

describe('Get-Command -ShowCommandInfo', () => {
  it('gives plain records in place of commands', async () => {
    const session = await sessionWithPacks();
    const [info] = await session.from(['Get-Forecast']).pipe(GetCommand, { showCommandInfo: true });
    expect(info).toMatchObject({
      name: 'Get-Forecast',
      moduleName: 'weather',
      module: { name: 'weather' },
      commandType: 'Cmdlet',
      definition: expect.stringContaining('Get-Forecast [-City] <string>'),
    });
    expect(structuredClone(info)).toEqual(info);
    expect(info?.parameterSets.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['ByCity', false],
      ['ByPlace', false],
    ]);
  });

  it('tells of each parameter what it is in the set', async () => {
    const session = await sessionWithPacks();
    const [info] = await session.from(['gfc']).pipe(GetCommand, { showCommandInfo: true });
    expect(info).toMatchObject({ name: 'gfc', commandType: 'Alias', definition: 'Get-Forecast' });
    const [byCity, byPlace] = info?.parameterSets ?? [];
    expect(byCity?.parameters.slice(0, 3)).toEqual([
      {
        name: 'City',
        isMandatory: true,
        valueFromPipeline: true,
        position: 0,
        parameterType: typeNamed('string', { isString: true }),
        hasParameterSet: false,
        validParamSetValues: [],
      },
      {
        name: 'Scale',
        isMandatory: false,
        valueFromPipeline: false,
        position: null,
        parameterType: typeNamed('Scale', { isEnum: true, enumValues: ['Celsius', 'Kelvin'] }),
        hasParameterSet: false,
        validParamSetValues: [],
      },
      {
        name: 'Part',
        isMandatory: false,
        valueFromPipeline: false,
        position: null,
        parameterType: typeNamed('string', { isString: true }),
        hasParameterSet: true,
        validParamSetValues: ['Wind', 'Rain'],
      },
    ]);
    expect(byPlace?.parameters[0]).toMatchObject({
      name: 'Place',
      parameterType: typeNamed('int[]', { isArray: true, elementType: typeNamed('int', {}) }),
    });
  });

  it('tells of the parameters of all commands too, each once', async () => {
    const session = await sessionWithPacks();
    const [info] = await session.from(['Get-Listed']).pipe(GetCommand, { showCommandInfo: true });
    const parameters = info?.parameterSets[0]?.parameters ?? [];
    const names = parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['AsJob', 'ErrorAction', 'Verbose']));
    expect(new Set(names).size).toBe(names.length);
    const typeOf = (wanted: string) => parameters.find(({ name }) => name === wanted)?.parameterType;
    expect(typeOf('Verbose')).toMatchObject({ isSwitch: true, isEnum: false });
    expect(typeOf('ErrorAction')?.enumValues).toContain('SilentlyContinue');
  });

  function typeNamed(fullName: string, facts: object): object {
    return {
      fullName,
      isEnum: false,
      isArray: false,
      isSwitch: false,
      isBoolean: false,
      isString: false,
      isScriptBlock: false,
      enumValues: [],
      elementType: null,
      ...facts,
    };
  }
});

it('Get-Command writes commands where it is not told otherwise', async () => {
  const session = await sessionWithPacks();
  const found = await session.from(['Get-Forecast', 'gfc']).pipe(GetCommand, { showCommandInfo: false });
  expect(found.map((each) => each.constructor)).toEqual([CmdletInfo, AliasInfo]);
});
