import { defineConfig } from 'tsup';
import { packageOptions } from '../tsup.base.js';

// Two bundles that share nothing: what they must agree on stands under global symbols, as it must for ESM beside CJS.
export default defineConfig({
  ...packageOptions({ index: 'src/index.ts', vitest: 'src/vitest.ts' }),
  splitting: false,
});
