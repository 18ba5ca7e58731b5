import { readFileSync } from 'node:fs';
import { ALL_PARAMETER_SETS, commandMetadata } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { jobCmdlets } from '../../../packages/jobs/src/job-cmdlets.js';
import { ForEachObject } from '../../../packages/utility/src/for-each-object/for-each-object.js';

interface SetFacts {
  readonly set: string;
  readonly mandatory: boolean;
  readonly position: number | null;
  readonly valueFromPipeline: boolean;
  readonly valueFromPipelineByPropertyName: boolean;
  readonly valueFromRemainingArguments: boolean;
}

interface CommandFacts {
  readonly name: string;
  readonly defaultParameterSet: string | null;
  readonly supportsShouldProcess: boolean;
  readonly aliases: readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly wildcards: boolean;
    readonly sets: readonly SetFacts[];
  }[];
}

/** What PowerShell 7.6.5 told of its cmdlets. */
const captured = JSON.parse(
  readFileSync(new URL('../../golden/jobs/metadata.json', import.meta.url), 'utf8'),
) as readonly CommandFacts[];

/** Where a cmdlet is meant to differ: parameter → why, and what it then is; null for one that only one side has. */
type Departures = Readonly<Record<string, readonly [reason: string, expected: unknown]>>;

const inAllSets = {
  [ALL_PARAMETER_SETS]: {
    mandatory: false,
    position: null,
    valueFromPipeline: false,
    valueFromPipelineByPropertyName: false,
    valueFromRemainingArguments: false,
  },
};

const departures: Readonly<Record<string, Departures>> = {
  'Start-Job': {
    ConnectingTimeout: ['5.2 BUG: leaks from the remoting cmdlet, and fails', null],
    Options: ['5.2 BUG: leaks from the remoting cmdlet, and fails', null],
    Using: ['6.4: captured values are declared explicitly', null],
    TimeoutSeconds: ['10 #19: a time limit per job', null],
    SourceFile: ['10 #15: imports are resolved relative to the file of the block', null],
    PSVersion: ['Design 5: RuntimeVersion is a name that says what it means', { aliases: ['RuntimeVersion'] }],
  },
  'Start-ThreadJob': {
    Using: ['6.4: captured values are declared explicitly', null],
    TimeoutSeconds: ['10 #19: a time limit per job', null],
    QueueName: ['10 #18: named queues', null],
  },
  'Receive-Job': {
    Timeout: ['10 #9: a limit for the wait', null],
  },
  'Wait-Job': {
    ShowProgress: ['10 #10: the progress of what is waited for', null],
  },
  'Stop-Job': {
    Force: ['8.2 FIX: ends the work at once', null],
    TimeoutSeconds: ['8.2 FIX: the grace period', null],
  },
  'Remove-Job': {
    Force: ['5.8 FIX: in the sets State and Command too, where it is needed as well', { sets: inAllSets }],
  },
  'ForEach-Object': {
    Using: ['6.4: captured values are declared explicitly', null],
  },
};

/** What other cmdlets have besides, or otherwise; said where they are tested. */
const testedElsewhere = new Set(['Debug-Job', 'Register-ObjectEvent', 'Register-EngineEvent', 'Unregister-Event']);

const ours = [...jobCmdlets, ForEachObject].map((cmdlet) => commandMetadata(cmdlet));

describe('names, sets, aliases, positions and pipeline input are those of PowerShell', () => {
  const commands = captured.filter(({ name }) => !testedElsewhere.has(name));

  it.each(commands.map((command) => [command.name, command] as const))('%s', (name, expected) => {
    const found = ours.find((command) => command.name === name);
    expect(found).toBeDefined();
    const listed = departures[name] ?? {};
    const common = new Set(['WhatIf', 'Confirm']);
    const actual = Object.fromEntries(
      (found?.parameters ?? [])
        .filter((parameter) => !common.has(parameter.name) && !isAdded(listed, parameter.name))
        .map((parameter) => [parameter.name, factsOf(parameter)]),
    );
    const wanted = Object.fromEntries(
      expected.parameters
        .filter((parameter) => !common.has(parameter.name) && !isAdded(listed, parameter.name))
        .map((parameter) => [parameter.name, { ...factsOf(parameter), ...(listed[parameter.name]?.[1] as object) }]),
    );
    expect(actual).toEqual(wanted);
    expect([found?.defaultParameterSet, found?.supportsShouldProcess, found?.aliases.toSorted()]).toEqual([
      expected.defaultParameterSet,
      expected.supportsShouldProcess,
      expected.aliases.toSorted(),
    ]);
  });

  it.each(Object.entries(departures))('%s departs from it only where it is listed', (name, listed) => {
    const mine = ours.find((command) => command.name === name)?.parameters.map((parameter) => parameter.name) ?? [];
    const theirs =
      captured.find((command) => command.name === name)?.parameters.map((parameter) => parameter.name) ?? [];
    for (const parameter of Object.keys(listed)) {
      const isDifferent = mine.includes(parameter) !== theirs.includes(parameter) || listed[parameter]?.[1] !== null;
      expect(isDifferent, parameter).toBe(true);
    }
  });
});

function isAdded(listed: Departures, parameter: string): boolean {
  return listed[parameter] !== undefined && listed[parameter][1] === null;
}

function factsOf(parameter: {
  readonly aliases: readonly string[];
  readonly wildcards: boolean;
  readonly sets: readonly SetFacts[];
}): object {
  const sets = [...parameter.sets]
    .map(
      ({
        set,
        mandatory,
        position,
        valueFromPipeline,
        valueFromPipelineByPropertyName,
        valueFromRemainingArguments,
      }) => [
        set,
        { mandatory, position, valueFromPipeline, valueFromPipelineByPropertyName, valueFromRemainingArguments },
      ],
    )
    .sort();
  return { aliases: parameter.aliases.toSorted(), sets: Object.fromEntries(sets) as object };
}
