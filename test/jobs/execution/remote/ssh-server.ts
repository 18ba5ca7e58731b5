import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { RemoteTarget } from '../../../../packages/jobs/src/execution/remote/remote-target.js';

const keyGenerator = ['ssh', 'keygen'].join('-'); // a program of the machine, and no package's

/** Path of the SSH server of this machine; undefined where there is none. */
export function sshServerPath(): string | undefined {
  return ['/usr/sbin/sshd', '/usr/bin/sshd', '/usr/local/sbin/sshd'].find(
    (path) => spawnSync(path, ['-?'], { stdio: 'ignore' }).error === undefined,
  );
}

/** A real SSH server on the loop-back device, for this user and one key. */
export class SshServer implements AsyncDisposable {
  static async start(path: string, subsystem: string): Promise<SshServer> {
    const folder = mkdtempSync(join(tmpdir(), 'ssh-server-'));
    for (const name of ['host', 'user', 'stranger']) {
      execFileSync(keyGenerator, ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
    }
    // As root a server wants this directory, which is made where one is started with the machine.
    if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
    const port = await freePort();
    const configuration = [
      `ListenAddress 127.0.0.1:${port}`,
      `HostKey ${join(folder, 'host')}`,
      `AuthorizedKeysFile ${join(folder, 'user.pub')}`,
      'PidFile none',
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      `Subsystem jobs ${subsystem}`,
    ];
    writeFileSync(join(folder, 'sshd_config'), `${configuration.join('\n')}\n`);
    const server = spawn(path, ['-D', '-e', '-f', join(folder, 'sshd_config')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    await new Promise<void>((resolve, reject) => {
      server.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Server listening')) resolve();
      });
      server.once('error', reject);
      server.once('exit', () => reject(new Error(`the SSH server has ended: ${said}`)));
    });
    return new SshServer(folder, port, () => server.kill());
  }

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly end: () => void,
  ) {}

  /** How the server is reached. @param key `user` is let in, `stranger` is not */
  target(key: 'user' | 'stranger' = 'user', hostName = '127.0.0.1'): RemoteTarget {
    const options = { StrictHostKeyChecking: 'no', UserKnownHostsFile: '/dev/null', LogLevel: 'ERROR' };
    const { username: userName } = userInfo();
    return { hostName, port: this.port, userName, keyFilePath: join(this.folder, key), options };
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.end();
    rmSync(this.folder, { recursive: true });
    return Promise.resolve();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
