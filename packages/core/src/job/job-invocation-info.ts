import { CmdletException } from '../records/cmdlet-exception.js';
import type { JobDefinition } from './job-definition.js';
import { text } from './text.js';

/** The parameters of one child: values by name. */
export type JobParameterCollection = Readonly<Record<string, unknown>>;

/** One start of a definition: under what name, with which parameters. */
export class JobInvocationInfo {
  readonly definition: JobDefinition;
  /** The parameters of each planned child. */
  readonly parameters: readonly JobParameterCollection[];
  /** A UUID. */
  readonly instanceId: string = crypto.randomUUID();
  #name = '';
  #command: string | undefined;

  /** @param parameters of the only child, or of each of several */
  constructor(definition: JobDefinition, parameters: JobParameterCollection | readonly JobParameterCollection[] = {}) {
    this.definition = definition;
    this.parameters = isList(parameters) ? parameters : [parameters];
  }

  /** Name of the job; empty for a default one. Anything but text: id `ArgumentNull`, category InvalidArgument. */
  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    if (typeof name !== 'string') throw argumentNull('name');
    this.#name = name;
  }

  /** Text that tells what is run; the definition's unless another was given. */
  get command(): string {
    return this.#command ?? this.definition.command;
  }
  set command(command: string) {
    this.#command = command;
  }
}

/** Something that must be given is missing. Id `ArgumentNull`, category InvalidArgument. */
export function argumentNull(name: string): CmdletException {
  return new CmdletException(text.argumentNull(name), { errorId: 'ArgumentNull', category: 'InvalidArgument' });
}

function isList(
  parameters: JobParameterCollection | readonly JobParameterCollection[],
): parameters is readonly JobParameterCollection[] {
  return Array.isArray(parameters);
}
