import type { RemoteTarget } from './remote-target.js';
import { type RemoteConnection, RemoteTransport } from './remote-transport.js';
import { spawnConnection } from './spawned-connection.js';
import { sshArguments } from './ssh-arguments.js';

/** How the system's `ssh` is used. */
export interface SshTransportOptions {
  /** Default `ssh`, as the search path finds it. */
  readonly program?: string;
  /** What `node` is called on the other computers. Default `node`. */
  readonly node?: string;
  /** Environment of `ssh`. Default: that of this program. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** Connects by the system's `ssh`, with its configuration, keys and agent. It never asks: who needs a password is refused. */
export class SshTransport extends RemoteTransport {
  override readonly failureCode = 255;
  readonly #options: SshTransportOptions;

  constructor(options: SshTransportOptions = {}) {
    super();
    this.#options = options;
  }

  override connect(target: RemoteTarget, program: string): RemoteConnection {
    const { program: ssh = 'ssh', node = 'node', environment } = this.#options;
    return spawnConnection(ssh, sshArguments(target, `${node} -e "${program}"`), environment);
  }
}
