/** Every text on connections to other computers that a user may see. */
export const text = {
  notConnected: (host: string, said: string): string =>
    said === '' ? `${host} could not be reached` : `${host} could not be reached: ${said}`,

  noNode: (host: string): string =>
    `there is no command node on ${host}: install Node there, or see to it that it is found without an interactive shell`,

  nodeTooOld: (host: string, version: string, oldest: string): string =>
    `the Node on ${host} is v${version}, and jobs need v${oldest} or later`,

  noSsh: (message: string): string => `ssh could not be started: ${message}`,

  connectingTimedOut: (host: string, milliseconds: number): string =>
    `${host} was not connected within ${milliseconds} milliseconds`,

  connectionLost: 'the connection was lost',
};
