/** Every text of `Invoke-Command` that a user may see. */
export const text = {
  invalidHost: (given: string): string =>
    `'${given}' is no name of a host. Write a name or an address, with a user and a port where needed: user@host:port.`,

  unknownKey: (name: string, known: readonly string[]): string =>
    `A table of -SSHConnection has the unknown key ${name}. It may have: ${known.join(', ')}.`,

  keyTwice: (name: string): string => `A table of -SSHConnection says ${name} twice, by another name of it.`,

  noComputerName: 'A table of -SSHConnection needs the key ComputerName, or HostName: the name of the host as text.',

  notNumber: (name: string, value: string, largest: number): string =>
    `The value '${value}' of the key ${name} in a table of -SSHConnection is no whole number from 1 to ${largest}.`,

  noTarget:
    'Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be ' +
    'used together or an insufficient number of parameters were provided. A job needs a target: -HostName or -SSHConnection.',

  asJobAndDisconnected:
    'You cannot use the Invoke-Command cmdlet with both the AsJob and Disconnected parameters in the same command.',

  sessionNameNeedsDisconnected: 'The SessionName parameter can be used only with the InDisconnectedSession parameter.',

  noWsman:
    'The ComputerName parameter needs WSMan, for which there is no client here. ' +
    'Use -HostName, which connects by SSH.',
};
