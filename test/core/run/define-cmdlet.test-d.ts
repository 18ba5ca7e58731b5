/** What `defineCmdlet` makes of a definition at compile time. */
import { expectTypeOf } from 'vitest';
import { ValidateLength } from '../../../packages/core/src/declare/decorators/validate-length.js';
import { ValidateRange } from '../../../packages/core/src/declare/decorators/validate-range.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { Switch } from '../../../packages/core/src/declare/types/simple-types.js';
import { defineCmdlet } from '../../../packages/core/src/run/define-cmdlet.js';
import type { OutputOf, ParametersOf } from '../../../packages/core/src/run/inference.js';

class Forecast {
  city = '';
}

export const GetForecast = defineCmdlet({
  verb: 'Get',
  noun: 'Forecast',
  outputType: Forecast,
  parameters: {
    city: { type: String, mandatory: true, position: 0, validate: [ValidateLength(1, 80)] },
    latitude: { type: Number, parameterSetName: 'Coordinates', mandatory: true },
    days: { type: Int32, default: 1, validate: [ValidateRange(1, 9)] },
    tags: { type: [String], default: () => ['none'] },
    force: { type: Switch },
    note: { type: String },
  },
  begin() {
    expectTypeOf(this.city).toEqualTypeOf<string>();
    expectTypeOf(this.latitude).toEqualTypeOf<number | undefined>();
  },
  async process() {
    expectTypeOf(this.days).toEqualTypeOf<number>();
    expectTypeOf(this.tags).toEqualTypeOf<string[]>();
    expectTypeOf(this.force).toEqualTypeOf<boolean>();
    expectTypeOf(this.note).toEqualTypeOf<string | undefined>();
    expectTypeOf(this.stopping).toEqualTypeOf<AbortSignal>();
    await this.writeObject(new Forecast());
    // @ts-expect-error: outputType says Forecast
    await this.writeObject('sunny');
    // @ts-expect-error: no such parameter
    this.town;
  },
});

expectTypeOf<OutputOf<typeof GetForecast>>().toEqualTypeOf<Forecast>();
expectTypeOf<keyof ParametersOf<typeof GetForecast>>()
  .extract<'city' | 'days' | 'begin'>()
  .toEqualTypeOf<'city' | 'days'>();
expectTypeOf(new GetForecast().city).toEqualTypeOf<string>();

export const GetNumber = defineCmdlet({
  verb: 'Get',
  noun: 'Number',
  parameters: { upTo: { type: Int32, mandatory: true } },
  *process() {
    for (let number = 1; number <= this.upTo; number++) yield number;
  },
});
expectTypeOf<OutputOf<typeof GetNumber>>().toEqualTypeOf<number>();

export const GetNothing = defineCmdlet({ verb: 'Get', noun: 'Nothing', outputType: 'Weather.Report' });
expectTypeOf<OutputOf<typeof GetNothing>>().toEqualTypeOf<unknown>();

defineCmdlet({
  verb: 'Get',
  noun: 'Mistake',
  parameters: {
    // @ts-expect-error: a text has no range of numbers
    city: { type: String, validate: [ValidateRange(1, 9)] },
    // @ts-expect-error: the default is no number
    days: { type: Int32, default: 'one' },
  },
});

defineCmdlet({
  verb: 'Get',
  noun: 'Untyped',
  parameters: {
    // @ts-expect-error: no type
    untyped: { mandatory: true },
  },
});

defineCmdlet({
  verb: 'Get',
  noun: 'Misspelled',
  parameters: {
    // @ts-expect-error: no such option
    city: { type: String, mandatry: true },
  },
});

defineCmdlet({
  // @ts-expect-error: not an approved verb
  verb: 'Frobnicate',
  noun: 'Thing',
});
