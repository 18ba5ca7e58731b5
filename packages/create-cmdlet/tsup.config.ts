import { cpSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig } from 'tsup';
import { BUILD_FOLDER, packageOptions } from '../tsup.base.js';

/** A command, and no library: one file, without types, and the templates beside it. */
export default defineConfig(({ outDir = BUILD_FOLDER }) => ({
  ...packageOptions({ 'create-cmdlet': 'src/create-cmdlet.ts' }),
  format: ['cjs'],
  dts: false,
  // Finds the templates beside itself.
  shims: true,
  onSuccess: async () => copyTemplates('../../templates', join(outDir, 'templates')),
}));

function copyTemplates(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    cpSync(join(from, entry.name), join(to, entry.name), {
      recursive: true,
      filter: (path) => !['node_modules', 'dist', 'cmdlets.json'].includes(basename(path)),
    });
    // Node, npm and bundlers would take it for that of a package.
    renameSync(join(to, entry.name, 'package.json'), join(to, entry.name, 'package.json.template'));
  }
}
