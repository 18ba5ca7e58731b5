import { connect } from 'node:net';

const LONGEST_WAIT = 5_000;

/** Connects to addresses: a service, so that a test can put another in its place. */
export class Connector {
  /** Whether somebody listens at an address such as `localhost:22`. */
  connects(address: string, signal: AbortSignal): Promise<boolean> {
    const { hostname, port } = new URL(`tcp://${address}`);
    return new Promise((resolve) => {
      const socket = connect({ host: hostname, port: Number(port), signal });
      const end = (connected: boolean): void => {
        socket.destroy();
        resolve(connected);
      };
      socket.once('connect', () => end(true));
      socket.once('error', () => end(false));
      socket.setTimeout(LONGEST_WAIT, () => end(false));
    });
  }
}
