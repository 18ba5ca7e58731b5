import { defineConfig } from 'tsup';
import { packageOptions } from '../tsup.base.js';

export default defineConfig(packageOptions({ index: 'src/index.ts', cmdlet: 'src/cmdlet.ts' }));
