import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCommandsOf, type PackageManager, settingsFiles } from '../programs/package-manager.js';
import type { PackPlan } from './pack-plan.js';

/** The name that packs have in the templates. */
const PLACE_OF_NAME = 'my-pack';

/** Writes the files of the plan's template to a folder that exists, with the name of the pack filled in. */
export function writeTemplate(templates: string, { template, name, packageManager }: PackPlan, folder: string): void {
  copyFilled(join(templates, template), folder, name, packageManager);
  for (const [file, content] of Object.entries(settingsFiles(packageManager)))
    writeFileSync(join(folder, file), content);
}

function copyFilled(from: string, to: string, name: string, manager: PackageManager): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    // npm leaves .gitignore out of what it publishes, so it is called _gitignore; and package.json.template is no package.
    const target = join(to, entry.name.replace(/^_/, '.').replace(/\.template$/, ''));
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules' || entry.name === 'dist') continue;
      mkdirSync(target);
      copyFilled(source, target, name, manager);
    } else {
      const content = readFileSync(source, 'utf8').replaceAll(PLACE_OF_NAME, name);
      writeFileSync(target, entry.name.endsWith('.md') ? inCommandsOf(manager, content) : content);
    }
  }
}
