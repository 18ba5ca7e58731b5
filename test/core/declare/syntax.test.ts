import { describe, expect, test } from 'vitest';
import { Cmdlet } from '../../../packages/core/src/declare/decorators/cmdlet.js';
import type { CmdletOptions } from '../../../packages/core/src/declare/decorators/cmdlet-options.js';
import type { AnyAttribute } from '../../../packages/core/src/declare/decorators/declare-attribute.js';
import { Parameter } from '../../../packages/core/src/declare/decorators/parameter.js';
import type { ParameterOptions } from '../../../packages/core/src/declare/decorators/parameter-options.js';
import { PSTypeName } from '../../../packages/core/src/declare/decorators/ps-type-name.js';
import { metadataOf } from '../../../packages/core/src/declare/metadata-of.js';
import { declareParameter } from '../../../packages/core/src/declare/parameter-definition.js';
import { syntaxOf } from '../../../packages/core/src/declare/syntax.js';
import { arrayOf, nullable } from '../../../packages/core/src/declare/types/collection-types.js';
import { enumOf } from '../../../packages/core/src/declare/types/enum-of.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { Switch } from '../../../packages/core/src/declare/types/simple-types.js';

function syntax(
  properties: Readonly<Record<string, readonly AnyAttribute[]>>,
  options?: CmdletOptions,
): readonly string[] {
  class GetThing {}
  for (const [property, attributes] of Object.entries(properties)) {
    declareParameter(GetThing.prototype, property, attributes);
  }
  Cmdlet('Get', 'Thing', options)(GetThing);
  return syntaxOf(metadataOf(GetThing));
}

const parameter = (options: ParameterOptions = {}) => [Parameter({ type: String, ...options }) as AnyAttribute];

describe('A line of syntax', () => {
  test.each<[string, ParameterOptions]>([
    ['[-Name <string>]', {}],
    ['-Name <string>', { mandatory: true }],
    ['[[-Name] <string>]', { position: 3 }],
    ['[-Name] <string>', { position: 0, mandatory: true }],
    ['[-Name]', { type: Switch }],
    ['[-Name]', { type: Switch, position: 0 }],
    ['-Name', { type: Switch, position: 0, mandatory: true }],
    ['[-Name <bool>]', { type: Boolean }],
    ['[-Name <int>]', { type: nullable(Int32) }],
    ['[-Name <switch>]', { type: nullable(Switch) }],
    ['[-Name <string[][]>]', { type: [[String]] }],
    ['[-Name <Nullable[int][]>]', { type: arrayOf(nullable(Int32)) }],
    ['[-Name <Colour>]', { type: enumOf(['Red', 'Green'], 'Colour') }],
    ['[-Name <Object>]', { type: Object, dontShow: true, helpMessage: 'x' }],
  ])('shows %s for %j', (expected, options) => {
    expect(syntax({ name: parameter(options) })).toEqual([`Get-Thing ${expected} [<CommonParameters>]`]);
  });

  test('shows a demanded type name in place of the type', () => {
    const typed = (type: ParameterOptions['type']) => [
      ...parameter({ ...(type === undefined ? {} : { type }) }),
      PSTypeName('Weather.City') as AnyAttribute,
    ];
    expect(syntax({ city: typed(Object), cities: typed([Object]) })).toEqual([
      'Get-Thing [-City <City>] [-Cities <City[]>] [<CommonParameters>]',
    ]);
  });

  test('has positional parameters by position, then mandatory ones, then the rest, each as declared', () => {
    const line = syntax({
      zeta: parameter(),
      last: parameter({ position: 30 }),
      must: parameter({ mandatory: true }),
      alpha: parameter(),
      first: parameter({ position: -5, mandatory: true }),
    });
    expect(line).toEqual([
      'Get-Thing [-First] <string> [[-Last] <string>] -Must <string> [-Zeta <string>] [-Alpha <string>] [<CommonParameters>]',
    ]);
  });

  test('ends in what was asked of the engine, in a fixed order', () => {
    const options = { supportsPaging: true, supportsShouldProcess: true, throttleLimit: true };
    expect(syntax({ name: parameter() }, options)).toEqual([
      'Get-Thing [-Name <string>] [-WhatIf] [-Confirm] [-IncludeTotalCount] [-Skip <ulong>] [-First <ulong>] [-ThrottleLimit <int>] [<CommonParameters>]',
    ]);
  });
});

describe('Parameter sets', () => {
  const sets = {
    shared: parameter({ position: 1 }),
    a: parameter({ parameterSetName: ['Second', 'Third'] }),
    b: parameter({ parameterSetName: 'First', mandatory: true, position: 0 }),
  };

  test('come in the order of their first parameter', () => {
    expect(syntax(sets)).toEqual([
      'Get-Thing [[-Shared] <string>] [-A <string>] [<CommonParameters>]',
      'Get-Thing [[-Shared] <string>] [-A <string>] [<CommonParameters>]',
      'Get-Thing [-B] <string> [[-Shared] <string>] [<CommonParameters>]',
    ]);
  });

  test('begin with the default one, also if no parameter names it', () => {
    expect(syntax(sets, { defaultParameterSetName: 'First' })[0]).toContain('[-B] <string>');
    expect(syntax(sets, { defaultParameterSetName: 'None' })).toHaveLength(4);
    expect(syntax(sets, { defaultParameterSetName: 'None' })[0]).toBe(
      'Get-Thing [[-Shared] <string>] [<CommonParameters>]',
    );
  });

  test('prefer what a parameter says about the set to what it says about all', () => {
    const both = [...parameter({ position: 0 }), ...parameter({ parameterSetName: 'S', mandatory: true })];
    expect(syntax({ name: both, other: parameter({ parameterSetName: 'T' }) })).toEqual([
      'Get-Thing -Name <string> [<CommonParameters>]',
      'Get-Thing [[-Name] <string>] [-Other <string>] [<CommonParameters>]',
    ]);
  });
});
