import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { CmdletException } from '@cmdlet/core';
import type { ProcessUser } from '../execution/process/process-user.js';
import type { PSCredential } from './ps-credential.js';
import { text } from './text.js';

/** Who runs this program, and which users the machine has: replaceable for tests. */
export interface UserDirectory {
  readonly current: { readonly uid: number; readonly name: string };
  find(name: string): ProcessUser | undefined;
}

/** The users of this machine, by `/etc/passwd`. */
export const machineUsers: UserDirectory = {
  get current() {
    const { uid, username } = userInfo();
    return { uid, name: username };
  },
  find(name) {
    for (const line of passwordLines()) {
      const [user, , uid, gid, , home = '/'] = line.split(':');
      if (user === name) return { uid: Number(uid), gid: Number(gid), name, home };
    }
    return undefined;
  },
};

/**
 * The user that the work of a job is to run as; undefined for the one who runs this program.
 *
 * Only root may become somebody else: for anybody else it is `CredentialNotSupported`, also where the platform has no such
 * users. A user that is not there is `CredentialUserNotFound`.
 */
export function jobUser(
  credential: PSCredential | undefined,
  users: UserDirectory = machineUsers,
): ProcessUser | undefined {
  if (credential === undefined) return undefined;
  const { uid, name } = users.current;
  if (credential.userName === name) return undefined;
  if (uid !== 0) {
    throw new CmdletException(text.credentialNotSupported(credential.userName, name), {
      errorId: 'CredentialNotSupported',
      category: 'NotImplemented',
      target: credential.userName,
    });
  }
  const user = users.find(credential.userName);
  if (user === undefined) {
    throw new CmdletException(text.noSuchUser(credential.userName), {
      errorId: 'CredentialUserNotFound',
      category: 'ObjectNotFound',
      target: credential.userName,
    });
  }
  return user;
}

function passwordLines(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}
