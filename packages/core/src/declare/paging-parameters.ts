import { engineParameter } from './engine-parameter.js';
import type { ParameterMetadata } from './metadata.js';
import { UInt64 } from './types/number-types.js';
import { Switch } from './types/simple-types.js';

/** Added by `supportsPaging`: `-IncludeTotalCount`, `-Skip` and `-First`. The cmdlet itself skips and limits. */
export const pagingParameters: readonly ParameterMetadata[] = Object.freeze([
  engineParameter('paging', {
    name: 'IncludeTotalCount',
    property: 'includeTotalCount',
    type: Switch,
    description: 'Tells how many objects there are before the first one.',
  }),
  engineParameter('paging', {
    name: 'Skip',
    property: 'skip',
    type: UInt64,
    description: 'Leaves out so many objects.',
  }),
  engineParameter('paging', {
    name: 'First',
    property: 'first',
    type: UInt64,
    description: 'Gives at most so many objects.',
  }),
]);
