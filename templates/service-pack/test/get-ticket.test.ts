import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { bindingTable, defineTests, run, takeLeaks } from '@cmdlet/testing';
import { GetTicket, pack, TicketSystem } from '../src/index.js';
import { FakeTicketSystem } from './fake-ticket-system.js';

afterEach(async () => assert.deepEqual((await takeLeaks()).map(String), []));

const surroundings = { packs: [pack], services: [[TicketSystem, new FakeTicketSystem()]] } as const;

test('Get-Ticket gets what is open', async () => {
  const { output } = await run(GetTicket, {}, surroundings);
  assert.deepEqual(output.map(String), ['1 (Sweep the floor)']);
});

test('Get-Ticket finds titles by wildcards', async () => {
  const { output } = await run(GetTicket, { title: '*PLANTS', state: 'All' }, surroundings);
  assert.deepEqual(output.map(String), ['2 (Water the plants)']);
});

defineTests(
  test,
  bindingTable(
    GetTicket,
    [
      { arguments: ['*door*'], values: { title: '*door*' } },
      { arguments: ['-State', 'closed'], values: { state: 'Closed' } },
      { arguments: ['-State', 'lost'], errorId: 'ParameterArgumentValidationError' },
    ],
    surroundings,
  ),
);
