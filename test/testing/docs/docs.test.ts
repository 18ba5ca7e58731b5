import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('docs/testing.md shows the test file that is run here', () => {
  const page = readFileSync(new URL('../../../docs/testing.md', import.meta.url), 'utf8');
  const shown = /```typescript\n(.*?)```/s.exec(page)?.[1];
  expect(shown).toBe(readFileSync(new URL('./places.test.ts', import.meta.url), 'utf8'));
});
