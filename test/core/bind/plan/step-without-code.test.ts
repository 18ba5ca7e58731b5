/** The same as `record-step.test.ts`, in a process that may not make code from text. */
import { expect, it, vi } from 'vitest';
import { describeSteps } from './compare-steps.js';

vi.mock('../../../../packages/core/src/bind/plan/record-step.js', async (original) => {
  const { watched } = await import('./compilation.js');
  return watched(await original());
});

const refused = (): never => {
  throw new EvalError('Code generation from strings disallowed for this context');
};
vi.stubGlobal('Function', new Proxy(Function, { construct: refused, apply: refused }));

describeSteps();

it('No code was made', () => {
  expect(() => Reflect.construct(Function, ['return 1']) as unknown).toThrow(EvalError);
});
