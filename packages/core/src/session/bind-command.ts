import type { BindingRequest, DynamicParameters } from '../bind/binding-request.js';
import type { BindingWarning } from '../bind/binding-warning.js';
import type { CommandArgument } from '../bind/command-argument.js';
import { CommandBinding } from '../bind/command-binding.js';
import type { DefaultParameterValue } from '../bind/default-parameter-values.js';
import type { HistoricalBinding } from '../bind/historical-binding.js';
import { refusalOfAnswer } from '../bind/refusal-of-answer.js';
import { parametersOf } from '../declare/dynamic-parameters.js';
import type { CommandMetadata, ParameterMetadata } from '../declare/metadata.js';
import type { CommandRuntime } from '../run/command-runtime.js';
import type { FieldDescription } from '../run/host.js';
import { text } from '../run/text.js';

/** What binding one command of a pipeline needs beside the command itself. */
export interface BindingPlace {
  readonly arguments: readonly CommandArgument[];
  readonly expectingInput: boolean;
  readonly defaults: readonly DefaultParameterValue[];
  /** Place in the pipeline, from 1. */
  readonly position: number;
  /** Nobody is asked for what is missing: it is an error. Default false. */
  readonly silent?: boolean;
}

/**
 * Binds the command line of one command, asking the host for mandatory parameters where it can.
 *
 * Fails with a ParameterBindingException before any step of any cmdlet has run.
 */
export function bindCommand(runtime: CommandRuntime, place: BindingPlace): CommandBinding | Promise<CommandBinding> {
  const binding = bindGiven(runtime, place);
  if (binding.missing.length === 0) return binding;
  return askFor(binding.missing, runtime, place.position).then((answers) => {
    binding.answer(answers);
    return binding;
  });
}

/** Binds what was given; parameters that must be asked for are left in `missing`. */
export function bindGiven(runtime: CommandRuntime, place: BindingPlace): CommandBinding {
  return CommandBinding.begin(new RuntimeBindingRequest(runtime, place));
}

/** What the binder is told of one command of a pipeline. */
class RuntimeBindingRequest implements BindingRequest {
  readonly command: CommandMetadata;
  readonly arguments: readonly CommandArgument[];
  readonly expectingInput: boolean;
  readonly defaults: readonly DefaultParameterValue[];
  readonly canPrompt: boolean;
  readonly repeatable: boolean;
  readonly strict: boolean;
  readonly historical: HistoricalBinding | undefined;
  readonly dynamicParameters: (() => DynamicParameters | undefined) | undefined;
  readonly #runtime: CommandRuntime;

  constructor(runtime: CommandRuntime, place: BindingPlace) {
    const { command, environment } = runtime;
    this.#runtime = runtime;
    this.command = command;
    this.arguments = place.arguments;
    this.expectingInput = place.expectingInput;
    this.defaults = place.defaults;
    this.canPrompt = place.silent !== true && environment.host.prompt !== undefined;
    // Only a job class of the author's makes a call again, or asks what it was bound to.
    this.repeatable = command.jobSupport.job !== undefined;
    this.strict = environment.binding.strict === true;
    this.historical = environment.binding.historical;
    this.dynamicParameters = command.hasDynamicParameters ? () => dynamicParametersOf(runtime) : undefined;
  }

  receiver({ origin }: ParameterMetadata): object {
    return origin === 'declared' ? this.#runtime.cmdlet : this.#runtime.common;
  }

  warnOfFailed(warnings: readonly BindingWarning[]): void {
    this.#runtime.streams.emitBindingWarnings(warnings);
  }
}

function dynamicParametersOf({ cmdlet }: CommandRuntime): DynamicParameters | undefined {
  const offered = cmdlet.getDynamicParameters?.();
  return offered === undefined || offered === null ? undefined : parametersOf(offered);
}

async function askFor(
  missing: readonly ParameterMetadata[],
  runtime: CommandRuntime,
  position: number,
): Promise<Readonly<Record<string, unknown>> | null> {
  const { host } = runtime.environment;
  const caption = text.mandatoryCaption(runtime.command.name, position);
  const fields = missing.map(fieldOf);
  try {
    return (await host.prompt?.(caption, text.mandatoryMessage, fields, runtime.stopping)) ?? null;
  } catch {
    // A host that refuses to ask leaves the parameters missing.
    return null;
  }
}

function fieldOf(parameter: ParameterMetadata): FieldDescription {
  return {
    name: parameter.name,
    label: `&${parameter.name}`,
    typeName: parameter.type.name,
    helpMessage: parameter.sets.find(({ helpMessage }) => helpMessage !== undefined)?.helpMessage ?? '',
    isMandatory: true,
    attributes: [
      ...parameter.transformations.map(() => 'ArgumentTransformation'),
      ...parameter.validations.map(({ kind }) => kind),
    ],
    validate: (answer) => refusalOfAnswer(parameter, answer),
  };
}
