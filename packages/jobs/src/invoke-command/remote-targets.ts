import { CmdletException } from '@cmdlet/core';
import type { RemoteTarget } from '../execution/remote/remote-target.js';
import { text } from './text.js';

/** What is said once for all hosts. */
export type TargetFacts = Omit<RemoteTarget, 'hostName'>;

/** Hosts as `-HostName` takes them: `[user@]host[:port]`; what stands there wins over what is said once for all. */
export function targetsOfHosts(hostNames: readonly string[], common: TargetFacts): RemoteTarget[] {
  return hostNames.map((given) => targetOfHost(given, common));
}

/** Hosts as `-SSHConnection` takes them: one table each. */
export function targetsOfTables(tables: readonly ReadonlyMap<string, unknown>[]): RemoteTarget[] {
  return tables.map(targetOfTable);
}

function targetOfHost(given: string, common: TargetFacts): RemoteTarget {
  const at = given.lastIndexOf('@');
  const userName = at < 0 ? undefined : given.slice(0, at);
  const { hostName, port } = hostAndPort(given.slice(at + 1));
  if (!isHostName(hostName) || userName === '' || (port !== undefined && !isPort(port))) throw invalidHost(given);
  return withoutUndefined({ ...common, hostName, userName: userName ?? common.userName, port: port ?? common.port });
}

/** A name with several colons and no brackets is an address of IPv6, and has no port. */
function hostAndPort(text: string): { hostName: string; port?: number } {
  const [, bracketed, colon] = /^\[([^\]]*)\](?::(.*))?$/.exec(text) ?? [];
  if (bracketed !== undefined) return colon === undefined ? { hostName: bracketed } : portOf(bracketed, colon);
  const parts = text.split(':');
  return parts.length === 2 ? portOf(parts[0] ?? '', parts[1] ?? '') : { hostName: text };
}

function portOf(hostName: string, port: string): { hostName: string; port: number } {
  return { hostName, port: /^\d+$/.test(port) ? Number(port) : Number.NaN };
}

/** Whatever `ssh` may know by its configuration, but nothing that it could take for an option. */
function isHostName(name: string): boolean {
  return name !== '' && !name.startsWith('-') && !/[\s\p{Cc}]/u.test(name);
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function invalidHost(given: string): CmdletException {
  return new CmdletException(text.invalidHost(given), {
    errorId: 'PSSessionInvalidComputerName',
    category: 'InvalidArgument',
    target: given,
  });
}

/** The names that a table may have, and what they mean. */
const keys: Readonly<Record<string, keyof RemoteTarget>> = {
  computername: 'hostName',
  hostname: 'hostName',
  username: 'userName',
  keyfilepath: 'keyFilePath',
  identityfilepath: 'keyFilePath',
  port: 'port',
  subsystem: 'subsystem',
  connectingtimeout: 'connectingTimeout',
  options: 'options',
};
const KEY_NAMES = [
  'ComputerName',
  'HostName',
  'UserName',
  'KeyFilePath',
  'Port',
  'Subsystem',
  'ConnectingTimeout',
  'Options',
];

function targetOfTable(table: ReadonlyMap<string, unknown>): RemoteTarget {
  const facts: Partial<Record<keyof RemoteTarget, unknown>> = {};
  for (const [name, value] of table) {
    const key = keys[name.toLowerCase()];
    if (key === undefined) throw invalidTable(text.unknownKey(name, KEY_NAMES), name);
    if (facts[key] !== undefined) throw invalidTable(text.keyTwice(name), name);
    facts[key] = value;
  }
  const { hostName, port, connectingTimeout, options, ...texts } = facts;
  if (typeof hostName !== 'string') throw invalidTable(text.noComputerName, table);
  return targetOfHost(hostName, {
    ...Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, String(value)])),
    port: port === undefined ? undefined : wholeNumber('Port', port, 65_535),
    connectingTimeout:
      connectingTimeout === undefined ? undefined : wholeNumber('ConnectingTimeout', connectingTimeout, 2 ** 31 - 1),
    options: options === undefined ? undefined : optionsOf(options),
  });
}

function wholeNumber(name: string, value: unknown, largest: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= largest) return number;
  throw invalidTable(text.notNumber(name, String(value), largest), value);
}

/** Options of `ssh` from a table of any kind. */
export function optionsOf(options: unknown): Readonly<Record<string, string>> {
  const entries: [unknown, unknown][] = options instanceof Map ? [...options] : Object.entries(options as object);
  return Object.fromEntries(entries.map(([name, value]) => [String(name), String(value)]));
}

function invalidTable(message: string, target: unknown): CmdletException {
  return new CmdletException(message, { errorId: 'Argument', category: 'InvalidArgument', target });
}

function withoutUndefined({ hostName, ...facts }: RemoteTarget): RemoteTarget {
  return { hostName, ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) };
}
