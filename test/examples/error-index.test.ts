import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ErrorCategory } from '@cmdlet/core';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const categories = Object.keys(ErrorCategory).join('|');
const placesOfIds = [
  /errorId: '(\w+)'/g,
  /MetadataException\(\s*'(\w+)'/g,
  new RegExp(`, '(\\w+)', '(?:${categories})'`, 'g'),
];

it('docs/errors.md lists every error id that the sources use', () => {
  const listed = new Set(Array.from(read('docs/errors.md').matchAll(/`(\w+)`/g), ([, id]) => id));
  const used = new Set(
    sourcesIn('packages').flatMap((path) =>
      placesOfIds.flatMap((place) => Array.from(read(path).matchAll(place), ([, id]) => id)),
    ),
  );
  expect(used.size).toBeGreaterThan(50);
  expect([...used].filter((id) => !listed.has(id))).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /[\\/]src[\\/].*\.ts$/.test(path));
}

function read(path: string): string {
  // Examples in comments have ids of their own.
  return readFileSync(join(root, path), 'utf8').replaceAll(/^\s*(?:\*|\/\/).*$/gm, '');
}
