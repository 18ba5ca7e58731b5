import { describe, expect, it } from 'vitest';
import { StopToken } from '../../../packages/core/src/job/stop-token.js';
import { PipelineStoppedException } from '../../../packages/core/src/records/exceptions.js';

describe('the token by which work is asked to end', () => {
  it('tells everybody once', () => {
    const token = new StopToken();
    const told: string[] = [];
    token.onStop(() => told.push('callback'));
    token.signal.addEventListener('abort', () => told.push('signal'));
    expect(token.requested).toBe(false);
    token.request();
    token.request();
    expect([token.requested, told]).toEqual([true, ['signal', 'callback']]);
    expect(token.signal.reason).toBeInstanceOf(PipelineStoppedException);
  });

  it('tells those who come late at once', () => {
    const token = new StopToken();
    token.request();
    let told = 0;
    token.onStop(() => told++)();
    expect([told, token.signal.aborted]).toEqual([1, true]);
  });

  it('does not tell those who have left', () => {
    const token = new StopToken();
    let told = 0;
    token.onStop(() => told++)();
    token.request();
    expect(told).toBe(0);
  });
});
