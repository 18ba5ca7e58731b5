/**
 * What binding a call comes to, remembered for calls that are given the same names.
 *
 * Where all arguments are named, and each value is just what its parameter wants, nothing in the binder depends on the
 * values: the same names give the same parameters in the same order, rule out the same sets and leave the same set
 * chosen. So the first such call of a command is bound by the binder, and what it came to is kept. For the next ones the
 * values are looked at, assigned in the order in which they were given, and that is all.
 *
 * Everything else goes to the binder: a value that has to be converted or is refused, a null, a function that is run per
 * record, positions, splatting, default values of the user, dynamic parameters, strict and historical binding, and calls
 * that lack something mandatory. A parameter with a transformation, a type name, a warning, or a validation of the
 * author's own keeps its command's calls out too: these may have effects, and the binder runs them once.
 */
import type { BindableCommand } from '../bindable-command.js';
import type { BindableParameter } from '../bindable-parameter.js';
import { parameterBindingFailed, reasonOf } from '../binding-errors.js';
import type { BindingRequest } from '../binding-request.js';
import { BindingState } from '../binding-state.js';
import type { CommandArgument } from '../command-argument.js';
import { findParameter, type NameRules } from '../find-parameter.js';
import type { ParameterSetMask } from '../parameter-set-mask.js';
import { type ArgumentTest, argumentTestOf } from './argument-test.js';

/**
 * The plan for calls of a command with the same names; undefined if there is none.
 *
 * @see CallPlan.accepts for whether it fits the values as well
 */
export function callPlanFor(request: BindingRequest, command: BindableCommand): CallPlan | undefined {
  if (!isPlannable(request)) return undefined;
  for (const plan of command.callPlans) {
    if (plan.isFor(request)) return plan;
  }
  return undefined;
}

/** Keeps what a call was bound to, if it is of the kind that a plan can bind; there must be no plan for it. */
export function rememberCall(state: BindingState): void {
  const { request, command } = state;
  if (!isPlannable(request) || state.delayed.length > 0 || state.doubtful !== undefined) return;
  const slots = slotsOf(state);
  if (slots === undefined) return;
  const { callPlans } = command;
  if (callPlans.length === MOST_PLANS) callPlans.shift();
  callPlans.push(new CallPlan(state, slots));
}

/** Programs make few kinds of calls of one command; beyond this the oldest is forgotten. */
const MOST_PLANS = 16;

/** One parameter of such a call, at the place of its argument: what is named is bound in order. */
interface CallSlot {
  readonly parameter: BindableParameter;
  readonly property: string;
  /** Undefined if the parameter always needs the binder. */
  readonly test: ArgumentTest | undefined;
}

/**
 * A slot for each argument; undefined unless every argument names a parameter of its own and nothing else is bound. A
 * name that no parameter has may be bound too, as a text: where something collects the arguments that are left.
 */
function slotsOf({ request, command, bound }: BindingState): readonly CallSlot[] | undefined {
  if (bound.size !== request.arguments.length) return undefined;
  const slots: CallSlot[] = [];
  for (const argument of request.arguments) {
    const parameter = isNamed(argument) ? findParameter(command, argument.name, RULES) : undefined;
    if (parameter === undefined || !bound.has(parameter.metadata)) return undefined;
    slots.push({ parameter, property: parameter.metadata.property, test: argumentTestOf(parameter) });
  }
  return slots;
}

/** Calls with strict names or dynamic parameters have no plan. */
const RULES: NameRules = { strict: false, leaveCommon: false };

/** What calls with the same names come to. */
export class CallPlan {
  readonly parameterSetName: string;
  readonly #expectingInput: boolean;
  readonly #sets: ParameterSetMask;
  readonly #startSets: ParameterSetMask;
  readonly #prioritised: ParameterSetMask;
  /** As the caller spells them. */
  readonly #names: readonly (string | undefined)[];
  readonly #slots: readonly CallSlot[];

  constructor(state: BindingState, slots: readonly CallSlot[]) {
    this.parameterSetName = state.parameterSetName;
    this.#expectingInput = state.request.expectingInput;
    this.#sets = state.sets;
    this.#startSets = state.startSets;
    this.#prioritised = state.prioritised;
    this.#names = state.request.arguments.map(({ name }) => name);
    this.#slots = slots;
  }

  /** Whether a call has the same names in the same order. */
  isFor({ arguments: given, expectingInput }: BindingRequest): boolean {
    const names = this.#names;
    if (given.length !== names.length || expectingInput !== this.#expectingInput) return false;
    for (let index = 0; index < names.length; index++) {
      const argument = given[index] as CommandArgument;
      if (argument.name !== names[index] || !isNamed(argument)) return false;
    }
    return true;
  }

  /** Whether the values of such a call need no binder. */
  accepts({ arguments: given }: BindingRequest): boolean {
    const slots = this.#slots;
    for (let index = 0; index < slots.length; index++) {
      const { test } = slots[index] as CallSlot;
      if (test === undefined || !test((given[index] as CommandArgument).value)) return false;
    }
    return true;
  }

  /**
   * Assigns the values of a call that matches.
   *
   * @throws ParameterBindingException `ParameterBindingFailed` if a setter throws
   */
  assign(request: BindingRequest): void {
    const slots = this.#slots;
    for (let index = 0; index < slots.length; index++) {
      const { parameter, property } = slots[index] as CallSlot;
      const { value } = request.arguments[index] as CommandArgument;
      try {
        (request.receiver(parameter.metadata) as Record<string, unknown>)[property] = value;
      } catch (cause) {
        throw parameterBindingFailed(parameter, value, reasonOf(cause), cause);
      }
    }
  }

  /** The state of a call that was assigned, as the binder would have left it. */
  stateOf(request: BindingRequest): BindingState {
    const state = new BindingState(request);
    state.unused = [];
    state.sets = this.#sets;
    state.startSets = this.#startSets;
    state.prioritised = this.#prioritised;
    state.parameterSetName = this.parameterSetName;
    for (const [index, { parameter }] of this.#slots.entries()) {
      const value = request.arguments[index]?.value;
      state.bound.set(parameter.metadata, value);
      state.given?.set(parameter.metadata, value);
    }
    return state;
  }
}

function isPlannable({ defaults, dynamicParameters, strict, historical }: BindingRequest): boolean {
  return (
    dynamicParameters === undefined &&
    historical === undefined &&
    strict !== true &&
    (defaults === undefined || defaults.length === 0)
  );
}

function isNamed(argument: CommandArgument): argument is CommandArgument & { readonly name: string } {
  return argument.name !== undefined && argument.hasValue && argument.splatted !== true;
}
