import type { CmdletsSpec, ErrorFacts, Expectation, LifecycleCase, PromptFacts } from './lifecycle-case.js';
import { ENGINE_EXCEPTIONS } from './lifecycle-exceptions.js';

/**
 * In words the first thing that is not as expected; undefined if all is.
 *
 * Compared are facts: names of the other runtime are translated, texts count only where the case itself made them.
 */
export function differenceOf(
  given: LifecycleCase,
  cmdlets: CmdletsSpec,
  expected: Expectation,
  observed: Expectation,
): string | undefined {
  const facts = new Facts(given, ownTexts(given, cmdlets));
  if (expected.rejected !== undefined || observed.rejected !== undefined) {
    return (
      compare('rejected', expected.rejected?.variable ?? null, observed.rejected?.variable ?? null) ??
      compare('rejected', expected.rejected !== undefined, observed.rejected !== undefined)
    );
  }
  const [ours, theirs] = [facts.of(observed), facts.of(expected)];
  if (given.sessionErrors !== true) theirs.sessionErrors = ours.sessionErrors;
  if (given.statement !== true) theirs.success = ours.success;
  if (observed.hadErrors === undefined) theirs.hadErrors = ours.hadErrors;
  for (const part of Object.keys(ours)) {
    const difference = compare(part, theirs[part], ours[part]);
    if (difference !== undefined) return difference;
  }
  if (expected.then === undefined) return undefined;
  const second = differenceOf({ ...given, sessionErrors: false }, cmdlets, expected.then, observed.then ?? {});
  return second === undefined ? undefined : `then: ${second}`;
}

/** Brings both sides into one form. */
class Facts {
  readonly #case: LifecycleCase;
  readonly #own: (text: string) => boolean;

  constructor(given: LifecycleCase, own: (text: string) => boolean) {
    this.#case = given;
    this.#own = own;
  }

