import { definePack } from '@cmdlet/core';
import { Connector } from './connector.js';
import { GetPrime } from './get-prime.js';
import { TestPort } from './test-port.js';

export { JobPerAddress } from './job-per-address.js';
export { PortResult } from './port-result.js';
export { Connector, GetPrime, TestPort };

export const pack = definePack({
  name: 'my-pack',
  version: '0.1.0',
  cmdlets: [GetPrime, TestPort],
  services: [Connector],
});
