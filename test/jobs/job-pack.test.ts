import { metadataOf, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { jobCmdlets } from '../../packages/jobs/src/job-cmdlets.js';
import { jobPack } from '../../packages/jobs/src/job-pack.js';

/** Every set of a command with its parameters: `name` or `name!` where mandatory, with its position. */
function sets(name: string): Record<string, string[]> {
  const command = jobCmdlets.map((cmdlet) => metadataOf(cmdlet)).find((metadata) => metadata.name === name);
  const found: Record<string, string[]> = {};
  for (const parameter of command?.parameters ?? []) {
    if (parameter.origin !== 'declared') continue;
    for (const { parameterSetName, mandatory, position } of parameter.sets) {
      found[parameterSetName] ??= [];
      found[parameterSetName].push(`${parameter.name}${mandatory ? '!' : ''}${position ?? ''}`);
    }
  }
  return Object.fromEntries(Object.entries(found).map(([set, names]) => [set, names.sort()]));
}

const keys = {
  SessionIdParameterSet: ['Id!0'],
  NameParameterSet: ['Name!0'],
  InstanceIdParameterSet: ['InstanceId!0'],
};
const moreKeys = {
  ...keys,
  StateParameterSet: ['State!0'],
  FilterParameterSet: ['Filter!0'],
  JobParameterSet: ['Job!0'],
};
const selection = ['After', 'Before', 'ChildJobState', 'HasMoreData', 'IncludeChildJob', 'Newest'];
const with_ = (...names: string[]): string[] => [...names, ...selection].sort();

describe('the pack of job cmdlets', () => {
  it.each([
    [
      'Get-Job',
      {
        SessionIdParameterSet: with_('Id0'),
        NameParameterSet: with_('Name!0'),
        InstanceIdParameterSet: with_('InstanceId!0'),
        StateParameterSet: with_('State!0'),
        CommandParameterSet: with_('Command'),
        FilterParameterSet: ['Filter!0'],
      },
    ],
    [
      'Receive-Job',
      {
        ...keys,
        Location: ['Job!0', 'Location1'],
        ComputerName: ['ComputerName1', 'Job!0'],
        Session: ['Job!0', 'Session1'],
        __AllParameterSets: [
          ...['AutoRemoveJob', 'Force', 'Keep', 'NoRecurse', 'Timeout', 'Wait', 'WriteEvents', 'WriteJobInResults'],
        ],
      },
    ],
    ['Wait-Job', { ...moreKeys, __AllParameterSets: ['Any', 'Force', 'ShowProgress', 'Timeout'] }],
    ['Stop-Job', { ...moreKeys, __AllParameterSets: ['Force', 'PassThru', 'TimeoutSeconds'] }],
    ['Remove-Job', { ...moreKeys, CommandParameterSet: ['Command'], __AllParameterSets: ['Force'] }],
  ])('%s has its parameters in their sets', (name, expected) => {
    expect(sets(name)).toEqual(expected);
  });

  it.each([
    ['gjb', 'Get-Job'],
    ['rcjb', 'Receive-Job'],
    ['wjb', 'Wait-Job'],
    ['spjb', 'Stop-Job'],
    ['rjb', 'Remove-Job'],
  ])('%s is short for %s', (alias, name) => {
    const owner = jobCmdlets.map((cmdlet) => metadataOf(cmdlet)).find(({ aliases }) => aliases.includes(alias));
    expect(owner?.name).toBe(name);
  });

  it('is all that a session needs', async () => {
    const session = await Session.create({ packs: [jobPack] });
    expect(await session.invoke('Get-Job')).toEqual([]);
  });
});
