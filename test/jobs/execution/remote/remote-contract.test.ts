import { RemoteExecutor } from '../../../../packages/jobs/src/execution/remote/remote-executor.js';
import { executorContract } from '../executor-contract.js';
import { LoopbackTransport } from './loopback-transport.js';

const transport = new LoopbackTransport();

executorContract('remote, with all sent along,', () => new RemoteExecutor({ hostName: 'far' }, transport), {
  force: true,
  copies: true,
  cheap: false,
});
