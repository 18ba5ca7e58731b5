import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { bindingTable, defineTests, exampleCases, lintPack, run, takeLeaks } from '@cmdlet/testing';
import { GetGreeting, myPack } from '../src/index.js';

afterEach(async () => assert.deepEqual((await takeLeaks()).map(String), []));

test('Get-Greeting greets everybody who comes through the pipeline', async () => {
  const { output } = await run(GetGreeting, {}, { input: ['Ada', 'Grace'] });
  assert.deepEqual(output, ['Hello, Ada!', 'Hello, Grace!']);
});

test('Get-Greeting greets in other languages', async () => {
  const { output } = await run(GetGreeting, { name: 'Ada', language: 'no' });
  assert.deepEqual(output, ['Hei, Ada!']);
});

defineTests(
  test,
  bindingTable(GetGreeting, [
    { arguments: ['Ada'], values: { name: 'Ada' } },
    { arguments: ['Ada', '-Language', 'no'], values: { name: 'Ada', language: 'no' } },
    { arguments: ['Ada', '-Language', 'xx'], errorId: 'ParameterArgumentValidationError' },
    { errorId: 'MissingMandatoryParameter' },
  ]),
);

defineTests(test, await exampleCases(myPack));

test('The pack has nothing that surprises its users', async () => {
  assert.deepEqual(await lintPack(myPack), []);
});
