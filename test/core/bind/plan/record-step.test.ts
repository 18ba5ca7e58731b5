import { vi } from 'vitest';
import { describeSteps } from './compare-steps.js';

vi.mock('../../../../packages/core/src/bind/plan/record-step.js', async (original) => {
  const { watched } = await import('./compilation.js');
  return watched(await original());
});

describeSteps();
