import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { caseFilesBelow, failuresOf, replayBelow } from './replay/replay-folder.js';

const folder = fileURLToPath(new URL('.', import.meta.url));

describe('the cases captured from PowerShell 7.6.5 come out as captured, or as documented', () => {
  const files = caseFilesBelow(folder).map((file) => relative(folder, file));

  it.each(files)('%s', { timeout: 60_000 }, async (file) => {
    const replayed = await replayBelow(`${folder}/${file}`);
    const differences = replayed.flatMap(failuresOf).map(({ id, difference }) => `${id}: ${difference ?? 'differs'}`);
    expect(differences).toEqual([]);
  });
});
