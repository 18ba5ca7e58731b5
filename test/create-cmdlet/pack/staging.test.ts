import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeFolder } from '../../../packages/create-cmdlet/src/pack/merge-folder.js';
import { Staging } from '../../../packages/create-cmdlet/src/pack/staging.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staging-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** All files below a folder with what they hold. */
function files(of = folder): Readonly<Record<string, string>> {
  const found = readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(of.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

function write(path: string, content: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

describe('A staging folder', () => {
  it('is beside a target that is not there, and becomes it', () => {
    const staging = new Staging(join(folder, 'a/b/pack'));
    writeFileSync(join(staging.folder, 'file'), 'new');
    expect(readdirSync(join(folder, 'a/b'))).toEqual([expect.stringMatching(/^\.create-cmdlet-/)]);
    staging.commit();
    expect(files()).toEqual({ 'a/b/pack/file': 'new' });
  });

  it('is in a target that is there, and fills it', () => {
    write('pack/mine', 'mine');
    const staging = new Staging(join(folder, 'pack'));
    writeFileSync(join(staging.folder, 'file'), 'new');
    expect(readdirSync(folder)).toEqual(['pack']);
    staging.commit();
    expect(files()).toEqual({ 'pack/file': 'new', 'pack/mine': 'mine' });
    expect(readdirSync(join(folder, 'pack'))).toEqual(['file', 'mine']);
  });

  it.each(['a/b/pack', 'pack'])('takes everything away that was made for %s', (target) => {
    const staging = new Staging(join(folder, target));
    writeFileSync(join(staging.folder, 'file'), 'new');
    staging.remove();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves folders that somebody else uses meanwhile', () => {
    const staging = new Staging(join(folder, 'a/b/pack'));
    write('a/theirs', 'theirs');
    staging.remove();
    expect(files()).toEqual({ 'a/theirs': 'theirs' });
    expect(readdirSync(join(folder, 'a'))).toEqual(['theirs']);
  });

  it('never replaces a target that came meanwhile', () => {
    const staging = new Staging(join(folder, 'pack'));
    write('pack/theirs', 'theirs');
    expect(() => staging.commit()).toThrow(/ENOTEMPTY|EEXIST|EPERM/);
    staging.remove();
    expect(files()).toEqual({ 'pack/theirs': 'theirs' });
  });
});

describe('mergeFolder', () => {
  it('replaces files of the same name, and leaves others', () => {
    write('from/a', 'new');
    write('from/sub/b', 'new');
    write('from/sub/c', 'new');
    write('from/node_modules/x', 'new');
    write('to/a', 'old');
    write('to/sub/b', 'old');
    write('to/sub/other', 'old');
    write('to/node_modules/y', 'old');
    mergeFolder(join(folder, 'from'), join(folder, 'to'), 'mark');
    expect(files(join(folder, 'to'))).toEqual({
      a: 'new',
      'node_modules/x': 'new',
      'sub/b': 'new',
      'sub/c': 'new',
      'sub/other': 'old',
    });
  });

  it('takes everything back if one file cannot be moved', () => {
    for (const name of ['a', 'b', 'c']) {
      write(`from/${name}`, 'new');
      write(`to/${name}`, 'old');
    }
    // In the way of the copy that is kept of c.
    write('to/c.mark/file', 'in the way');
    const before = files();
    expect(() => mergeFolder(join(folder, 'from'), join(folder, 'to'), 'mark')).toThrow(
      /EISDIR|ENOTEMPTY|EEXIST|EPERM/,
    );
    expect(files()).toEqual(before);
  });
});
