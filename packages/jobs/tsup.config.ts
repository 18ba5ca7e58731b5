import { createRequire } from 'node:module';
import { defineConfig } from 'tsup';
import { BUILD_FOLDER, packageOptions, writeNodeEntry } from '../tsup.base.js';

const { buildChild } = createRequire(import.meta.url)('./build-child.cjs') as {
  buildChild: (folder: string) => string;
};

export default defineConfig((given) => ({
  ...packageOptions(),
  // Finds the file that runs on the far side of a job beside itself, as CommonJS too.
  shims: true,
  onSuccess: async () => {
    writeNodeEntry(given.outDir);
    buildChild(given.outDir ?? BUILD_FOLDER);
  },
}));
