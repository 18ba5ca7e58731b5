import { describe, expect, test, vi } from 'vitest';
import { Alias } from '../../../packages/core/src/declare/decorators/alias.js';
import { AllowNull } from '../../../packages/core/src/declare/decorators/allow-null.js';
import { ArgumentCompleter } from '../../../packages/core/src/declare/decorators/argument-completer.js';
import { ArgumentCompletions } from '../../../packages/core/src/declare/decorators/argument-completions.js';
import { Cmdlet } from '../../../packages/core/src/declare/decorators/cmdlet.js';
import { Obsolete } from '../../../packages/core/src/declare/decorators/obsolete.js';
import { OutputType } from '../../../packages/core/src/declare/decorators/output-type.js';
import { Parameter } from '../../../packages/core/src/declare/decorators/parameter.js';
import { PSTypeName } from '../../../packages/core/src/declare/decorators/ps-type-name.js';
import { Transform } from '../../../packages/core/src/declare/decorators/transform.js';
import { ValidateLength } from '../../../packages/core/src/declare/decorators/validate-length.js';
import { ValidateNotNullOrEmpty } from '../../../packages/core/src/declare/decorators/validate-not-null-or-empty.js';
import { ValidatePattern } from '../../../packages/core/src/declare/decorators/validate-pattern.js';
import { ValidateRange } from '../../../packages/core/src/declare/decorators/validate-range.js';
import { ValidateSet } from '../../../packages/core/src/declare/decorators/validate-set.js';
import type { ParameterMetadata } from '../../../packages/core/src/declare/metadata.js';
import { metadataOf } from '../../../packages/core/src/declare/metadata-of.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';

class City {
  name = '';
}

function declared(cmdletClass: abstract new () => object): readonly ParameterMetadata[] {
  return metadataOf(cmdletClass).parameters.filter(({ origin }) => origin === 'declared');
}

function parameter(cmdletClass: abstract new () => object, name: string): ParameterMetadata | undefined {
  return metadataOf(cmdletClass).parameters.find((candidate) => candidate.name === name);
}

describe('A parameter', () => {
  @Cmdlet('Get', 'Forecast', { defaultParameterSetName: 'City' })
  class GetForecast {
    @Parameter({ parameterSetName: 'City', mandatory: true, position: 0, helpMessage: 'Which city?' })
    @Parameter({
      parameterSetName: ['Street', 'House'],
      valueFromPipeline: true,
      dontShow: true,
      description: 'A city.',
    })
    @Alias('Town', 'cn')
    @Alias('place')
    city!: string;
    @Parameter({ parameterSetName: '', name: 'userNAME', aliases: ['u'] }) userName!: string;
    @Parameter() inputObject!: string;
  }

  test('has its name in Pascal case, unless one is given', () => {
    expect(declared(GetForecast).map(({ name, property }) => [name, property])).toEqual([
      ['City', 'city'],
      ['userNAME', 'userName'],
      ['InputObject', 'inputObject'],
    ]);
  });

  test('has one declaration per set, in the order on the page', () => {
    const rest = { valueFromPipelineByPropertyName: false, valueFromRemainingArguments: false, dontShow: true };
    const optional = {
      mandatory: false,
      position: undefined,
      valueFromPipeline: true,
      helpMessage: undefined,
      ...rest,
    };
    expect(parameter(GetForecast, 'City')?.sets).toEqual([
      {
        ...rest,
        parameterSetName: 'City',
        mandatory: true,
        position: 0,
        valueFromPipeline: false,
        helpMessage: 'Which city?',
      },
      { parameterSetName: 'Street', ...optional },
      { parameterSetName: 'House', ...optional },
    ]);
  });

  test('of no set, or of one without name, belongs to all sets', () => {
    const sets = declared(GetForecast).map((each) => each.sets.map((set) => set.parameterSetName));
    expect(sets.slice(1)).toEqual([['__AllParameterSets'], ['__AllParameterSets']]);
  });

  test('has the aliases of all its declarations in their order', () => {
    expect(declared(GetForecast).map(({ aliases }) => aliases)).toEqual([['Town', 'cn', 'place'], ['u'], []]);
  });

  test('keeps what its decorators say', () => {
    const completer = () => ['x'];
    const upper = { transform: String, transformNullOptionalParameters: false };
    @Cmdlet('Test', 'Everything')
    class TestEverything {
      @Parameter({
        type: String,
        delayBind: true,
        supportsWildcards: true,
        defaultValueNote: 'none',
        description: 'Text.',
      })
      @AllowNull()
      @Obsolete('use another')
      @PSTypeName('Weather.City')
      @Transform(upper)
      @ArgumentCompleter(completer)
      @ArgumentCompletions('a', 'b')
      everything!: string | null;
    }
    expect(parameter(TestEverything, 'Everything')).toMatchObject({
      allowNull: true,
      allowEmptyString: false,
      allowEmptyCollection: false,
      obsolete: 'use another',
      typeName: 'Weather.City',
      transformations: [upper],
      completer,
      suggestions: ['a', 'b'],
      delayBind: true,
      supportsWildcards: true,
      defaultValueNote: 'none',
      description: 'Text.',
    });
  });

  test('is validated and transformed in the order on the page', () => {
    const order: string[] = [];
    const note = (name: string) => (argument: unknown) => {
      order.push(name);
      return argument;
    };
    @Cmdlet('Test', 'Order')
    class TestOrder {
      @ValidateNotNullOrEmpty()
      @Transform(note('first'))
      @ValidateLength(1, 5)
      @Parameter()
      @Transform(note('second'))
      @ValidatePattern(/^a/g, { errorMessage: 'no a' })
      @ValidateSet('abc', 'abd', { canonical: true })
      text!: string;
    }
    const text = parameter(TestOrder, 'Text');
    for (const { transform } of text?.transformations ?? []) transform('');
    expect(order).toEqual(['first', 'second']);
    expect(text?.validations).toEqual([
      { kind: 'ValidateNotNullOrEmpty' },
      { kind: 'ValidateLength', minLength: 1, maxLength: 5 },
      { kind: 'ValidatePattern', pattern: /^a/, errorMessage: 'no a' },
      { kind: 'ValidateSet', values: ['abc', 'abd'], ignoreCase: true, canonical: true },
    ]);
  });
});

