import { expect, test } from 'vitest';
import { commandMetadata, sharedParameters } from '../../../packages/core/src/declare/command-metadata.js';
import { Alias } from '../../../packages/core/src/declare/decorators/alias.js';
import { AllowEmptyCollection } from '../../../packages/core/src/declare/decorators/allow-empty-collection.js';
import { ArgumentCompleter } from '../../../packages/core/src/declare/decorators/argument-completer.js';
import { ArgumentCompletions } from '../../../packages/core/src/declare/decorators/argument-completions.js';
import { Cmdlet } from '../../../packages/core/src/declare/decorators/cmdlet.js';
import { Parameter } from '../../../packages/core/src/declare/decorators/parameter.js';
import { Validate } from '../../../packages/core/src/declare/decorators/validate.js';
import { ValidateCount } from '../../../packages/core/src/declare/decorators/validate-count.js';
import { ValidateLength } from '../../../packages/core/src/declare/decorators/validate-length.js';
import { ValidateNotNullOrEmpty } from '../../../packages/core/src/declare/decorators/validate-not-null-or-empty.js';
import { ValidatePattern } from '../../../packages/core/src/declare/decorators/validate-pattern.js';
import { ValidateRange } from '../../../packages/core/src/declare/decorators/validate-range.js';
import { ValidateScript } from '../../../packages/core/src/declare/decorators/validate-script.js';
import { ValidateSet } from '../../../packages/core/src/declare/decorators/validate-set.js';
import { enumOf } from '../../../packages/core/src/declare/types/enum-of.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';

@Cmdlet('Wait', 'Forecast', {
  defaultParameterSetName: 'City',
  aliases: ['wfc'],
  outputType: [String, 'Report'],
  supportsShouldProcess: true,
  synopsis: 'Waits.',
})
class WaitForecast {
  @Parameter({ parameterSetName: 'City', mandatory: true, position: 0, valueFromPipeline: true, helpMessage: 'Which?' })
  @Alias('town')
  @ValidateNotNullOrEmpty()
  city!: string;
  @Parameter({ type: Int32, parameterSetName: 'Id', defaultValueNote: 'no limit', description: 'Seconds.' })
  @ValidateRange(-1, 2147483647)
  timeout!: number;
}

test('A command is described as plain data', () => {
  const description = commandMetadata(WaitForecast);
  expect(JSON.parse(JSON.stringify(description))).toEqual(description);
  expect(description).toEqual({
    name: 'Wait-Forecast',
    type: 'WaitForecast',
    aliases: ['wfc'],
    defaultParameterSet: 'City',
    supportsShouldProcess: true,
    confirmImpact: 'Medium',
    supportsPaging: false,
    asJob: true,
    hasDynamicParameters: false,
    obsolete: null,
    outputTypes: ['string', 'Report'],
    parameters: [
      {
        name: 'City',
        property: 'city',
        type: 'string',
        isSwitch: false,
        aliases: ['town'],
        dynamic: false,
        wildcards: false,
        hidden: false,
        validation: ['ValidateNotNullOrEmpty'],
        values: [],
        obsolete: null,
        defaultValue: null,
        helpMessage: 'Which?',
        description: null,
        sets: [
          {
            set: 'City',
            mandatory: true,
            position: 0,
            valueFromPipeline: true,
            valueFromPipelineByPropertyName: false,
            valueFromRemainingArguments: false,
          },
        ],
      },
      expect.objectContaining({
        name: 'Timeout',
        type: 'int',
        validation: ['ValidateRange(-1..2147483647)'],
        defaultValue: 'no limit',
        description: 'Seconds.',
      }),
      expect.objectContaining({ name: 'WhatIf', isSwitch: true, aliases: ['wi'] }),
      expect.objectContaining({ name: 'Confirm', isSwitch: true, aliases: ['cf'] }),
    ],
    sets: [
      {
        name: 'City',
        default: true,
        parameters: ['City', 'WhatIf', 'Confirm'],
        text: '[-City] <string> [-WhatIf] [-Confirm] [<CommonParameters>]',
      },
      {
        name: 'Id',
        default: false,
        parameters: ['Timeout', 'WhatIf', 'Confirm'],
        text: '[-Timeout <int>] [-WhatIf] [-Confirm] [<CommonParameters>]',
      },
    ],
    syntax: [
      'Wait-Forecast [-City] <string> [-WhatIf] [-Confirm] [<CommonParameters>]',
      'Wait-Forecast [-Timeout <int>] [-WhatIf] [-Confirm] [<CommonParameters>]',
    ],
    synopsis: 'Waits.',
    description: null,
    examples: [],
  });
});

