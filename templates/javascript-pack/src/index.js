import { definePack } from '@cmdlet/core';
import { GetGreeting } from './get-greeting.js';

export { GetGreeting };

export const pack = definePack({ name: 'my-pack', version: '0.1.0', cmdlets: [GetGreeting] });