describe('The type of a parameter', () => {
  interface Shape {
    size: number;
  }
  @Cmdlet('Test', 'Type')
  class TestType {
    @Parameter({ type: Int32 }) explicit = 1;
    @Parameter({ type: Boolean }) boolean = false;
    @Parameter({ type: [City] }) list: City[] = [];
    @Parameter() text!: string;
    @Parameter() number!: number;
    @Parameter() flag!: boolean;
    @Parameter() city!: City;
    @Parameter() date!: Date;
    @Parameter() union: string | number = 'initial';
    @Parameter() unionFlag: boolean | undefined = true;
    @Parameter() shape: Shape = new (class Circle {
      size = 1;
    })();
  }

  test.each([
    ['Explicit', 'int', 'what `type:` says'],
    ['Boolean', 'bool', 'a boolean that needs a value, where written out'],
    ['List', 'City[]', 'a list, where written out'],
    ['Text', 'string', 'what the compiler noted'],
    ['Number', 'double', 'what the compiler noted'],
    ['Flag', 'switch', 'a switch, where a boolean was inferred'],
    ['City', 'City', 'a class'],
    ['Date', 'datetime', 'a class known to the engine'],
    ['Union', 'string', 'that of the initial value, where the compiler noted nothing of use'],
    ['UnionFlag', 'switch', 'a switch, where the initial value is a boolean'],
    ['Shape', 'Circle', "the initial value's class"],
  ])('of "%s" is %s: %s', (name, type) => {
    expect(parameter(TestType, name)?.type.name).toBe(type);
  });

  test('makes no instance of the class where the compiler told everything', () => {
    let instances = 0;
    @Cmdlet('Test', 'Instance')
    class TestInstance {
      @Parameter() text!: string;
      constructor() {
        instances++;
      }
    }
    expect(parameter(TestInstance, 'Text')?.type.name).toBe('string');
    expect(instances).toBe(0);
  });
});

