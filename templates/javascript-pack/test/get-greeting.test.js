import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { bindingTable, defineTests, run, takeLeaks } from '@cmdlet/testing';
import { GetGreeting } from '../src/index.js';

afterEach(async () => assert.deepEqual((await takeLeaks()).map(String), []));

test('Get-Greeting greets everybody who comes through the pipeline', async () => {
  const { output } = await run(GetGreeting, {}, { input: ['Ada', 'Grace'] });
  assert.deepEqual(output, ['Hello, Ada!', 'Hello, Grace!']);
});

test('Get-Greeting greets in other languages', async () => {
  const { output } = await run(GetGreeting, { name: 'Ada', language: 'no' });
  assert.deepEqual(output, ['Hei, Ada!']);
});

test('Get-Greeting runs as a job', async () => {
  const result = await run(GetGreeting, { name: 'Ada', asJob: true });
  await result.job.untilState('Completed');
  assert.deepEqual(result.job.output, ['Hello, Ada!']);
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