  of(found: Expectation): Record<string, unknown> {
    return {
      trace: (found.trace ?? []).map((line) => this.#line(line)),
      output: this.#value(found.output ?? []),
      errors: (found.errors ?? []).map((error) => this.#error(error)),
      terminating: found.terminating === undefined ? null : this.#error(found.terminating.error),
      warnings: (found.warnings ?? []).map(withoutOwnText),
      verbose: found.verbose ?? [],
      debug: found.debug ?? [],
      information: this.#value(found.information ?? []),
      progress: (found.progress ?? []).map((record) => this.#value(record)),
      prompts: (found.prompts ?? []).map(promptOf),
      host: (found.host ?? []).map(withoutOwnText),
      variables: this.#value(found.variables ?? {}),
      hadErrors: found.hadErrors ?? null,
      state: found.state ?? null,
      answersLeft: found.answersLeft ?? 0,
      success: found.success ?? null,
      sessionErrors: this.#listed(found),
    };
  }

  #line(line: string): string {
    const caught = /^(.*: caught )(\w+)( \| .*)?$/s.exec(line);
    if (caught !== null) {
      const [, start = '', type = '', message = ''] = caught;
      return start + type + (ENGINE_EXCEPTIONS.has(type) ? '' : message);
    }
    const nested = /^(.*: nested error )(.*)$/.exec(line);
    if (nested !== null) return `${nested[1]}${errorId(nested[2] ?? '')}`;
    const json = /^([^{[]*)([{[].*[}\]])(\)?)$/s.exec(line);
    if (json === null) return line;
    try {
      return `${json[1]}${JSON.stringify(this.#value(JSON.parse(json[2] ?? '')))}${json[3]}`;
    } catch {
      return line;
    }
  }

  #value(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((element) => this.#value(element));
    if (typeof value !== 'object' || value === null) return value;
    const [tag, content] = Object.entries(value)[0] ?? [];
    // A growable list and an array are one thing here.
    if (tag === '$list') return this.#value(content);
    if (tag === '$error') return { $error: this.#error(content as ErrorFacts) };
    if (tag === '$exception') {
      const { error } = content as { error?: ErrorFacts };
      if (error !== undefined) return { $error: this.#error(error) };
    }
    return Object.fromEntries(
      Object.entries(value)
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([key, entry]) => [key, this.#value(entry)]),
    );
  }

  #error(error: ErrorFacts): unknown {
    const own = this.#own(error.message);
    const plain = typeof error.target !== 'object' || error.target === null;
    const targetType = typeName(error.targetType);
    return {
      id: errorId(error.id),
      category: error.category,
      message: own ? error.message : '(text of the engine)',
      target: this.#value(error.target),
      activity: error.activity,
      command: error.command,
      reason: own ? error.reason : '(name of the engine)',
      targetName: plain ? error.targetName.toLowerCase() : '(text of an object)',
      targetType: plain && own ? targetType : '(type of the engine)',
      exceptionMessage: error.exceptionMessage,
      recommendedAction: error.recommendedAction,
      categoryLine: own && plain ? categoryLineOf(error, targetType) : undefined,
      pipelineIterationInfo: error.pipelineIterationInfo,
    };
  }

  /** The session's errors; an exception in the list stands for the record of the failure. */
  #listed(found: Expectation): unknown {
    const listed = (found.sessionErrors ?? []).map(errorId);
    const failure = found.terminating === undefined ? undefined : errorId(found.terminating.error.id);
    if (!listed.some((entry) => entry.startsWith('exception '))) return listed;
    const late = listed.filter((entry) => entry.startsWith('exception ')).length - 1;
    let seen = 0;
    const records = listed.map((entry) => {
      if (!entry.startsWith('exception ')) return entry;
      // Newest first: only the oldest exception is the failure, those before it came while unwinding.
      return seen++ < late || failure === undefined ? '(later exception)' : failure;
    });
    // A statement lists the exception and the record; here they are one.
    return this.#case.statement === true ? [...new Set(records)] : records;
  }
}

function compare(part: string, expected: unknown, observed: unknown): string | undefined {
  const [theirs, ours] = [JSON.stringify(expected), JSON.stringify(observed)];
  if (theirs === ours || matchesLater(expected, observed)) return undefined;
  return `${part} is ${ours}, not ${theirs}`;
}

/** A list whose unknown entries may be anything. */
function matchesLater(expected: unknown, observed: unknown): boolean {
  if (!Array.isArray(expected) || !Array.isArray(observed) || !expected.includes('(later exception)')) return false;
  return (
    expected.length === observed.length &&
    expected.every((entry, index) => entry === '(later exception)' || entry === observed[index])
  );
}

/** A warning of the engine that PowerShell does not have: its text is for people. */
function withoutOwnText(line: string): string {
  return line.replace(/The variable (\w+) holds .* no preference.*$/s, '(no preference in $1)');
}

/** Ids without the namespaces of the other runtime. */
export function errorId(id: string): string {
  return id.replace(/^(?:\w+\.)+(\w+Exception)(?=,|$)/, '$1');
}

function categoryLineOf({ categoryLine, targetType }: ErrorFacts, translated: string): string | undefined {
  return categoryLine?.replace(`:${targetType})`, `:${translated})`).toLowerCase();
}

function typeName(name: string): string {
  return /^(?:Int32|Int64|Double|Decimal|BigInteger)$/.test(name) ? 'Number' : name;
}

/** The names that we show, and the ones of the cases. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  int: 'Int32',
  string: 'String',
  bool: 'Boolean',
  object: 'Object',
  switch: 'SwitchParameter',
  'int[]': 'Int32[]',
  'string[]': 'String[]',
  'bool[]': 'Boolean[]',
  'object[]': 'Object[]',
};

function promptOf(prompt: PromptFacts): unknown {
  const { kind, caption, message, choices, fields, answer, helpMessages } = prompt;
  return {
    kind,
    caption,
    message,
    choices,
    default: prompt.default,
    fields: fields?.map((field) => ({
      name: field.name,
      label: field.label,
      type: TYPE_NAMES[field.type] ?? field.type,
      helpMessage: field.helpMessage,
      mandatory: field.mandatory,
      attributes: field.attributes.map((attribute) => attribute.replace(/Attribute$/, '')),
    })),
    answer,
    // Texts of the engine; their number is a fact.
    helpMessages: helpMessages?.length,
  };
}

/** Whether a text was made by the cmdlets of the case. */
function ownTexts(given: LifecycleCase, cmdlets: CmdletsSpec): (text: string) => boolean {
  const patterns = textsIn([cmdlets, given.pipeline]).map(
    (text) => new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(?:input|record)\}/g, '.*')}$`, 's'),
  );
  return (text) => patterns.some((pattern) => pattern.test(text));
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const isText = typeof entry === 'string' && ['message', 'throw', 'details'].includes(key);
    return isText ? [entry] : textsIn(entry);
  });
}
