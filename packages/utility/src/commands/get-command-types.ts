import type { DelayedValue, StageTypes } from '@cmdlet/core';
import type { Several } from '../objects/property-types.js';
import type { AliasInfo, CmdletInfo } from './command-infos.js';
import type { ModuleSpecificationArgument } from './module-specification.js';
import type { ShowCommandInfo } from './show-command-info.js';

/** The parameters of `Get-Command`, of which some exclude each other. */
export type GetCommandParameters<TRecord = never> = OfAllSets<TRecord> &
  (ByParts<TRecord> | ByName<TRecord>) &
  (ByModule<TRecord> | ByFullyQualifiedModule<TRecord>) &
  (AsCommand | AsSyntax | AsShowCommandInfo);

/** The types of `Get-Command` in a pipeline: what it writes is told by `syntax` and `showCommandInfo`. */
export interface GetCommandTypes extends StageTypes {
  readonly parameters: GetCommandParameters<this['record']>;
  readonly output: Written<this['given']>;
}

/** Everything that `Get-Command` may write. */
export type GetCommandOutput = CmdletInfo | AliasInfo | ShowCommandInfo | string;

/** Also functions that compute it from the record that comes in. */
type Given<T, TRecord> = T | DelayedValue<T, TRecord> | undefined;

interface OfAllSets<TRecord> {
  readonly excludeModule?: Given<Several<string>, TRecord>;
  readonly totalCount?: Given<number, TRecord>;
  readonly all?: Given<boolean, TRecord>;
  readonly listImported?: Given<boolean, TRecord>;
  readonly argumentList?: Several<unknown>;
  readonly parameterName?: Several<string> | undefined;
  readonly parameterType?: Several<string> | undefined;
}

interface ByParts<TRecord> {
  readonly verb?: Given<Several<string>, TRecord>;
  readonly noun?: Given<Several<string>, TRecord>;
  readonly name?: undefined;
  readonly commandType?: undefined;
  readonly useFuzzyMatching?: undefined;
  readonly fuzzyMinimumDistance?: undefined;
  readonly useAbbreviationExpansion?: undefined;
}

interface ByName<TRecord> {
  readonly verb?: undefined;
  readonly noun?: undefined;
  readonly name?: Given<Several<string>, TRecord>;
  readonly commandType?: Given<'Alias' | 'Cmdlet' | 'All', TRecord>;
  readonly useFuzzyMatching?: boolean | undefined;
  readonly fuzzyMinimumDistance?: number | undefined;
  readonly useAbbreviationExpansion?: Given<boolean, TRecord>;
}

interface ByModule<TRecord> {
  readonly module?: Given<Several<string>, TRecord>;
  readonly fullyQualifiedModule?: undefined;
}

interface ByFullyQualifiedModule<TRecord> {
  readonly module?: undefined;
  readonly fullyQualifiedModule?: Given<Several<ModuleSpecificationArgument>, TRecord>;
}

interface AsCommand {
  readonly syntax?: false | undefined;
  readonly showCommandInfo?: false | undefined;
}

interface AsSyntax {
  readonly syntax?: Given<boolean, never>;
  readonly showCommandInfo?: false | undefined;
}

interface AsShowCommandInfo {
  readonly syntax?: false | undefined;
  readonly showCommandInfo?: boolean | undefined;
}

type Written<TGiven> =
  SwitchOf<TGiven, 'syntax'> extends true
    ? string
    : SwitchOf<TGiven, 'showCommandInfo'> extends true
      ? ShowCommandInfo
      : SwitchOf<TGiven, 'syntax' | 'showCommandInfo'> extends false | undefined
        ? CmdletInfo | AliasInfo
        : GetCommandOutput;

/** What a call gives for switches; one that is left out is off. */
type SwitchOf<TGiven, TName extends string> = [Extract<keyof TGiven, TName>] extends [never]
  ? false
  : TGiven[Extract<keyof TGiven, TName>];
