import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runNode } from './run-node.js';

const script = fileURLToPath(new URL('fixtures/pipelines.mjs', import.meta.url));

it('A process that may not make code from text gets the same results', async () => {
  const [usual, strict] = await Promise.all([
    runNode(script),
    runNode('--disallow-code-generation-from-strings', script),
  ]);
  const { codeIsAllowed, ...results } = JSON.parse(usual) as {
    codeIsAllowed: boolean;
    output: string[];
    errors: string[];
  };
  expect(codeIsAllowed).toBe(true);
  expect(results.output).toHaveLength(11);
  expect(results.errors).toEqual([
    'ParameterArgumentValidationError,GetRow',
    'ParameterArgumentValidationError,GetRow',
    'InputObjectNotBound,GetRow',
  ]);
  expect(JSON.parse(strict)).toEqual({ codeIsAllowed: false, ...results });
});
