import type { BindingRequest, DynamicParameters } from '../../../packages/core/src/bind/binding-request.js';
import type { BindingWarning } from '../../../packages/core/src/bind/binding-warning.js';
import type { CommandArgument } from '../../../packages/core/src/bind/command-argument.js';
import { CommandBinding } from '../../../packages/core/src/bind/command-binding.js';
import { defaultValuesFor } from '../../../packages/core/src/bind/default-parameter-values.js';
import type { HistoricalBinding } from '../../../packages/core/src/bind/historical-binding.js';
import type { CommandMetadata, ParameterMetadata } from '../../../packages/core/src/declare/metadata.js';
import { CmdletException } from '../../../packages/core/src/records/cmdlet-exception.js';
import { ParameterBindingException } from '../../../packages/core/src/records/exceptions.js';
import {
  type BindingCase,
  type BindingOutcome,
  type CmdletDeclaration,
  NotApplicable,
  type OutcomeError,
  type OutcomeRecord,
} from './binding-case.js';
import { ScriptError } from './binding-script.js';
import { decode } from './binding-values.js';
import { declareGoldenCmdlet, goldenParameters, propertyOf } from './declare-golden-cmdlet.js';

/** Every older answer that binding can give. */
const EVERYTHING_HISTORICAL: Required<HistoricalBinding> = {
  dashWordsAsValues: true,
  lastPositionalFailure: true,
  repeatedPositions: true,
  defaultsBlockInput: true,
  commonAbbreviationsFirst: true,
  oneAnswerIsEnough: true,
  staleBoundParameters: true,
  emptinessOfAnySet: true,
  repeatedTransformations: true,
  conversion: true,
};

/**
 * Runs one case: declares the cmdlet, binds the arguments, feeds the records.
 *
 * @param historical PowerShell's own behaviour wherever there is an option for it
 */
export function runCase(given: BindingCase, declaration: CmdletDeclaration, historical: boolean): BindingOutcome {
  return new GoldenRun(given, declaration, historical).run();
}

class GoldenRun {
  readonly #given: BindingCase;
  readonly #declaration: CmdletDeclaration;
  readonly #historical: boolean;
  readonly #counter = { transforms: 0 };
  readonly #instance: Record<string, unknown>;
  readonly #common: Record<string, unknown> = {};
  #dynamic: DynamicParameters | undefined;
  readonly #records: OutcomeRecord[] = [];
  readonly #errors: OutcomeError[] = [];
  readonly #warnings: BindingWarning[] = [];
  readonly #prompts: { name: string; help: string }[][] = [];

  constructor(given: BindingCase, declaration: CmdletDeclaration, historical: boolean) {
    this.#given = given;
    this.#declaration = declaration;
    this.#historical = historical;
    this.#instance = receiverFor(declaration.parameters);
  }

  run(): BindingOutcome {
    try {
      this.#runSteps();
    } catch (thrown) {
      this.#errors.push(this.#terminating(thrown));
    }
    return {
      records: this.#records,
      errors: this.#errors,
      warnings: this.#warnings.length,
      prompts: this.#prompts,
      transforms: this.#counter.transforms,
    };
  }

  #runSteps(): void {
    const { cmdlet, trace = false, input } = this.#given;
    const command = declareGoldenCmdlet(cmdlet, this.#declaration, this.#counter, !this.#historical);
    const binding = this.#begin(command);
    if (trace) this.#look('begin', binding);
    if (input === undefined) this.#look('process', binding);
    else for (const record of input) this.#process(decode(record), binding);
    if (trace) this.#look('end', binding);
  }

