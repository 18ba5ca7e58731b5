import type { RemoteTarget } from '../../../../packages/jobs/src/execution/remote/remote-target.js';
import {
  type RemoteConnection,
  RemoteTransport,
} from '../../../../packages/jobs/src/execution/remote/remote-transport.js';
import { spawnConnection } from '../../../../packages/jobs/src/execution/remote/spawned-connection.js';

/**
 * Reaches this computer without ssh, as if it were another: the same program runs at the other end of a pair of pipes, and
 * in a session of its own, so that it does not end with the near end of a connection that is cut.
 */
export class LoopbackTransport extends RemoteTransport {
  override readonly failureCode = 255;
  readonly connections: RemoteConnection[] = [];
  readonly targets: RemoteTarget[] = [];

  override connect(target: RemoteTarget, program: string): RemoteConnection {
    this.targets.push(target);
    const unreachable = target.hostName.endsWith('.invalid');
    const connection = unreachable
      ? spawnConnection('sh', ['-c', `echo 'cannot resolve ${target.hostName}' >&2; exit 255`])
      : spawnConnection('sh', ['-c', `echo 'Welcome.'; setsid '${process.execPath}' -e "${program}"`]);
    this.connections.push(connection);
    return connection;
  }
}
