import { cmdletPlugin } from '@cmdlet/shell/build';
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm'],
  target: 'node20',
  skipNodeModulesBundle: true,
  sourcemap: true,
  clean: true,
  silent: true,
  plugins: [cmdletPlugin()],
});