  #begin(command: CommandMetadata): CommandBinding {
    const { answers } = this.#given;
    const binding = this.#bind(command);
    if (binding.missing.length === 0) return binding;
    this.#prompts.push(
      binding.missing.map(({ name, sets }) => ({ name, help: sets.find((set) => set.helpMessage)?.helpMessage ?? '' })),
    );
    binding.answer(answers === null ? null : decodeAll(answers ?? {}));
    this.#warnings.push(...binding.takeWarnings());
    return binding;
  }

  #bind(command: CommandMetadata): CommandBinding {
    const { arguments: words, alias, defaultParameterValues, input, answers } = this.#given;
    const table = defaultParameterValues === undefined ? {} : decodeAll(defaultParameterValues);
    const defaults = defaultValuesFor(table, alias === undefined ? [command.name] : [command.name, alias]);
    this.#warnings.push(...defaults.warnings);
    const request: BindingRequest = {
      command,
      arguments: words.map(argumentOf),
      expectingInput: input !== undefined,
      receiver: (parameter) => (isOwn(parameter) ? this.#instance : this.#common),
      ...(this.#declaration.dynamic === undefined ? {} : { dynamicParameters: (bound) => this.#offer(bound) }),
      defaults: defaults.values,
      canPrompt: answers !== undefined,
      ...(this.#historical ? { historical: EVERYTHING_HISTORICAL } : {}),
      warnOfFailed: (warnings) => this.#warnings.push(...warnings),
    };
    return CommandBinding.begin(request);
  }

  #offer(bound: Readonly<Record<string, unknown>>): DynamicParameters | undefined {
    const branch = this.#declaration.dynamic?.find(({ when }) => {
      if (when === undefined) return true;
      if ('bound' in when) return Object.hasOwn(bound, when.bound);
      return this.#instance[propertyOf(when.parameter)] === decode(when.equals);
    });
    if (branch?.throws !== undefined) throw new Error(branch.throws);
    if (branch?.parameters === undefined) return undefined;
    this.#dynamic = {
      parameters: goldenParameters(branch.parameters, 'dynamic', this.#counter),
      receiver: receiverFor(branch.parameters),
    };
    return this.#dynamic;
  }

  #process(record: unknown, binding: CommandBinding): void {
    const failure = binding.bindRecord(record);
    this.#warnings.push(...binding.takeWarnings());
    if (failure === undefined) {
      this.#look('process', binding);
    } else {
      this.#errors.push({
        ...factsOf(failure.exception),
        id: this.#withSource(failure.errorId),
        category: failure.category,
        target: record,
        terminating: false,
      });
    }
  }

  /** What the cmdlet sees in a step. */
  #look(step: string, binding: CommandBinding): void {
    this.#warnings.push(...binding.takeWarnings());
    const own = [
      ...Object.keys(this.#declaration.parameters),
      ...(this.#dynamic?.parameters ?? []).map(({ name }) => name),
    ];
    const bound = Object.entries(binding.boundParameters);
    const dynamic = new Set(this.#dynamic?.parameters.map(({ name }) => name));
    this.#records.push({
      step,
      set: binding.parameterSetName,
      bound: new Map(bound.filter(([name]) => own.includes(name))),
      common: new Map(bound.filter(([name]) => !own.includes(name))),
      values: new Map(
        own.map((name) => [
          name,
          readable(dynamic.has(name) ? this.#dynamic!.receiver : this.#instance, propertyOf(name)),
        ]),
      ),
    });
  }

  #terminating(thrown: unknown): OutcomeError {
    if (thrown instanceof NotApplicable) throw thrown;
    const terminating = { target: null, terminating: true };
    if (thrown instanceof ScriptError) {
      const { message: text, name: reason } = thrown;
      return { ...terminating, ...factsOf(thrown), id: text, category: 'OperationStopped', reason, target: text };
    }
    if (!(thrown instanceof CmdletException)) throw thrown;
    const id = thrown instanceof ParameterBindingException ? this.#withSource(thrown.errorId) : thrown.errorId;
    return { ...terminating, ...factsOf(thrown), id, category: thrown.category };
  }

  #withSource(errorId: string): string {
    return `${errorId},Golden.${this.#given.cmdlet.replace('-', '')}`;
  }
}

function factsOf(exception: Error): { reason: string; parameter: string; innerId: string } {
  for (let cause: unknown = exception; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof NotApplicable) throw cause;
  }
  return {
    reason: exception.name,
    parameter: exception instanceof ParameterBindingException ? exception.parameterName : '',
    innerId: exception.cause instanceof CmdletException ? exception.cause.errorId : '',
  };
}

function argumentOf({ name, value, splatted }: BindingCase['arguments'][number]): CommandArgument {
  return {
    ...(name === undefined ? {} : { name }),
    ...(value === undefined ? { hasValue: false } : { value: decode(value), hasValue: true }),
    ...(splatted === undefined ? {} : { splatted }),
  };
}

function decodeAll(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, decode(value)]));
}

function isOwn({ origin }: ParameterMetadata): boolean {
  return origin === 'declared' || origin === 'dynamic';
}

/** The object that holds parameter values, with the misbehaving properties that were declared. */
function receiverFor(parameters: CmdletDeclaration['parameters']): Record<string, unknown> {
  const receiver: Record<string, unknown> = {};
  for (const [name, { initial, setterThrowsOn, getterThrows }] of Object.entries(parameters)) {
    let value = decode(initial);
    Object.defineProperty(receiver, propertyOf(name), {
      enumerable: true,
      get: () => {
        if (getterThrows === true) throw new Error('The getter failed.');
        return value;
      },
      set: (next: unknown) => {
        if (setterThrowsOn !== undefined && next === decode(setterThrowsOn)) throw new Error('The setter failed.');
        value = next;
      },
    });
  }
  return receiver;
}

function readable(receiver: object, property: string): unknown {
  try {
    return Reflect.get(receiver, property);
  } catch {
    return undefined;
  }
}