test('Parameters that every command has are listed on request', () => {
  const { parameters, sets } = commandMetadata(WaitForecast, { allParameters: true });
  expect(parameters.map(({ name }) => name)).toContain('Verbose');
  expect(sets[1]?.parameters.slice(0, 3)).toEqual(['Timeout', 'Verbose', 'Debug']);
  expect(sets[1]?.parameters.slice(-2)).toEqual(['AsJob', 'JobName']);
});

test('Validations are told in words, closed lists and suggestions as values', () => {
  @Cmdlet('Test', 'Value')
  class TestValue {
    @Parameter() @ValidateSet('Low', 'High') set!: string;
    @Parameter() @ValidateSet(() => ['asked each time']) generated!: string;
    @Parameter({ type: [enumOf(['Red', 'Green'])] }) colours!: ('Red' | 'Green')[];
    @Parameter() @ArgumentCompletions('a', 'b') suggested!: string;
    @Parameter({ type: [Number] }) @AllowEmptyCollection() @ValidateCount(1, 3) numbers!: number[];
    @Parameter() @ValidateLength(1, 5) @ValidatePattern('^a') text!: string;
    @Parameter() @ValidateRange('Positive') @ValidateScript(Boolean) positive!: number;
    @Parameter() @ValidateRange(new Date(0), new Date(1)) @Validate('Workday', () => true) date!: Date;
  }
  const { parameters } = commandMetadata(TestValue);
  expect(parameters.map(({ name, values, validation }) => [name, values, validation])).toEqual([
    ['Set', ['Low', 'High'], ['ValidateSet(Low, High)']],
    ['Generated', [], ['ValidateSet']],
    ['Colours', ['Red', 'Green'], []],
    ['Suggested', ['a', 'b'], []],
    ['Numbers', [], ['AllowEmptyCollection', 'ValidateCount(1..3)']],
    ['Text', [], ['ValidateLength(1..5)', 'ValidatePattern(^a)']],
    ['Positive', [], ['ValidateRange(Positive)', 'ValidateScript']],
    ['Date', [], ['ValidateRange(1970-01-01T00:00:00.000Z..1970-01-01T00:00:00.001Z)', 'Workday']],
  ]);
});

test('A description tells what its values are worth to completion', () => {
  const cities = () => ['Oslo'];
  @Cmdlet('Get', 'Proposal')
  class GetProposal {
    @ValidateSet('a', 'b') @Parameter({ type: String }) closed!: string;
    @Parameter({ type: enumOf(['Red', 'Green'], 'Colour') }) @ArgumentCompletions('x') colour!: string;
    @ArgumentCompletions('x', 'y') @Parameter({ type: String }) suggested!: string;
    @ArgumentCompleter(cities) @Parameter({ type: String }) asked!: string;
    @ValidateSet(cities) @Parameter({ type: String }) generated!: string;
  }
  const described = commandMetadata(GetProposal).parameters.map(({ name, values, suggestionsOnly, hasCompleter }) => ({
    name,
    values,
    suggestionsOnly,
    hasCompleter,
  }));
  expect(described).toEqual([
    { name: 'Closed', values: ['a', 'b'] },
    { name: 'Colour', values: ['Red', 'Green'] },
    { name: 'Suggested', values: ['x', 'y'], suggestionsOnly: true },
    { name: 'Asked', values: [], hasCompleter: true },
    { name: 'Generated', values: [], hasCompleter: true },
  ]);
});

test('The parameters that descriptions leave out are those that all commands share', () => {
  const left = commandMetadata(WaitForecast).parameters.map(({ name }) => name);
  const all = commandMetadata(WaitForecast, { allParameters: true }).parameters;
  const shared = sharedParameters({ asJob: true });
  expect(
    all
      .filter(({ name }) => !left.includes(name))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(shared.map(({ name }) => name).sort());
  for (const parameter of shared) expect(all).toContainEqual(parameter);
  expect(sharedParameters({ asJob: false }).map(({ name }) => name)).not.toContain('AsJob');
});

test('Notes and links are told where there are any', () => {
  @Cmdlet('Get', 'Note', {
    notes: 'Slow.',
    links: [{ text: 'Get-Other' }, { text: 'Site', uri: 'https://example.org/' }],
  })
  class GetNote {}
  expect(commandMetadata(GetNote)).toMatchObject({
    notes: 'Slow.',
    links: [{ text: 'Get-Other' }, { text: 'Site', uri: 'https://example.org/' }],
  });
  expect(commandMetadata(WaitForecast)).not.toHaveProperty('notes');
  expect(commandMetadata(WaitForecast)).not.toHaveProperty('links');
});
