import type { CommonParameterValues } from './common-parameter-values.js';
import type { RecordReceiver } from './receiver.js';
import { RecordBuffer } from './record-buffer.js';
import type { RunEnvironment } from './run-environment.js';
import type { VariableScope } from './variables.js';

/** A command whose records are captured. */
export interface CapturedCommand {
  readonly common: CommonParameterValues;
  readonly environment: RunEnvironment;
  next: RecordReceiver;
  merged: RecordReceiver;
}

/** A list that a common parameter asked for; it grows while the command runs. */
type CaptureList = unknown[];

/**
 * The variables that common parameters name: what of a command's records is kept where.
 *
 * They are made after all commands have bound and before any begins, in the order out, error, warning, pipeline,
 * information. Without a `+` the variable becomes a new list, with one it goes on from what it holds.
 */
export class VariableCapture {
  readonly #errors: CaptureList | undefined;
  readonly #warnings: CaptureList | undefined;
  readonly #information: CaptureList | undefined;
  readonly #pipelineVariable: string | undefined;
  #replacesVariable = false;

  constructor(private readonly runtime: CapturedCommand) {
    const { common, environment } = runtime;
    const { variables } = environment;
    const output = open(variables, common.outVariable);
    this.#errors = open(variables, common.errorVariable);
    this.#warnings = open(variables, common.warningVariable);
    this.#pipelineVariable = nameOf(common.pipelineVariable);
    this.#information = open(variables, common.informationVariable);
    this.#connect(output, variables);
  }

  error(record: unknown): void {
    this.#errors?.push(record);
  }

  warning(record: unknown): void {
    this.#warnings?.push(record);
  }

  information(record: unknown): void {
    this.#information?.push(record);
  }

  /** The pipeline variable lasts as long as the pipeline. One that was there before is left behind, holding null. */
  release(): void {
    const { variables } = this.runtime.environment;
    if (this.#pipelineVariable === undefined) return;
    if (this.#replacesVariable) variables.set(this.#pipelineVariable, null);
    else variables.remove(this.#pipelineVariable);
  }

  /** Puts between the command and its successor what the parameters ask for, so that writes need not look. */
  #connect(output: CaptureList | undefined, variables: VariableScope): void {
    const { runtime } = this;
    if (this.#pipelineVariable !== undefined) {
      this.#replacesVariable = variables.has(this.#pipelineVariable);
      variables.set(this.#pipelineVariable, null);
      runtime.next = new PipelineVariable(variables, this.#pipelineVariable, runtime.next);
    }
    const size = runtime.common.outBuffer;
    if (size !== undefined && size > 0) {
      runtime.next = new RecordBuffer(runtime.next, size);
      runtime.merged = runtime.next;
    }
    if (output !== undefined) runtime.next = new OutputCapture(output, runtime.next);
  }
}

/** Whether any common parameter asks for a variable or a buffer. */
export function capturesAnything(common: CommonParameterValues): boolean {
  return (
    common.outVariable !== undefined ||
    common.errorVariable !== undefined ||
    common.warningVariable !== undefined ||
    common.informationVariable !== undefined ||
    common.pipelineVariable !== undefined ||
    common.outBuffer !== undefined
  );
}

/** Appends each object before it goes on. */
class OutputCapture implements RecordReceiver {
  constructor(
    private readonly list: CaptureList,
    private readonly next: RecordReceiver,
  ) {}
  accept(record: unknown): Promise<void> | undefined {
    this.list.push(record);
    return this.next.accept(record);
  }
  flush(): Promise<void> | undefined {
    return this.next.flush?.();
  }
}

/** Makes the current object visible under a name to the commands downstream. */
class PipelineVariable implements RecordReceiver {
  constructor(
    private readonly variables: VariableScope,
    private readonly name: string,
    private readonly next: RecordReceiver,
  ) {}
  accept(record: unknown): Promise<void> | undefined {
    this.variables.set(this.name, record);
    return this.next.accept(record);
  }
}

/** The list behind a variable parameter, assigned to the variable; undefined if the parameter was not given. */
function open(variables: VariableScope, given: string | undefined | null): CaptureList | undefined {
  if (given === undefined || given === null) return undefined;
  const append = given.startsWith('+');
  const name = nameOf(append ? given.slice(1) : given) ?? '';
  const list = append ? continued(variables.get(name)) : [];
  variables.set(name, list);
  return list;
}

/** A variable's name without the scope: a session has one. */
function nameOf(given: string | undefined | null): string | undefined {
  return given?.replace(/^(?:global|local|script|private)?:/i, '');
}

/** A growable list is reused, any other collection copied, a scalar becomes the first element. */
function continued(value: unknown): CaptureList {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return Object.isFrozen(value) ? [...(value as unknown[])] : value;
  if (typeof value === 'object' && Symbol.iterator in value && !(value instanceof Map))
    return [...(value as Iterable<unknown>)];
  return [value];
}
