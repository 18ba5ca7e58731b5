import { engineParameter } from './engine-parameter.js';
import type { ParameterMetadata } from './metadata.js';
import { Switch } from './types/simple-types.js';

/** Added by `supportsShouldProcess`: `-WhatIf` and `-Confirm`. */
export const shouldProcessParameters: readonly ParameterMetadata[] = Object.freeze([
  engineParameter('shouldProcess', {
    name: 'WhatIf',
    property: 'whatIf',
    aliases: ['wi'],
    type: Switch,
    description: 'Says what the command would do, and does nothing.',
  }),
  engineParameter('shouldProcess', {
    name: 'Confirm',
    property: 'confirm',
    aliases: ['cf'],
    type: Switch,
    description: 'Asks before each action.',
  }),
]);
