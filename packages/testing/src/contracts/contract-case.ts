import type { TestCase } from '../test-case.js';

/** What a contract demands, by title; undefined where it does not apply. */
export type ContractCases = Readonly<Record<string, (() => void | Promise<void>) | undefined>>;

/** The cases of a contract for one subject, whose name stands in front of each title. */
export function contractCases(subject: string, cases: ContractCases): readonly TestCase[] {
  return Object.entries(cases).flatMap(([title, check]) =>
    check === undefined ? [] : [{ title: `${subject} ${title}`, check }],
  );
}
