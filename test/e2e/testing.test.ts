import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { transformSync } from '@swc/core';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { Project, runNode } from './run-node.js';

const project = new Project();
afterAll(() => project.remove());

/** The end of what `node --test` says: how many tests passed and failed. */
async function runNodeTests(path: string): Promise<{ readonly passed: number; readonly failed: number }> {
  const { NODE_OPTIONS: _, VITEST: __, NODE_TEST_CONTEXT: ___, ...env } = process.env;
  const tests = promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap', path], {
    env,
    timeout: 60_000,
  });
  const { stdout } = await tests.catch((error: unknown) => error as { readonly stdout: string });
  const count = (what: string): number => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(stdout)?.[1]);
  return { passed: count('pass'), failed: count('fail') };
}

const suite = (imports: string) => `${imports}
const GetSquare = defineCmdlet({
  verb: 'Get',
  noun: 'Square',
  parameters: { number: { type: Int32, mandatory: true, position: 0, valueFromPipeline: true } },
  async process() {
    await this.writeObject(this.number ** 2);
  },
});
const StartTimer = defineCmdlet({
  verb: 'Start',
  noun: 'Timer',
  parameters: { session: { type: Object, default: () => inject(Session) } },
  process() {
    this.session.clock.after(60_000, () => {});
  },
});

afterEach(async () => assert.deepEqual((await takeLeaks()).map(String), []));

test('runs', async () => {
  const result = await run(GetSquare, {}, { input: [1, 2, 3] });
  assert.deepEqual(result.output, [1, 4, 9]);
});
test('runs as a job', async () => {
  await using result = await run(GetSquare, { number: 4, asJob: true });
  await result.job.untilState('Completed');
  assert.deepEqual(result.job.output, [16]);
});
test('fails on purpose, as something is left behind', async () => {
  await run(StartTimer, {}, { time: new VirtualTime() });
});
const rows = Array.from({ length: 100 }, (_, number) => ({ arguments: [number], values: { number } }));
defineTests(test, bindingTable(GetSquare, [...rows, { arguments: ['x'], errorId: 'CannotConvertArgumentNoMessage' }]));
`;

describe('The kit in node:test', () => {
  it.each([
    [
      'an ES module',
      'suite.mjs',
      `import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { defineCmdlet, inject, Int32, Session } from '@cmdlet/core';
import { bindingTable, defineTests, run, takeLeaks, VirtualTime } from '@cmdlet/testing';`,
    ],
    [
      'CommonJS',
      'suite.cjs',
      `const assert = require('node:assert/strict');
const { afterEach, test } = require('node:test');
const { defineCmdlet, inject, Int32, Session } = require('@cmdlet/core');
const { bindingTable, defineTests, run, takeLeaks, VirtualTime } = require('@cmdlet/testing');`,
    ],
  ])('runs a suite of a hundred cases as %s, and finds what one leaves behind', async (_title, name, imports) => {
    const path = project.write(name, suite(imports).replaceAll('await using result =', 'const result ='));
    expect(await runNodeTests(path)).toEqual({ passed: 103, failed: 1 });
  });
});

describe('The kit with classes compiled by', () => {
  const source = readFileSync(new URL('fixtures/kit.ts', import.meta.url), 'utf8');
  const byTsc = (options: ts.CompilerOptions): string => {
    const common = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    return ts.transpileModule(source, { compilerOptions: { ...common, ...options } }).outputText;
  };
  const bySwc = (): string => {
    const parser = { syntax: 'typescript', decorators: true } as const;
    const jsc = { target: 'es2022', parser, transform: { decoratorVersion: '2022-03' } } as const;
    return transformSync(source, { configFile: false, swcrc: false, jsc }).code;
  };

  it.each<[string, () => string]>([
    ['tsc, legacy with design types', () => byTsc({ experimentalDecorators: true, emitDecoratorMetadata: true })],
    ['tsc, legacy without design types', () => byTsc({ experimentalDecorators: true })],
    ['tsc, TC39', () => byTsc({})],
    ['swc, TC39', bySwc],
  ])('%s', async (title, compile) => {
    const path = project.write(`${title.replaceAll(/\W+/g, '-')}.mjs`, compile());
    expect(JSON.parse(await runNode(path))).toEqual({
      output: ['Oslo 1'],
      errorIds: ['ParameterArgumentValidationError,GetForecast'],
      times: [0, 3],
      job: ['Completed', ['Oslo 1']],
      bindings: ['Get-Forecast Oslo -Days 3 → city, days', 'Get-Forecast → MissingMandatoryParameter'],
      findings: [],
      leaks: [],
    });
  });
});
