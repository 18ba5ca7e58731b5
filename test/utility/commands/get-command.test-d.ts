/** What `Get-Command` gives in a typed pipeline, and which calls do not compile. */
import { type Pipeline, type Session, Version } from '@cmdlet/core';
import {
  type AliasInfo,
  type CmdletInfo,
  GetCommand,
  type GetCommandOutput,
  ModuleSpecification,
  type ShowCommandInfo,
} from '@cmdlet/utility';
import { expectTypeOf } from 'vitest';

declare const session: Session;
declare const names: Pipeline<string>;
declare const isWanted: boolean;

export async function whatIsWrittenIsToldByTheCall(): Promise<void> {
  expectTypeOf(await names.pipe(GetCommand)).toEqualTypeOf<(CmdletInfo | AliasInfo)[]>();
  expectTypeOf(await names.pipe(GetCommand, { all: true })).toEqualTypeOf<(CmdletInfo | AliasInfo)[]>();
  expectTypeOf(await names.pipe(GetCommand, { syntax: true })).toEqualTypeOf<string[]>();
  expectTypeOf(await names.pipe(GetCommand, { syntax: false })).toEqualTypeOf<(CmdletInfo | AliasInfo)[]>();
  expectTypeOf(await names.pipe(GetCommand, { showCommandInfo: true })).toEqualTypeOf<ShowCommandInfo[]>();
  expectTypeOf(await names.pipe(GetCommand, { showCommandInfo: false })).toEqualTypeOf<(CmdletInfo | AliasInfo)[]>();
  expectTypeOf(await names.pipe(GetCommand, { syntax: isWanted })).toEqualTypeOf<GetCommandOutput[]>();
  expectTypeOf(await session.pipeline(GetCommand, { name: 'x' })).toEqualTypeOf<GetCommandOutput[]>();
  expectTypeOf(await session.invoke(GetCommand)).toEqualTypeOf<GetCommandOutput[]>();
}

export function parametersOfOneSetGoTogether(): void {
  void session.pipeline(GetCommand, { name: ['a', 'b'], useFuzzyMatching: true, fuzzyMinimumDistance: 2 });
  void session.pipeline(GetCommand, { name: 'i-psdf', useAbbreviationExpansion: true, commandType: 'Cmdlet' });
  void session.pipeline(GetCommand, { verb: 'Get', noun: ['Job', 'File'], module: 'jobs', errorAction: 'Stop' });
  void names.pipe(GetCommand, { name: (name) => name.toUpperCase(), totalCount: 1 });
  // @ts-expect-error a verb and a distance are of two sets
  void session.pipeline(GetCommand, { verb: 'Get', useFuzzyMatching: true });
  // @ts-expect-error a name and a noun are of two sets
  void session.pipeline(GetCommand, { name: 'Get-Job', noun: 'Job' });
  // @ts-expect-error a noun and a kind of command are of two sets
  void session.pipeline(GetCommand, { noun: 'Job', commandType: 'Alias' });
  // @ts-expect-error the command would be both
  void session.pipeline(GetCommand, { syntax: true, showCommandInfo: true });
  // @ts-expect-error the pack would be told twice
  void session.pipeline(GetCommand, { module: 'jobs', fullyQualifiedModule: 'jobs' });
  // @ts-expect-error there is no such parameter
  void session.pipeline(GetCommand, { nam: 'Get-Job' });
  // @ts-expect-error it never runs as a job
  void session.pipeline(GetCommand, { name: 'Get-Job', asJob: true });
}

export function aPackIsToldByNameAndVersion(): void {
  void session.pipeline(GetCommand, { fullyQualifiedModule: 'jobs' });
  void session.pipeline(GetCommand, { fullyQualifiedModule: new ModuleSpecification('jobs') });
  void session.pipeline(GetCommand, { fullyQualifiedModule: { moduleName: 'jobs', requiredVersion: '1.0.0' } });
  const least = { moduleName: 'jobs', moduleVersion: new Version(1, 0), maximumVersion: '2.*' } as const;
  void session.pipeline(GetCommand, { fullyQualifiedModule: ['utility', least] });
  // @ts-expect-error a table tells a version
  void session.pipeline(GetCommand, { fullyQualifiedModule: { moduleName: 'jobs' } });
  // @ts-expect-error a table tells a name
  void session.pipeline(GetCommand, { fullyQualifiedModule: { moduleVersion: '1.0' } });
  const contradiction = { moduleName: 'jobs', requiredVersion: '1.0', moduleVersion: '1.0' } as const;
  // @ts-expect-error one version and a lowest one exclude each other
  void session.pipeline(GetCommand, { fullyQualifiedModule: contradiction });
}
