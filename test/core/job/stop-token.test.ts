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

  it('tells several in the order in which they came, each once, and not those who left between', () => {
    const token = new StopToken();
    const told: number[] = [];
    const callbacks = [0, 1, 2, 3].map((number) => () => told.push(number));
    const leave = callbacks.map((callback) => token.onStop(callback));
    token.onStop(callbacks[1]!);
    leave[0]?.();
    leave[2]?.();
    token.onStop(callbacks[0]!);
    token.request();
    expect(told).toEqual([1, 3, 0]);
  });

  it('does not tell those who have left', () => {
    const token = new StopToken();
    let told = 0;
    token.onStop(() => told++)();
    token.request();
    expect(told).toBe(0);
  });
});
