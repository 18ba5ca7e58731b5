import type { CommandMetadata, ParameterMetadata } from '../declare/metadata.js';
import { ParameterBindingException } from '../records/exceptions.js';
import { applyWaitingDefaults } from './apply-default-values.js';
import { bindCommandLine } from './bind-command-line.js';
import { bindRecord, recordFailure } from './bind-record.js';
import { bindValue } from './bind-value.js';
import { BindableCommand } from './bindable-command.js';
import type { BindableParameter } from './bindable-parameter.js';
import { missingMandatoryParameters, namedParameterNotFound } from './binding-errors.js';
import type { BindingFailure } from './binding-failure.js';
import type { BindingRequest } from './binding-request.js';
import { BindingState } from './binding-state.js';
import type { BindingWarning } from './binding-warning.js';
import { verifyParameterSetSelected } from './check-parameter-sets.js';
import { settleDoubts } from './doubtful-values.js';
import { restoreInitialValues } from './initial-values.js';
import { missingMandatory } from './missing-mandatory.js';
import { type CallPlan, callPlanFor, rememberCall } from './plan/call-plan.js';
import { prepareRecord } from './prepare-record.js';
import { type RecordState, recordStateOf } from './record-state.js';
import { RepeatableCall } from './repeatable-call.js';
import { defaultsMayBeTheCause } from './text.js';

/**
 * One call's arguments, bound to the parameters of its command; and its records, bound one after the other.
 *
 * @example
 * const binding = CommandBinding.begin(request);
 * if (binding.missing.length > 0) binding.answer(await ask(binding.missing));
 * for (const record of records) {
 *   const failure = binding.bindRecord(record);
 *   if (failure === undefined) await cmdlet.processRecord();
 * }
 */
export class CommandBinding {
  readonly #request: BindingRequest;
  /** What bound the call, if it was not the binder. The state is then made when it is first asked for. */
  #plan: CallPlan | undefined;
  #knownState: BindingState | undefined;
  #missing: readonly BindableParameter[] = NOTHING_MISSING;
  #recordState: RecordState | undefined;

  private constructor(request: BindingRequest) {
    this.#request = request;
  }

