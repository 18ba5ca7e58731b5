import { readFileSync } from 'node:fs';
import { CmdletException } from '@cmdlet/core';
import { Secret } from './secret.js';

/** What the pack has to know about the place where it runs. */
export class Configuration {
  constructor(
    /** Where the ticket system is; undefined for the demonstration. */
    readonly server?: URL,
    readonly token?: Secret,
  ) {}

  /**
   * From environment variables: `TICKETS_SERVER`, and `TICKETS_TOKEN_FILE` or `TICKETS_TOKEN`.
   *
   * A file is better for secrets, as the environment is seen by every program that is started.
   */
  static from(environment: Readonly<Record<string, string | undefined>>): Configuration {
    const { TICKETS_SERVER: server, TICKETS_TOKEN: token, TICKETS_TOKEN_FILE: file } = environment;
    const text = file === undefined ? token : readFileSync(file, 'utf8').trim();
    return new Configuration(server === undefined ? undefined : urlOf(server), text ? new Secret(text) : undefined);
  }
}

function urlOf(server: string): URL {
  if (URL.canParse(server)) return new URL(server);
  const message = `TICKETS_SERVER is '${server}', which is no address. Write it as in https://tickets.example.org/.`;
  throw new CmdletException(message, { errorId: 'BadServerAddress', category: 'InvalidArgument', target: server });
}
