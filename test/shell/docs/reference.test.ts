/** The pages in docs/reference, and the indexes that they are made from: those the command was built with. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIndex, type CommandIndex, IndexFile, type Pack } from '@cmdlet/core';
import { jobPack } from '@cmdlet/jobs';
import { helpLines, utilityPack } from '@cmdlet/utility';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDocs } from '../../../packages/shell/src/docs/write-docs.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const made = mkdtempSync(join(tmpdir(), 'cmdlet-reference-'));
afterAll(() => rmSync(made, { recursive: true, force: true }));

describe.each<[string, Pack]>([
  ['jobs', jobPack],
  ['utility', utilityPack],
])('The reference of %s', (name, pack) => {
  const file = join(root, `packages/shell/dist/parts/${name}.json`);
  const { index } = new IndexFile(readFileSync(file, 'utf8'));

  it('is what the tool makes of the index: run npm run docs', async () => {
    await writeDocs({ folder: root, index: file, output: join(made, name) });
    expect(pagesIn(join(root, 'docs/reference', name))).toEqual(pagesIn(join(made, name)));
  });

  it('says what each command and each parameter is for', () => {
    const silent = index.commands.flatMap(({ name: command, synopsis, parameters }) => [
      ...(synopsis === null ? [command] : []),
      ...parameters
        .filter(({ hidden, description }) => !hidden && description === null)
        .map((parameter) => `${command} -${parameter.name}`),
    ]);
    expect(silent).toEqual([]);
  });

  it('adds texts to what the classes say, and nothing else', async () => {
    expect(withoutTexts(index)).toEqual(withoutTexts(await buildIndex(pack)));
  });
});

it('is in the help, too', () => {
  const file = new IndexFile(readFileSync(join(root, 'packages/shell/dist/parts/jobs.json'), 'utf8'));
  const command = file.find('Start-Job');
  expect(command && helpLines(command, 'full').join('\n')).toContain(`
    -Credential <PSCredential>
        The user that the process runs as. Only root may choose another one.
`);
});

function pagesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function withoutTexts({ commands, pack }: CommandIndex): unknown {
  return {
    pack: pack.name,
    commands: commands.map(({ description: _description, notes: _notes, links: _links, parameters, ...rest }) => ({
      ...rest,
      parameters: parameters.map(({ description: _text, defaultValue: _note, ...parameter }) => parameter),
    })),
  };
}
