import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Command } from '../command.js';

/** A disk of so many kilobytes; undefined where it cannot be had. */
function smallDisk(kilobytes: number): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', directory], { stdio: 'ignore' });
    return directory;
  } catch {
    rmdirSync(directory);
    return undefined;
  }
}

const disk = smallDisk(16);

it.runIf(disk !== undefined)('A full disk leaves nothing half-made', async () => {
  const command = new Command();
  const place = join(disk ?? '', 'packs/my-pack');
  try {
    const { exitCode, errors } = await command.run(place, '--name', 'my-pack', '--yes', '-t', 'service-pack');
    expect([exitCode, errors]).toEqual([1, expect.stringMatching(/^WriteFailed: .*ENOSPC.*Nothing was made\.\n$/)]);
    expect(readdirSync(disk ?? '')).toEqual([]);
    writeFileSync(join(disk ?? '', 'room'), 'x'.repeat(8_192));
  } finally {
    command.remove();
    execFileSync('umount', [disk ?? '']);
    rmdirSync(disk ?? '');
  }
});
