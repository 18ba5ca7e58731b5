import { type Host, Session } from '@cmdlet/core';
import { FormatTable, OutDefault, OutHost } from '@cmdlet/utility';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../core/job/virtual-clock.js';

async function shown(
  records: Iterable<unknown>,
  host: Host,
  cmdlet: typeof OutHost | typeof OutDefault = OutHost,
): Promise<string[]> {
  const lines: string[] = [];
  await using session = await Session.create({ host: { ...host, showOutput: (line) => void lines.push(line) } });
  await session.from(records).pipe(cmdlet, {});
  return lines;
}

describe('Out-Host', () => {
  it.each([OutHost, OutDefault])('%o draws as wide as the host shows, and nothing goes on', async (cmdlet) => {
    const lines = await shown([{ a: 'x'.repeat(50) }], { windowSize: () => ({ columns: 10, rows: 5 }) }, cmdlet);
    expect(lines).toEqual(['', 'a', '-', `${'x'.repeat(9)}…`, '']);
  });

  it('colours headers where the host shows colours', async () => {
    expect(await shown([{ a: 1 }], { supportsColor: true })).toContain('\u001b[32;1ma\u001b[0m');
  });

  it('waits for a host that is slow', async () => {
    let open = 0;
    let most = 0;
    const host: Host = {
      showOutput: async () => {
        most = Math.max(most, ++open);
        await Promise.resolve();
        open--;
      },
    };
    await using session = await Session.create({ host });
    await session.from(['a', 'b', 'c']).pipe(OutHost, {});
    expect(most).toBe(1);
    expect(open).toBe(0);
  });

  it('shows the first rows of a table after 300 ms also if no more come', async () => {
    const lines: string[] = [];
    const clock = new VirtualClock();
    await using session = await Session.create({ clock, host: { showOutput: (line) => void lines.push(line) } });
    let finish: () => void = () => {};
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    async function* slow(): AsyncGenerator<object> {
      yield { a: 1 };
      await waiting;
    }
    const run = session.from(slow()).pipe(FormatTable, {}).pipe(OutHost, {}).run();
    await clock.turn();
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines).toEqual([]);
    await clock.advance(300);
    expect(lines).toEqual(['', 'a', '-', '1']);
    finish();
    await run;
    expect(lines.at(-1)).toBe('');
  });

  it('shows nothing on a host that cannot, and fails not', async () => {
    await using session = await Session.create();
    expect(await session.from([{ a: 1 }]).pipe(OutHost, {})).toEqual([]);
  });
});
