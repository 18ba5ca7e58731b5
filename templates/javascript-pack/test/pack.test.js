import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineTests, exampleCases, lintPack } from '@cmdlet/testing';
import { pack } from '../src/index.js';

test('The pack has nothing that surprises its users', async () => {
  assert.deepEqual(await lintPack(pack), []);
});

defineTests(test, await exampleCases(pack));
