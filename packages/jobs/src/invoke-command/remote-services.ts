import type { ServiceProvider } from '@cmdlet/core';
import { RemoteTransport } from '../execution/remote/remote-transport.js';
import { SshTransport } from '../execution/remote/ssh-transport.js';

/** What `Invoke-Command` needs of a session: how other computers are reached. */
export const remoteServices: readonly ServiceProvider[] = [
  { token: RemoteTransport, factory: () => new SshTransport() },
];
