import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '@cmdlet/core';
import { GetGreeting, myPack } from '../src/index.js';

test('Get-Greeting greets everybody who comes through the pipeline', async () => {
  const session = await Session.create({ packs: [myPack] });
  assert.deepEqual(await session.from(['Ada', 'Grace']).pipe(GetGreeting), ['Hello, Ada!', 'Hello, Grace!']);
  assert.deepEqual(await session.invoke(GetGreeting, { name: 'Ada', language: 'no' }), ['Hei, Ada!']);
  await session.dispose();
});

test('Get-Greeting refuses languages that it does not know', async () => {
  const session = await Session.create({ packs: [myPack] });
  const call = session.invoke(GetGreeting, { name: 'Ada', language: 'xx' });
  await assert.rejects(call, { errorId: 'ParameterArgumentValidationError' });
  await session.dispose();
});
