import type { ParameterMetadata } from '../declare/metadata.js';
import type { ParameterBindingException } from '../records/exceptions.js';
import { BindableCommand } from './bindable-command.js';
import type { BindableParameter } from './bindable-parameter.js';
import type { BindingRequest, DynamicParameters } from './binding-request.js';
import type { BindingWarning } from './binding-warning.js';
import { BoundParameters } from './bound-parameters.js';
import type { CommandArgument } from './command-argument.js';
import type { DelayedValue } from './delayed-value.js';
import type { HistoricalBinding } from './historical-binding.js';
import { intersect, isEmpty, type ParameterSetMask, UNDECIDED, widened } from './parameter-set-mask.js';
import type { TransformedArguments } from './transformed-arguments.js';

/** What the stages of binding hand to each other. One per call. */
export class BindingState {
  command: BindableCommand;
  readonly historical: HistoricalBinding;
  /** Arguments that nobody took yet. */
  unused: readonly CommandArgument[];
  readonly bound = new BoundParameters();
  /** Sets that are still possible. */
  sets: ParameterSetMask;
  /** The set that records are tried with first; empty for none. */
  prioritised: ParameterSetMask;
  /** {@link sets} before every record. */
  startSets: ParameterSetMask;
  /** The name shown: the default set's while nothing is decided, empty while several are possible. */
  parameterSetName = '';
  /** Functions that wait for records. */
  delayed: readonly DelayedValue[] = [];
  /** Parameters that hold a value of the current record. */
  fromPipeline: BindableParameter[] = [];
  /** Whether records are bound from outside to just the parameters in {@link fromPipeline}. */
  isPrepared = false;
  /** What parameters held before the pipeline gave them a value. */
  initialValues: Map<ParameterMetadata, unknown> | undefined;
  /** Names of parameters that took a positional argument. */
  boundByPosition: readonly string[] = [];
  /** Names of parameters that hold a default value of the user's table. */
  boundByDefault: readonly string[] = [];
  /** Whether defaults were applied to the call itself; they are not tried again then. */
  defaultsApplied = false;
  /** The user's table, resolved to parameters. */
  defaults: ReadonlyMap<BindableParameter, unknown> = NO_DEFAULTS;
  /** Null or empty values that only some of the possible sets refuse; asked about when the set is known. */
  doubtful: Map<BindableParameter, ParameterBindingException> | undefined;
  /** What was given for a parameter, before anything was made of it; kept for calls that may be made again. */
  readonly given: Map<ParameterMetadata, unknown> | undefined;
  dynamic: DynamicParameters | undefined;
  transformed: TransformedArguments | undefined;
  #warnings: BindingWarning[] = [];
  #warned: Set<string> | undefined;

  constructor(readonly request: BindingRequest) {
    this.command = BindableCommand.of(request.command);
    this.historical = request.historical ?? NOTHING_HISTORICAL;
    this.unused = request.arguments;
    this.given = request.repeatable === true ? new Map() : undefined;
    this.sets = widened(UNDECIDED, this.command.wide);
    this.startSets = this.sets;
    this.prioritised = this.command.none;
  }

  isBound(parameter: BindableParameter): boolean {
    return this.bound.has(parameter.metadata);
  }

  /** The object that holds a parameter's value. */
  receiverOf(parameter: BindableParameter): Record<string, unknown> {
    const { metadata } = parameter;
    const receiver =
      this.dynamic?.parameters.includes(metadata) === true ? this.dynamic.receiver : this.request.receiver(metadata);
    return receiver as Record<string, unknown>;
  }

  /** Rules out the sets that a parameter just bound does not belong to. */
  narrowTo(parameter: BindableParameter): void {
    if (!isEmpty(parameter.mask)) this.sets = intersect(this.sets, parameter.mask);
  }

  /** Goes on with a command that has more parameters; what is bound stays bound. */
  continueWith(command: BindableCommand): void {
    const successor = (parameter: BindableParameter) => command.parameters[parameter.index] ?? parameter;
    this.command = command;
    this.sets = widened(this.sets, command.wide);
    this.startSets = this.sets;
    this.prioritised = command.none;
    this.delayed = this.delayed.map((value) => ({ ...value, parameter: successor(value.parameter) }));
    if (this.doubtful !== undefined) {
      this.doubtful = new Map([...this.doubtful].map(([parameter, failure]) => [successor(parameter), failure]));
    }
  }

  /** Shows the name of the sets that are possible now. */
  showSetName(): void {
    this.parameterSetName = this.command.setNameOf(this.sets);
  }

  /** Warns once for each key. */
  warn(key: string, warning: BindingWarning): void {
    this.#warned ??= new Set();
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    this.#warnings.push(warning);
  }

  takeWarnings(): BindingWarning[] {
    if (this.#warnings.length === 0) return [];
    const warnings = this.#warnings;
    this.#warnings = [];
    return warnings;
  }
}

const NO_DEFAULTS: ReadonlyMap<BindableParameter, unknown> = new Map();
const NOTHING_HISTORICAL: HistoricalBinding = {};
