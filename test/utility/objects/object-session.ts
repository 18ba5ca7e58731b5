import { Session } from '@cmdlet/core';
import { utilityPack } from '@cmdlet/utility';
import { onTestFinished } from 'vitest';

/** A session with the pack, disposed of when the test is over. */
export async function objectSession(): Promise<Session> {
  const session = await Session.create({ packs: [utilityPack] });
  onTestFinished(() => session.dispose());
  return session;
}

/** What the people of the tests are called, how old they are and where they live. */
export const people = [
  { name: 'Ann', age: 41, city: 'Rome' },
  { name: 'bob', age: 7, city: 'Oslo' },
  { name: 'Cleo', age: 19, city: 'rome' },
] as const;
