import { describe, expect, test } from 'vitest';
import { Alias } from '../../../../packages/core/src/declare/decorators/alias.js';
import { Cmdlet } from '../../../../packages/core/src/declare/decorators/cmdlet.js';
import { Obsolete } from '../../../../packages/core/src/declare/decorators/obsolete.js';
import { OutputType } from '../../../../packages/core/src/declare/decorators/output-type.js';
import { Parameter } from '../../../../packages/core/src/declare/decorators/parameter.js';
import { Transform } from '../../../../packages/core/src/declare/decorators/transform.js';
import { ValidateLength } from '../../../../packages/core/src/declare/decorators/validate-length.js';
import { ValidateNotNullOrEmpty } from '../../../../packages/core/src/declare/decorators/validate-not-null-or-empty.js';
import { ValidateRange } from '../../../../packages/core/src/declare/decorators/validate-range.js';
import type { ParameterMetadata } from '../../../../packages/core/src/declare/metadata.js';
import { metadataOf } from '../../../../packages/core/src/declare/metadata-of.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';

class City {
  name = '';
}

function declared(cmdletClass: abstract new () => object): readonly ParameterMetadata[] {
  return metadataOf(cmdletClass).parameters.filter(({ origin }) => origin === 'declared');
}

@Alias('gfc')
@Cmdlet('Get', 'Forecast', { defaultParameterSetName: 'City' })
@OutputType(City)
@Obsolete('gone soon')
class GetForecast {
  @Parameter({ type: String, parameterSetName: 'City', mandatory: true, position: 0 })
  @Parameter({ parameterSetName: 'Street' })
  @Alias('town')
  @Alias('place')
  city!: string;
  @ValidateNotNullOrEmpty()
  @Transform(String)
  @Parameter({ type: [String] })
  @ValidateLength(1, 9)
  tags: string[] = [];
  @Parameter() days = 1;
  @Parameter() force = false;
  @Parameter() where = new City();
}

describe('With TC39 decorators', () => {
  test('a class and its fields declare a command', () => {
    expect(metadataOf(GetForecast)).toMatchObject({
      name: 'Get-Forecast',
      className: 'GetForecast',
      aliases: ['gfc'],
      obsolete: 'gone soon',
      outputTypes: [{ names: ['City'], parameterSetNames: [] }],
    });
    expect(declared(GetForecast).map(({ name, type }) => [name, type.name])).toEqual([
      ['City', 'string'],
      ['Tags', 'string[]'],
      ['Days', 'double'],
      ['Force', 'switch'],
      ['Where', 'City'],
    ]);
  });

  test('declarations stand in the order on the page', () => {
    const [city, tags] = declared(GetForecast);
    expect(city?.sets.map((set) => set.parameterSetName)).toEqual(['City', 'Street']);
    expect(city?.aliases).toEqual(['town', 'place']);
    expect(tags?.validations.map(({ kind }) => kind)).toEqual(['ValidateNotNullOrEmpty', 'ValidateLength']);
  });

  test('the fields keep their initial values', () => {
    expect(new GetForecast()).toMatchObject({ tags: [], days: 1, force: false });
  });

  test('accessors and setters are parameters too', () => {
    @Cmdlet('Get', 'Accessor')
    class GetAccessor {
      #written = 0;
      @Parameter() accessor city = 'Oslo';
      @Parameter({ type: Int32 })
      set days(value: number) {
        this.#written = value;
      }
      get days(): number {
        return this.#written;
      }
    }
    const types = new Map(declared(GetAccessor).map(({ name, type }) => [name, type.name]));
    expect(types).toEqual(
      new Map([
        ['Days', 'int'],
        ['City', 'string'],
      ]),
    );
  });

  test('a derived class has the parameters of its base first, and replaces them', () => {
    abstract class LocationCommand {
      @Parameter({ type: String, position: 0 }) path!: string;
      @Parameter({ type: String }) @ValidateLength(1, 9) filter!: string;
    }
    @Cmdlet('Get', 'Location')
    class GetLocation extends LocationCommand {
      @Parameter() recurse = false;
      @Parameter({ type: String, mandatory: true }) override filter = '';
    }
    expect(declared(GetLocation).map(({ name }) => name)).toEqual(['Path', 'Filter', 'Recurse']);
    expect(declared(GetLocation)[1]).toMatchObject({ validations: [], sets: [{ mandatory: true }] });
    @Cmdlet('Get', 'Place')
    class GetPlace extends LocationCommand {}
    expect(declared(GetPlace).map(({ name }) => name)).toEqual(['Path', 'Filter']);
  });

  test('declaration errors are thrown when the class is defined', () => {
    expect(() => {
      @Cmdlet('Get', 'Backwards')
      class GetBackwards {
        @Parameter() @ValidateRange(5, 1) number = 1;
      }
      return GetBackwards;
    }).toThrow(
      expect.objectContaining({
        errorId: 'MaxRangeSmallerThanMinRange',
        message: expect.stringContaining('GetBackwards.number') as string,
      }),
    );
  });

  test('a field without type and initial value is told to write the type', () => {
    expect(() => {
      @Cmdlet('Get', 'Untyped')
      class GetUntyped {
        @Parameter() city!: string;
      }
      return GetUntyped;
    }).toThrow(expect.objectContaining({ errorId: 'ParameterTypeUnknown' }));
  });
});
