import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A folder inside the workspace, so that `@cmdlet/core` is found from it as it is in a user's project. */
export class Project {
  readonly folder: string;

  constructor() {
    const cache = join(root, 'node_modules/.cache/cmdlet/e2e');
    mkdirSync(cache, { recursive: true });
    this.folder = mkdtempSync(join(cache, 'project-'));
  }

  /** Writes a file and gives its full path. */
  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a Node process prints; fails the test with its error output if it fails. */
export async function runNode(...given: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, given, { cwd: root, timeout: 30_000 });
  return stdout;
}
