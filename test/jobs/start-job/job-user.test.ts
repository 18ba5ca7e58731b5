import { describe, expect, it } from 'vitest';
import type { ProcessUser } from '../../../packages/jobs/src/execution/process/process-user.js';
import { jobUser, type UserDirectory } from '../../../packages/jobs/src/start-job/job-user.js';
import { PSCredential } from '../../../packages/jobs/src/start-job/ps-credential.js';

const ann: ProcessUser = { uid: 1001, gid: 1001, name: 'ann', home: '/home/ann' };

function users(uid: number, name: string): UserDirectory {
  return { current: { uid, name }, find: (wanted) => (wanted === 'ann' ? ann : undefined) };
}

function errorIdOf(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    return (error as { errorId: string }).errorId;
  }
}

describe('the user that a job runs as', () => {
  it.each([
    ['nobody is named', undefined, users(1000, 'me'), undefined],
    ['it is the one who runs the program', 'me', users(1000, 'me'), undefined],
    ['root names another', 'ann', users(0, 'root'), ann],
    ['root names one who is not there', 'bob', users(0, 'root'), 'CredentialUserNotFound'],
    ['somebody else names another', 'ann', users(1000, 'me'), 'CredentialNotSupported'],
    ['the platform has no numbers for users', 'ann', users(-1, 'me'), 'CredentialNotSupported'],
  ])('%s', (_what, userName, directory, expected) => {
    const credential = userName === undefined ? undefined : new PSCredential(userName);
    expect(errorIdOf(() => jobUser(credential, directory))).toBe(expected);
  });
});

describe('a credential', () => {
  it('is made from a name, and shows no password', () => {
    const credential = new PSCredential('ann', 'secret');
    expect(PSCredential.from('ann').userName).toBe('ann');
    expect([String(credential), JSON.stringify(credential)]).toEqual(['ann', '{"userName":"ann"}']);
  });

  it.each([[''], [' '], [5], [null]])('is not made from %o', (value) => {
    expect(() => PSCredential.from(value)).toThrow(TypeError);
  });
});
