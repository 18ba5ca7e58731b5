import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/main.ts'],
  format: ['esm'],
  target: 'node20',
  skipNodeModulesBundle: true,
  sourcemap: true,
  clean: true,
  silent: true,
});
