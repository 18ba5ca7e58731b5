import { spawn } from 'node:child_process';
import { type ConnectionEnd, type RemoteConnection, type RemoteTarget, RemoteTransport } from '@cmdlet/jobs';

/**
 * Reaches this computer as if it were others, without SSH. A name that ends in `.invalid` cannot be reached. Leave it out
 * and the real computers of the list are asked, over SSH.
 */
export class ThisComputer extends RemoteTransport {
  override readonly failureCode = 255;

  override connect({ hostName }: RemoteTarget, program: string): RemoteConnection {
    const line = hostName.endsWith('.invalid') ? 'echo unknown host >&2; exit 255' : `exec node -e "${program}"`;
    const child = spawn('sh', ['-c', line], { env: { ...process.env, PATH: pathToNode() } });
    const closed = new Promise<ConnectionEnd>((resolve) => {
      child.on('error', (error) => resolve({ exitCode: undefined, signal: undefined, error }));
      child.on('close', (code, signal) => {
        resolve({ exitCode: code ?? undefined, signal: signal ?? undefined, error: undefined });
      });
    });
    return {
      standardInput: child.stdin,
      standardOutput: child.stdout,
      standardError: child.stderr,
      closed,
      close: () => void child.kill('SIGKILL'),
    };
  }
}

/** The Node that runs this program is the first that is found. */
function pathToNode(): string {
  return `${process.execPath.replace(/\/[^/]*$/, '')}:${process.env['PATH'] ?? ''}`;
}
