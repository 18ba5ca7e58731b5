import { describe, expect, it } from 'vitest';
import { StopFlag } from '../../../packages/shell/src/run/stop-flag.js';

describe('A flag that tells everybody to stop', () => {
  it('calls each listener once, except those that were taken away', () => {
    const flag = new StopFlag();
    const told: string[] = [];
    const second = (): void => void told.push('second');
    flag.addEventListener('abort', () => void told.push('first'));
    flag.addEventListener('abort', second);
    flag.removeEventListener('abort', second);
    expect({ told, aborted: flag.aborted, reason: flag.reason }).toEqual({
      told: [],
      aborted: false,
      reason: undefined,
    });
    flag.abort();
    flag.abort();
    expect({ told, aborted: flag.aborted }).toEqual({ told: ['first'], aborted: true });
  });

  it.each(['before', 'after'])('is a signal too, asked for %s everybody was told', (when) => {
    const flag = new StopFlag();
    const early = when === 'before' ? flag.signal : undefined;
    flag.abort();
    expect(flag.signal.aborted).toBe(true);
    expect(flag.signal).toBe(early ?? flag.signal);
    expect(flag.reason).toBe(flag.signal.reason);
  });
});
