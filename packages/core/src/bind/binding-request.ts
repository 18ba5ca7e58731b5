import type { CommandMetadata, ParameterMetadata } from '../declare/metadata.js';
import type { BindingWarning } from './binding-warning.js';
import type { CommandArgument } from './command-argument.js';
import type { DefaultParameterValue } from './default-parameter-values.js';
import type { HistoricalBinding } from './historical-binding.js';

/** Parameters that a command offers for this invocation only, and the object that receives them. */
export interface DynamicParameters {
  readonly parameters: readonly ParameterMetadata[];
  readonly receiver: object;
}

/** Everything the binder needs to know: metadata and arguments in, a bound call or issues out. */
export interface BindingRequest {
  readonly command: CommandMetadata;
  readonly arguments: readonly CommandArgument[];
  /** Whether records may come from the pipeline. */
  readonly expectingInput: boolean;
  /** The object whose properties take the values of a parameter: the instance, the common parameters … */
  receiver(parameter: ParameterMetadata): object;
  /**
   * Asked once, after static binding: what is bound is assigned already, and given here by shown name. The parameters get
   * a receiver of their own.
   */
  readonly dynamicParameters?:
    | ((boundParameters: Readonly<Record<string, unknown>>) => DynamicParameters | undefined)
    | undefined;
  /** The user's default values that concern this command (PSDefaultParameterValues). */
  readonly defaults?: readonly DefaultParameterValue[];
  /** Whether a missing mandatory parameter may be asked for; if not, it is an error at once. */
  readonly canPrompt: boolean;
  /** Takes warnings about default values where binding fails; otherwise `takeWarnings` of the binding gives them. */
  warnOfFailed?(warnings: readonly BindingWarning[]): void;
  /** Names must be full names or aliases, enum values full names. Default false. */
  readonly strict?: boolean;
  /** Whether what was given is kept as it was given, to make the call again. Default false. */
  readonly repeatable?: boolean;
  /** Older answers that are wanted back. Default none. */
  readonly historical?: HistoricalBinding | undefined;
}
