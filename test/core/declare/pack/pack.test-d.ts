/** What `definePack` keeps of a definition at compile time. */
import { expectTypeOf } from 'vitest';
import { definePack } from '../../../../packages/core/src/declare/pack/define-pack.js';
import type { CmdletClass } from '../../../../packages/core/src/run/inference.js';
import { PSCmdlet } from '../../../../packages/core/src/run/ps-cmdlet.js';

class GetForecast extends PSCmdlet<string> {}
class WeatherApi {}

const eager = definePack({ name: 'weather', cmdlets: [GetForecast], services: [WeatherApi] });
expectTypeOf(eager.cmdlets).toExtend<readonly CmdletClass[]>();
expectTypeOf(eager.services).toEqualTypeOf<readonly (typeof WeatherApi)[] | undefined>();

const lazy = definePack({ name: 'weather', cmdlets: [GetForecast, () => import('./pack.test.js')] });
expectTypeOf(lazy.cmdlets).not.toExtend<readonly CmdletClass[]>();

// @ts-expect-error: commands are classes or functions that import them
definePack({ name: 'weather', cmdlets: ['Get-Forecast'] });
// @ts-expect-error: a pack has a name
definePack({ cmdlets: [] });
