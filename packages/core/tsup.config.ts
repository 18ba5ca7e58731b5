import { defineConfig } from 'tsup';
import { packageOptions, writeNodeEntry } from '../tsup.base.js';

export default defineConfig(({ outDir }) => ({
  ...packageOptions(),
  onSuccess: async () => writeNodeEntry(outDir),
}));
