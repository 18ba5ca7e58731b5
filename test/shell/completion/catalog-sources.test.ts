import {
  buildIndex,
  Cmdlet,
  type CmdletClass,
  definePack,
  IndexFile,
  Int32,
  Parameter,
  PSCmdlet,
  ValidateSet,
} from '@cmdlet/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { CommandCatalog } from '../../../packages/shell/src/commands/command-catalog.js';
import { catalogSources } from '../../../packages/shell/src/completion/catalog-sources.js';
import { completeWords } from '../../../packages/shell/src/completion/complete-words.js';
import type { PackSource } from '../../../packages/shell/src/packs/pack-source.js';

@Cmdlet('Get', 'Branch', { aliases: ['gbr'], synopsis: 'Gets branches.' })
class GetBranch extends PSCmdlet<string> {
  @Parameter({ type: String }) kind = '';

  override getDynamicParameters(): object | undefined {
    return this.kind === 'remote' ? { depth: { name: 'Depth', type: Int32 } } : undefined;
  }
}

@Cmdlet('Get', 'Commit')
class GetCommit extends PSCmdlet<string> {
  @ValidateSet(() => ['main', 'next']) @Parameter({ position: 0, type: String }) branch!: string;
  @Parameter({ type: String }) author!: string;
}

const pack = definePack({ name: 'history', cmdlets: [GetBranch, GetCommit] as readonly CmdletClass[] });
const index = new IndexFile(await buildIndex(pack));

let loads: number;
let isBroken: boolean;
beforeEach(() => {
  loads = 0;
  isBroken = false;
});

async function proposals(...words: readonly string[]): Promise<string[]> {
  const source: PackSource = {
    name: 'history',
    needsJobs: false,
    names: () => index.names,
    index: () => index,
    async load() {
      loads++;
      if (isBroken) throw new Error('The pack is broken.');
      return pack;
    },
  };
  const catalog = new CommandCatalog([source], []);
  const sources = catalogSources(catalog, { workingDirectory: '/nowhere', environment: {} });
  const matches = await completeWords({ words, cursor: words.length - 1 }, sources);
  return matches.map(({ completionText }) => completionText);
}

describe('proposals from packs', () => {
  it('come from the index, without loading the pack', async () => {
    expect(await proposals('Get-')).toEqual(['Get-Branch', 'Get-Commit']);
    expect(await proposals('gb')).toEqual(['gbr']);
    expect(await proposals('history/Get-C')).toEqual(['history/Get-Commit']);
    expect(await proposals('Get-Commit', '-A')).toEqual(['-Author', '-AsJob']);
    expect(await proposals('Get-Nothing', '-A')).toEqual([]);
    expect(loads).toBe(0);
  });

  it('say what a command is for', async () => {
    const catalog = new CommandCatalog(
      [{ name: 'history', needsJobs: false, names: () => index.names, index: () => index, load: async () => pack }],
      [],
    );
    const names = await catalogSources(catalog, { workingDirectory: '/', environment: {} }).names();
    const toolTips = await Promise.all(names.map(async ({ name, toolTip }) => [name, await toolTip()]));
    expect(Object.fromEntries(toolTips)).toEqual({
      'Get-Branch': 'Gets branches.',
      gbr: 'Get-Branch',
      'Get-Commit': 'Get-Commit [[-Branch] <string>] [-Author <string>] [<CommonParameters>]',
    });
  });

  it('load the command for a list that is made when it is asked for', async () => {
    expect(await proposals('Get-Commit', 'm')).toEqual(['main']);
    expect(loads).toBe(1);
  });

  it('load the command for dynamic parameters, and do without if it cannot be loaded', async () => {
    expect(await proposals('Get-Branch', '-Kind', 'remote', '-De')).toEqual(['-Depth', '-Debug']);
    expect(await proposals('Get-Branch', '-Kind', 'local', '-De')).toEqual(['-Debug']);
    isBroken = true;
    expect(await proposals('Get-Branch', '-Kind', 'remote', '-De')).toEqual(['-Debug']);
    expect(await proposals('Get-Commit', 'm')).toEqual([]);
  });
});
