import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listedDeviations, replayLifecycleFile } from './lifecycle.js';
import type { LifecycleFile } from './lifecycle-case.js';

const folder = new URL('../lifecycle/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('the listed deviations', () => {
  it('are all needed, and all of a case', async () => {
    const replayed = await Promise.all(files.map((file) => replayLifecycleFile(read(file), {})));
    const asCaptured = new Set(
      replayed.flat().flatMap((result) => (result.passed && result.departure === undefined ? [result.id] : [])),
    );
    const ids = new Set(replayed.flat().map(({ id }) => id));
    const listed = Object.keys(listedDeviations());
    expect(listed.filter((id) => !ids.has(plain(id)))).toEqual([]);
    expect(listed.filter((id) => asCaptured.has(plain(id)))).toEqual([]);
  });

  it('agree with the rules for cases that nobody has listed', async () => {
    const unlisted = await Promise.all(files.map((file) => replayLifecycleFile(read(file), {})));
    const differences = unlisted.flat().filter((result) => !result.passed && result.applicable !== false);
    expect(differences).toEqual([]);
  });
});

describe('a wrong expectation is noticed', () => {
  const pipeline = [{ cmdlet: 'Test-A' }];
  const cmdlets = {
    'Test-A': { process: [{ write: 1 }, { warning: 'w' }, { error: { id: 'E', message: 'e', target: 7 } }] },
  };
  const error = {
    id: 'E,Golden.TestA',
    category: 'NotSpecified',
    message: 'e',
    target: 7,
    activity: 'Test-A',
    reason: 'InvalidOperationException',
    targetName: '7',
    targetType: 'Int32',
    command: 'Test-A',
  };
  const right = {
    trace: ['A.begin', 'A.process', 'A.end', 'A.dispose'],
    output: [1],
    errors: [error],
    warnings: ['w'],
    host: ['warning: w'],
    hadErrors: true,
    state: 'Completed',
    sessionErrors: ['E,Golden.TestA'],
  };
  const replay = async (expect_: LifecycleFile['cases'][number]['expect']) => {
    const [result] = await replayLifecycleFile({
      cmdlets,
      cases: [{ id: 'x', sessionErrors: true, pipeline, expect: expect_ }],
    });
    return result;
  };

  it('and the right one passes', async () => {
    expect(await replay(right)).toEqual({ id: 'x', passed: true });
  });

  it.each([
    ['trace', { trace: ['A.begin', 'A.process', 'A.dispose'] }],
    ['output', { output: [2] }],
    ['errors', { errors: [{ ...error, id: 'F,Golden.TestA' }] }],
    ['errors', { errors: [{ ...error, category: 'InvalidData' }] }],
    ['errors', { errors: [{ ...error, message: 'f' }] }],
    ['errors', { errors: [{ ...error, target: 8 }] }],
    ['errors', { errors: [{ ...error, targetType: 'String' }] }],
    ['terminating', { terminating: { error } }],
    ['warnings', { warnings: [] }],
    ['verbose', { verbose: ['v'] }],
    ['host', { host: [] }],
    ['prompts', { prompts: [{ kind: 'choice' as const, caption: 'c', message: 'm' }] }],
    ['variables', { variables: { x: 1 } }],
    ['hadErrors', { hadErrors: false }],
    ['state', { state: 'Failed' }],
    ['answersLeft', { answersLeft: 1 }],
    ['sessionErrors', { sessionErrors: [] }],
  ])('in %s: %j', async (part, wrong) => {
    const result = await replay({ ...right, ...wrong });
    expect(result?.passed).toBe(false);
    expect(result?.difference).toMatch(new RegExp(`^${part} is `));
  });

  it('in the second pipeline', async () => {
    const second = { trace: ['A.begin'], output: [], state: 'Completed', hadErrors: true };
    const [result] = await replayLifecycleFile({
      cmdlets,
      cases: [{ id: 'x', pipeline, then: pipeline, expect: { ...right, then: second } }],
    });
    expect(result?.difference).toMatch(/^then: trace is /);
  });
});

describe('a case about something that does not exist here is not a pass', () => {
  it.each([
    ['another thread', { process: [{ onThread: [{ write: 1 }] }] }],
    ['a direct line of the host', { process: [{ try: [{ hostLine: 'x' }] }] }],
  ])('%s', async (_what, spec) => {
    const [result] = await replayLifecycleFile({
      cmdlets: { 'Test-A': spec },
      cases: [{ id: 'x', pipeline: [{ cmdlet: 'Test-A' }], expect: {} }],
    });
    expect(result).toMatchObject({ passed: false, applicable: false });
  });
});

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
}

/** Two files may use one id; the list then names the file too. */
function plain(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
