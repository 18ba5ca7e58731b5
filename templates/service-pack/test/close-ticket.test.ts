import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { run, takeLeaks } from '@cmdlet/testing';
import { CloseTicket, pack, TicketSystem } from '../src/index.js';
import { FakeTicketSystem } from './fake-ticket-system.js';

afterEach(async () => assert.deepEqual((await takeLeaks()).map(String), []));

test('Close-Ticket closes what comes through the pipeline', async () => {
  const system = new FakeTicketSystem();
  const { output } = await run(CloseTicket, {}, { services: [[TicketSystem, system]], input: [{ id: 1 }, { id: 3 }] });
  assert.deepEqual(system.closed, [1, 3]);
  assert.deepEqual(output, []);
});

test('Close-Ticket asks with -Confirm', async () => {
  const system = new FakeTicketSystem();
  const surroundings = { services: [[TicketSystem, system]], answers: ['No', 'Yes'] } as const;
  const { prompts } = await run(CloseTicket, { id: [1, 2], confirm: true }, surroundings);
  assert.deepEqual(system.closed, [2]);
  assert.equal(prompts.length, 2);
});

test('Close-Ticket does nothing with -WhatIf', async () => {
  const system = new FakeTicketSystem();
  const { shouldProcess } = await run(CloseTicket, { id: [1], whatIf: true }, { services: [[TicketSystem, system]] });
  assert.deepEqual(system.closed, []);
  assert.deepEqual(
    shouldProcess.map(({ target, decidedBy }) => [target, decidedBy]),
    [['ticket 1', 'WhatIf']],
  );
});

test('Close-Ticket goes on where one ticket is not there', async () => {
  const { output, errorIds } = await run(CloseTicket, { id: [9, 3], passThru: true }, { packs: [pack] });
  assert.deepEqual(errorIds, ['TicketNotFound,my-pack.CloseTicket']);
  assert.deepEqual(output.map(String), ['3 (It is cold)']);
});
