import { commandMetadata } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { jobCmdlets } from '../../packages/jobs/src/job-cmdlets.js';

/** What PowerShell 7.6.5 tells of cmdlets: their lines of syntax, and what is not seen there. `psobject` is `Object` here. */
const facts: readonly (readonly [name: string, syntax: readonly string[], byPropertyName: string[], rest: object])[] = [
  [
    'Debug-Job',
    [
      'Debug-Job [-Job] <Job> [-BreakAll] [-WhatIf] [-Confirm] [<CommonParameters>]',
      'Debug-Job [-Name] <string> [-BreakAll] [-WhatIf] [-Confirm] [<CommonParameters>]',
      'Debug-Job [-Id] <int> [-BreakAll] [-WhatIf] [-Confirm] [<CommonParameters>]',
      'Debug-Job [-InstanceId] <guid> [-BreakAll] [-WhatIf] [-Confirm] [<CommonParameters>]',
    ],
    [],
    { byValue: ['Job'], defaultParameterSet: 'JobParameterSet', confirmImpact: 'Medium', aliases: [] },
  ],
  [
    'Register-ObjectEvent',
    [
      'Register-ObjectEvent [-InputObject] <Object> [-EventName] <string> [[-SourceIdentifier] <string>] [[-Action] <scriptblock>] ' +
        '[-MessageData <Object>] [-SupportEvent] [-Forward] [-MaxTriggerCount <int>] [<CommonParameters>]',
    ],
    [],
    { byValue: [], defaultParameterSet: null, outputTypes: ['PSEventJob'], aliases: [] },
  ],
  [
    'Register-EngineEvent',
    [
      'Register-EngineEvent [-SourceIdentifier] <string> [[-Action] <scriptblock>] [-MessageData <Object>] [-SupportEvent] ' +
        '[-Forward] [-MaxTriggerCount <int>] [<CommonParameters>]',
    ],
    [],
    { byValue: [], defaultParameterSet: null, outputTypes: ['PSEventJob'], aliases: [] },
  ],
  [
    'Unregister-Event',
    [
      'Unregister-Event [-SourceIdentifier] <string> [-Force] [-WhatIf] [-Confirm] [<CommonParameters>]',
      'Unregister-Event [-SubscriptionId] <int> [-Force] [-WhatIf] [-Confirm] [<CommonParameters>]',
    ],
    ['SourceIdentifier', 'SubscriptionId'],
    { byValue: [], defaultParameterSet: 'BySource', confirmImpact: 'Medium', outputTypes: [], aliases: [] },
  ],
];

describe('PowerShell and this package agree on', () => {
  it.each(facts)('%s', (name, syntax, byPropertyName, { byValue, ...rest }: { byValue?: string[] }) => {
    const command = jobCmdlets.map((cmdlet) => commandMetadata(cmdlet)).find((each) => each.name === name);
    const taking = (way: 'valueFromPipeline' | 'valueFromPipelineByPropertyName'): string[] =>
      command?.parameters.filter(({ sets }) => sets.some((set) => set[way])).map((parameter) => parameter.name) ?? [];
    expect(command).toMatchObject({ syntax, ...rest });
    expect([taking('valueFromPipelineByPropertyName'), taking('valueFromPipeline')]).toEqual([byPropertyName, byValue]);
  });
});

describe('by what names they are called', () => {
  it.each(['New-Event', 'Get-Event', 'Wait-Event', 'Remove-Event', 'Get-EventSubscriber'])('%s has none', (name) => {
    const command = jobCmdlets.map((cmdlet) => commandMetadata(cmdlet)).find((each) => each.name === name);
    expect(command?.aliases).toEqual([]);
  });

  it('Invoke-Command is icm, and has the sets of its targets', () => {
    const command = jobCmdlets.map((cmdlet) => commandMetadata(cmdlet)).find(({ name }) => name === 'Invoke-Command');
    expect(command).toMatchObject({ aliases: ['icm'], defaultParameterSet: 'InProcess' });
    expect(command?.sets.map(({ name }) => name).sort()).toEqual([
      'ComputerName',
      'FilePathSSHHost',
      'FilePathSSHHostHash',
      'InProcess',
      'SSHHost',
      'SSHHostHashParam',
    ]);
  });
});