describe('A command', () => {
  test('has the defaults that its declaration leaves open', () => {
    @Cmdlet('Get', 'Plain')
    class GetPlain {}
    const { parameters, ...command } = metadataOf(GetPlain);
    expect(command).toEqual({
      verb: 'Get',
      noun: 'Plain',
      name: 'Get-Plain',
      className: 'GetPlain',
      aliases: [],
      defaultParameterSetName: undefined,
      supportsShouldProcess: false,
      confirmImpact: 'None',
      supportsPaging: false,
      obsolete: undefined,
      outputTypes: [],
      hasDynamicParameters: false,
      jobSupport: { asJob: true, throttleLimit: false, job: undefined },
      synopsis: undefined,
      description: undefined,
      examples: [],
    });
    expect(parameters.every(({ origin }) => origin === 'common' || origin === 'job')).toBe(true);
  });

  test('keeps what the decorators of its class say, wherever they stand', () => {
    class CityJob {}
    @Alias('gev')
    @OutputType(['Report'], { parameterSetName: 'Summary' })
    @Cmdlet('Get', 'Everything', {
      aliases: ['ge'],
      obsolete: 'gone soon',
      outputType: [City, String],
      supportsShouldProcess: true,
      confirmImpact: 'High',
      job: CityJob,
      className: 'Stable',
      synopsis: 'Gets everything.',
      examples: [{ code: 'Get-Everything' }],
    })
    @OutputType(Number)
    class GetEverything {
      getDynamicParameters(): object | undefined {
        return undefined;
      }
    }
    expect(metadataOf(GetEverything)).toMatchObject({
      className: 'Stable',
      aliases: ['ge', 'gev'],
      obsolete: 'gone soon',
      outputTypes: [
        { names: ['City', 'string'], parameterSetNames: [] },
        { names: ['Report'], parameterSetNames: ['Summary'] },
        { names: ['double'], parameterSetNames: [] },
      ],
      confirmImpact: 'High',
      hasDynamicParameters: true,
      jobSupport: { asJob: true, throttleLimit: false, job: CityJob },
      synopsis: 'Gets everything.',
      examples: [{ code: 'Get-Everything' }],
    });
  });

  test.each([
    [{}, ['AsJob', 'JobName']],
    [{ asJob: false }, []],
    [{ throttleLimit: true }, ['AsJob', 'JobName', 'ThrottleLimit']],
    [{ supportsShouldProcess: true, asJob: false }, ['WhatIf', 'Confirm']],
    [{ supportsPaging: true, asJob: false }, ['IncludeTotalCount', 'Skip', 'First']],
    [
      { supportsPaging: true, supportsShouldProcess: true },
      ['WhatIf', 'Confirm', 'IncludeTotalCount', 'Skip', 'First', 'AsJob', 'JobName'],
    ],
  ])('declared with %j has, behind the common parameters, %j', (options, expected) => {
    class GetOption {}
    Cmdlet('Get', 'Option', options)(GetOption);
    const names = metadataOf(GetOption).parameters.map(({ name }) => name);
    expect(names.slice(0, 12)).toEqual([
      'Verbose',
      'Debug',
      'ErrorAction',
      'WarningAction',
      'InformationAction',
      'ProgressAction',
      'ErrorVariable',
      'WarningVariable',
      'InformationVariable',
      'OutVariable',
      'OutBuffer',
      'PipelineVariable',
    ]);
    expect(names.slice(12)).toEqual(expected);
  });

  test('has Medium impact if it asks and does not say how serious it is', () => {
    class SetMedium {}
    Cmdlet('Set', 'Medium', { supportsShouldProcess: true })(SetMedium);
    expect(metadataOf(SetMedium).confirmImpact).toBe('Medium');
  });

  test('has the same frozen metadata each time', () => {
    @Cmdlet('Get', 'Frozen')
    class GetFrozen {
      @Parameter() @ValidateRange(1, 2) @Alias('n') number!: number;
    }
    const metadata = metadataOf(GetFrozen);
    expect(metadataOf(GetFrozen)).toBe(metadata);
    const [number] = metadata.parameters;
    const parts: unknown[] = [
      metadata,
      metadata.parameters,
      metadata.jobSupport,
      number,
      number?.sets,
      number?.sets[0],
    ];
    parts.push(number?.aliases, number?.validations, number?.validations[0]);
    expect(parts.filter((part) => typeof part !== 'object' || !Object.isFrozen(part))).toEqual([]);
  });
});

describe('A derived class', () => {
  abstract class LocationCommand {
    @Parameter({ position: 0 }) path!: string;
    @Parameter() @ValidateLength(1, 9) filter!: string;
  }
  @Cmdlet('Get', 'Location')
  class GetLocation extends LocationCommand {
    @Parameter() recurse = false;
    @Parameter({ mandatory: true }) declare filter: string;
  }

  test('has the parameters of its base first, its own declarations in place of the same ones there', () => {
    expect(declared(GetLocation).map(({ name }) => name)).toEqual(['Path', 'Filter', 'Recurse']);
    expect(parameter(GetLocation, 'Filter')).toMatchObject({ validations: [], sets: [{ mandatory: true }] });
  });

  test('leaves its base as it was', () => {
    @Cmdlet('Get', 'Place')
    class GetPlace extends LocationCommand {}
    expect(declared(GetPlace).map(({ name }) => name)).toEqual(['Path', 'Filter']);
    expect(parameter(GetPlace, 'Filter')?.validations).toHaveLength(1);
  });

  test('is no cmdlet because its base is one', () => {
    class Deeper extends GetLocation {}
    expect(() => metadataOf(Deeper)).toThrow(expect.objectContaining({ errorId: 'CmdletNotDeclared' }));
  });
});

test('Declarations are found by another copy of the package', async () => {
  @Cmdlet('Get', 'Copy')
  class GetCopy {
    @Parameter() text!: string;
  }
  vi.resetModules();
  const copy = await import('../../../packages/core/src/declare/metadata-of.js');
  expect(copy.metadataOf).not.toBe(metadataOf);
  expect(copy.metadataOf(GetCopy)).toBe(metadataOf(GetCopy));
  const other = await import('../../../packages/core/src/declare/decorators/cmdlet.js');
  class GetMixed {
    city!: string;
  }
  Parameter({ type: String })(GetMixed.prototype, 'city');
  other.Cmdlet('Get', 'Mixed')(GetMixed);
  expect(parameter(GetMixed, 'City')?.type.name).toBe('string');
});
