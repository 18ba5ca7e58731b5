import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inspect } from 'node:util';
import { run } from '@cmdlet/testing';
import { CloseTicket, Configuration, GetTicket, pack } from '../src/index.js';

/** A ticket system that knows one token and one ticket. */
const server = createServer((request, response) => {
  const answer = answerTo(request);
  response.writeHead(typeof answer === 'number' ? answer : 200).end(JSON.stringify(answer));
});

function answerTo({ headers, method, url }: IncomingMessage): object | number {
  if (headers.authorization !== 'Bearer letmein') return 401;
  if (method === 'GET' && url === '/tickets') return [{ id: 7, title: 'Paint the wall', state: 'Open' }];
  if (method === 'POST' && url === '/tickets/7/close') return { id: 7, title: 'Paint the wall', state: 'Closed' };
  return url === '/tickets/8/close' ? 500 : 404;
}

let address = '';
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
after(() => server.close());

/** The pack with another environment. */
function surroundings(environment: Readonly<Record<string, string>>) {
  return { packs: [pack], services: [[Configuration, Configuration.from(environment)]] } as const;
}

test('The cmdlets work with the server of the configuration', async () => {
  const around = surroundings({ TICKETS_SERVER: address, TICKETS_TOKEN: 'letmein' });
  assert.deepEqual((await run(GetTicket, {}, around)).output.map(String), ['7 (Paint the wall)']);
  const { output, errorIds } = await run(CloseTicket, { id: [7, 8, 9], passThru: true }, around);
  assert.deepEqual(
    output.map(({ state }) => state),
    ['Closed'],
  );
  assert.deepEqual(errorIds, ['ServerFailed,my-pack.CloseTicket', 'TicketNotFound,my-pack.CloseTicket']);
});

test('A token can stand in a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'token-'));
  try {
    writeFileSync(join(folder, 'token'), 'letmein\n');
    const around = surroundings({ TICKETS_SERVER: address, TICKETS_TOKEN_FILE: join(folder, 'token') });
    assert.equal((await run(GetTicket, {}, around)).output.length, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('A server needs a token, and the right one', async () => {
  const without = await run(GetTicket, {}, surroundings({ TICKETS_SERVER: address }));
  assert.match(String(without.errorIds), /^TokenMissing/);
  const wrong = await run(GetTicket, {}, surroundings({ TICKETS_SERVER: address, TICKETS_TOKEN: 'guess' }));
  assert.match(String(wrong.errorIds), /^TokenRefused/);
});

test('An address that is none is refused', () => {
  assert.throws(() => Configuration.from({ TICKETS_SERVER: 'here' }), { errorId: 'BadServerAddress' });
});

test('Nothing shows the token', () => {
  const configuration = Configuration.from({ TICKETS_TOKEN: 'letmein' });
  const texts = [inspect(configuration, { depth: 9, showHidden: true }), JSON.stringify(configuration)];
  assert.doesNotMatch(`${texts} ${configuration.token}`, /letmein/);
});