  /**
   * Binds the arguments of a call.
   *
   * Stops short, with {@link missing} not empty, where mandatory parameters are missing and may be asked for.
   *
   * @throws ParameterBindingException with the id of what is wrong; its source suffix is the caller's matter
   * @throws MetadataException for dynamic parameters that clash with others
   */
  static begin(request: BindingRequest): CommandBinding {
    const binding = new CommandBinding(request);
    const plan = callPlanFor(request, BindableCommand.of(request.command));
    if (plan?.accepts(request) === true) {
      plan.assign(request);
      binding.#plan = plan;
      return binding;
    }
    try {
      binding.#bind();
    } catch (thrown) {
      throw binding.#failed(thrown);
    }
    if (plan === undefined && binding.#missing.length === 0) rememberCall(binding.#state);
    return binding;
  }

  /** What is called. */
  get command(): CommandMetadata {
    return this.#request.command;
  }

  /** Mandatory parameters to ask for, all together; empty if the binding is complete. */
  get missing(): readonly ParameterMetadata[] {
    return this.#missing === NOTHING_MISSING ? NO_PARAMETERS : this.#missing.map((parameter) => parameter.metadata);
  }

  /**
   * Binds the answers for {@link missing}, with conversion, and completes the binding.
   *
   * @param values by name or alias of the parameter; null for no answers at all
   * @throws ParameterBindingException `MissingMandatoryParameter` for what was not answered, `NamedParameterNotFound`
   *   for an answer nobody asked for, and all errors of binding a value
   */
  answer(values: Readonly<Record<string, unknown>> | null): void {
    try {
      this.#bindAnswers(values);
    } catch (thrown) {
      throw this.#failed(thrown);
    }
  }

  /**
   * The name of the chosen set.
   *
   * Before the first record it is provisional while several sets are possible: the default set's name if it is among
   * them, else empty.
   */
  get parameterSetName(): string {
    return this.#knownState === undefined && this.#plan !== undefined
      ? this.#plan.parameterSetName
      : this.#state.parameterSetName;
  }

  /** Everything bound by now: shown name → converted value. The same object all the time; it stays up to date. */
  get boundParameters(): Readonly<Record<string, unknown>> {
    const { bound } = this.#state;
    // From now on records that are bound from outside enter their values here.
    if (!bound.isViewed) this.#state.isPrepared = false;
    return bound.view;
  }

  /** The call as it is bound by now, to be made again; for requests that are `repeatable`. */
  repeatableCall(): RepeatableCall {
    return new RepeatableCall(this.#state);
  }

  /** Warnings since the last call: obsolete parameters, default values that could not be used. */
  takeWarnings(): readonly BindingWarning[] {
    return this.#knownState?.takeWarnings() ?? NO_WARNINGS;
  }

  /**
   * Binds one record; parameters that the previous record bound get their initial values back.
   *
   * @returns why the record was not bound; undefined if it was
   */
  bindRecord(record: unknown): BindingFailure | undefined {
    try {
      bindRecord(this.#state, record ?? null);
      return undefined;
    } catch (thrown) {
      return recordFailure(this.#state, this.#explained(thrown));
    }
  }

  /** Gives parameters that hold a value of a record their initial values back. */
  restore(): void {
    restoreInitialValues(this.#state);
  }

  /** From where the binding of every record starts. For plans that bind records without {@link bindRecord}. */
  get recordState(): RecordState {
    this.#recordState ??= recordStateOf(this.#state);
    return this.#recordState;
  }

  /** Parameters that hold a value of the record bound last. */
  get recordParameters(): readonly ParameterMetadata[] {
    return this.#state.fromPipeline.map(({ metadata }) => metadata);
  }

  /** Whether the parameters of the last {@link prepareRecord} are still those that hold the record. */
  get isPrepared(): boolean {
    return this.#knownState?.isPrepared === true;
  }

  /**
   * Says that from now on records are bound from outside, by assigning exactly these parameters.
   *
   * Restores what the previous record bound. To be called before the first such record is assigned and again after every
   * {@link bindRecord}, that is whenever {@link isPrepared} is false. A record that turns out not to fit goes to
   * `bindRecord`, which puts everything right.
   *
   * {@link boundParameters} shows what the parameters hold. With `values`, and once somebody has looked there, it shows
   * the values instead, even if the cmdlet changes the parameters afterwards; `isPrepared` then stays false.
   *
   * @param parameters some of those in {@link recordState}
   * @param values what is going to be assigned to them
   * @returns false if an initial value cannot be read, or restoring one may fail: use `bindRecord`
   */
  prepareRecord(parameters: readonly ParameterMetadata[], values?: readonly unknown[]): boolean {
    return prepareRecord(this.#state, parameters, values);
  }

  get #state(): BindingState {
    this.#knownState ??= this.#plan?.stateOf(this.#request) ?? new BindingState(this.#request);
    return this.#knownState;
  }

  #bind(): void {
    const state = this.#state;
    const count = bindCommandLine(state);
    const { expectingInput, canPrompt } = state.request;
    let missing = missingMandatory(state, count, expectingInput);
    if (missing.length > 0) {
      applyWaitingDefaults(state, missing);
      missing = missing.filter((parameter) => !state.isBound(parameter));
    }
    if (missing.length === 0) this.#complete();
    else if (canPrompt) this.#missing = missing;
    else throw missingMandatoryParameters(state.command, missing);
  }

  #bindAnswers(values: Readonly<Record<string, unknown>> | null): void {
    const state = this.#state;
    const asked = this.#missing;
    const given = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
    if (given.length === 0) throw missingMandatoryParameters(state.command, asked);
    for (const [name, value] of given) {
      const parameter = state.command.exact(name);
      if (parameter === undefined || !asked.includes(parameter)) throw namedParameterNotFound(state.command, name);
      bindValue(state, parameter, value, true);
      state.given?.set(parameter.metadata, value);
    }
    const unanswered = asked.filter((parameter) => !state.isBound(parameter));
    if (unanswered.length > 0 && state.historical.oneAnswerIsEnough !== true) {
      throw missingMandatoryParameters(state.command, unanswered);
    }
    this.#missing = NOTHING_MISSING;
    this.#complete();
  }

  #complete(): void {
    const state = this.#state;
    if (!state.request.expectingInput) verifyParameterSetSelected(state);
    settleDoubts(state);
    state.startSets = state.sets;
  }

  #failed(thrown: unknown): unknown {
    // Those about obsolete parameters are for the command's begin, which will not come.
    const warnings = this.#state.takeWarnings().filter(({ id }) => id === '');
    if (warnings.length > 0) this.#state.request.warnOfFailed?.(warnings);
    return this.#explained(thrown);
  }

  /** Once default values of the user were applied, errors say so: the user may not see them in the call. */
  #explained(thrown: unknown): unknown {
    const { boundByDefault } = this.#state;
    if (boundByDefault.length > 0 && thrown instanceof ParameterBindingException) {
      thrown.message = defaultsMayBeTheCause(thrown.message, boundByDefault);
    }
    return thrown;
  }
}

const NOTHING_MISSING: readonly BindableParameter[] = [];
const NO_PARAMETERS: readonly ParameterMetadata[] = [];
const NO_WARNINGS: readonly BindingWarning[] = [];
