import { Alias, Cmdlet, CommandNotFoundException, definePack, PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { CommandTable } from '../../../packages/core/src/session/command-table.js';

function tellingClass(name: string, ...aliases: string[]) {
  @Alias(...aliases)
  @Cmdlet('Get', 'Thing', { className: name })
  class GetThing extends PSCmdlet<string> {
    override processRecord(): void {
      void this.writeObject(`${name} as ${this.myInvocation.invocationName}`);
    }
  }
  return GetThing;
}

const First = tellingClass('First', 'gth', 'thing');
const Second = tellingClass('Second', 'gth');
const one = definePack({ name: 'one', cmdlets: [First] });
const two = definePack({ name: 'two', cmdlets: [Second] });

describe('A session that imported two packs with one command name', () => {
  const created = Session.create({ packs: [one, two] });

  it.each<[string, string]>([
    ['Get-Thing', 'Second'],
    ['get-THING', 'Second'],
    ['gth', 'Second'],
    ['thing', 'First'],
    ['THING', 'First'],
    ['one\\Get-Thing', 'First'],
    ['TWO\\get-thing', 'Second'],
  ])('calls by the name "%s" the class %s, and tells it the name it was called by', async (name, expected) => {
    const session = await created;
    expect(await session.invoke(name)).toEqual([`${expected} as ${name}`]);
    expect(await session.pipeline(name)).toEqual([`${expected} as ${name}`]);
    expect(await session.from([]).pipe(name)).toEqual([]);
  });

  it('calls a class itself, whatever its name means', async () => {
    const session = await created;
    expect(await session.invoke(First)).toEqual(['First as Get-Thing']);
  });

  it('lists all commands in the order they came', async () => {
    const { commands } = await created;
    expect([...commands].map(({ name, packName, source }) => [name, packName, source])).toEqual([
      ['Get-Thing', 'one', 'one.First'],
      ['Get-Thing', 'two', 'two.Second'],
    ]);
  });
});

describe('Importing', () => {
  it('a pack again changes nothing', async () => {
    const session = await Session.create({ packs: [one, two] });
    await session.import(one);
    expect(await session.invoke('Get-Thing')).toEqual(['Second as Get-Thing']);
  });

  it('leaves taken names alone if asked to', async () => {
    const session = await Session.create({ packs: [one] });
    await session.import(two, { noClobber: true });
    expect(await session.invoke('Get-Thing')).toEqual(['First as Get-Thing']);
    expect(await session.invoke('gth')).toEqual(['First as gth']);
    expect(await session.invoke('two\\Get-Thing')).toEqual(['Second as two\\Get-Thing']);
  });

  const prefixed = definePack({ name: 'three', cmdlets: [First], commandPrefix: 'Own', aliases: { gx: 'get-thing' } });

  it('puts the prefix of the pack in front of nouns and aliases, those of the pack too', async () => {
    const session = await Session.create({ packs: [prefixed] });
    for (const name of ['Get-OwnThing', 'owngth', 'Owngx', 'three\\Get-OwnThing']) {
      expect(await session.invoke(name)).toEqual([`First as ${name}`]);
    }
    await expect(session.invoke('Get-Thing')).rejects.toThrow(CommandNotFoundException);
  });

  it('takes another prefix, or none', async () => {
    const session = await Session.create();
    await session.import(prefixed, { prefix: '' });
    expect(await session.invoke('gx')).toEqual(['First as gx']);
    expect(await session.invoke('Get-Thing')).toEqual(['First as Get-Thing']);
  });

  it('fails for an alias of a command that nobody has', async () => {
    const pack = definePack({ name: 'four', cmdlets: [First], aliases: { gx: 'Get-Thong' } });
    await expect(Session.create({ packs: [pack] })).rejects.toMatchObject({ errorId: 'CommandNotFoundException' });
  });
});

describe('A name that means nothing', () => {
  it('is CommandNotFoundException, and tells the nearest names and aliases', async () => {
    const session = await Session.create({ packs: [one] });
    await expect(session.invoke('Get-Thingy')).rejects.toMatchObject({
      errorId: 'CommandNotFoundException',
      message: "There is no command 'Get-Thingy' in this session. Did you mean Get-Thing?",
      errorRecord: { categoryInfo: { category: 'ObjectNotFound' }, targetObject: 'Get-Thingy' },
    });
    await expect(session.invoke('gtx')).rejects.toThrow('Did you mean gth?');
    await expect(session.invoke('Remove-Everything')).rejects.toThrow("'Remove-Everything' in this session.");
  });

  it.each(['constructor', '__proto__', '', 'one\\', '\\Get-Thing'])('can be "%s"', async (name) => {
    const session = await Session.create({ packs: [one] });
    await expect(session.invoke(name)).rejects.toMatchObject({ errorId: 'CommandNotFoundException' });
  });

  it('is found out before any command is constructed or begins', async () => {
    const session = await Session.create({ packs: [one] });
    const result = await session.pipeline('Get-Thing').pipe('Get-Nothing').run();
    expect(result).toMatchObject({ state: 'Failed', output: [], failure: { errorId: 'CommandNotFoundException' } });
  });
});

describe('A class that came with no pack', () => {
  it('is known by itself, its name takes nothing away', () => {
    const table = new CommandTable();
    const first = table.add(First, one);
    const stray = table.ofClass(Second);
    expect(stray).toMatchObject({ name: 'Get-Thing', packName: '', packVersion: '', source: 'Second' });
    expect(table.ofClass(Second)).toBe(stray);
    expect(table.ofName('Get-Thing')).toBe(first);
  });
});
