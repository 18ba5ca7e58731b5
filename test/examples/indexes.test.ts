/** The index of each example tells all there is to know about its commands: no class of it is loaded. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IndexFile } from '@cmdlet/core';
import { afterAll, describe, expect, it } from 'vitest';
import { Command, type CommandOutcome } from '../shell/command.js';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const packs = readdirSync(examples).filter((name) => manifestOf(name).includes('"cmdlets"'));

it('is there for each example that is a pack', () => {
  expect(packs).toEqual(['file-hash', 'get-proc']);
});

describe.each(packs)('The index of %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'cmdlet-index-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const index = readFileSync(join(examples, name, 'dist/cmdlets.json'), 'utf8');
  const { commands } = new IndexFile(index).index;
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'package.json'), manifestOf(name));
  writeFileSync(join(folder, 'dist/index.js'), "throw new Error('A class is loaded.');\n");
  writeFileSync(join(folder, 'dist/cmdlets.json'), index);
  const call = (...words: string[]): Promise<CommandOutcome> =>
    new Command(words, { workingDirectory: folder, terminal: 300 }).ended();

  it('lists the commands', async () => {
    const { exitCode, stderr, stdout } = await call('list');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const { name: command } of commands) expect(stdout).toContain(command);
  });

  it.each(commands)('has the whole help of $name', async (command) => {
    const { exitCode, stderr, stdout } = await call('help', command.name, '-Full');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const texts = [command.synopsis, ...command.parameters.map(({ description }) => description)];
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(stdout).toContain(text ?? 'a text for each of them');
    for (const { code } of command.examples) expect(stdout).toContain(code);
  });

  it.each(commands)('answers Get-Command and Get-Help for $name', async (command) => {
    const found = await call('Get-Command', command.name, '--output', 'json');
    expect(found).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(found.stdout)).toMatchObject([
      { name: command.name, description: { synopsis: command.synopsis } },
    ]);
    const help = await call('Get-Help', command.name, '-Full');
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toContain(command.parameters[0]?.description ?? 'a text');
  });

  it('does not run the commands: for that, the classes are loaded', async () => {
    const { exitCode, stderr } = await call(commands[0]?.name ?? '', '-WhatIf');
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('A class is loaded.');
  });
});

function manifestOf(name: string): string {
  return readFileSync(join(examples, name, 'package.json'), 'utf8');
}
