import { type ErrorCategory, ErrorRecord, TYPE_NAMES } from '@cmdlet/core';
import { decode as decodeValue } from './utility-values.js';
import type { CaseErrorRecord } from './views-case.js';

type Tagged = Readonly<Record<string, unknown>>;

/** The JavaScript function of `{"$script", "js"}`; its text is PowerShell's, which is the label where there is none. */
export function functionOf(script: Tagged): (value: unknown) => unknown {
  const source = script.js ?? 'undefined';
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- The text of a case, translated.
  const run = new Function('_', `return (${String(source)});`) as (value: unknown) => unknown;
  return Object.assign(run, { toString: () => String(script.$script) });
}

/** A value of a views case: as elsewhere, but enums are their names, and records carry their type names. */
export function decodeRecord(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeRecord);
  if (typeof value !== 'object' || value === null) return value;
  const tagged = value as Tagged;
  const tag = Object.keys(tagged).find((key) => Object.hasOwn(decoders, key));
  return tag === undefined ? decodeValue(value) : decoders[tag]?.(tagged[tag], tagged);
}

const decodeList = (content: unknown): unknown[] => (content as unknown[]).map(decodeRecord);

const decoders: Readonly<Record<string, (content: unknown, tagged: Tagged) => unknown>> = {
  $object: (content, { $type }) => {
    const bag = Object.fromEntries(Object.entries(content as Tagged).map(([name, part]) => [name, decodeRecord(part)]));
    return $type === undefined ? bag : Object.assign(bag, { [TYPE_NAMES]: [$type].flat().map(ourTypeName) });
  },
  $new: (content, { props }) => {
    const instance = decodeValue({ $new: content, props: {} }) as object;
    for (const [name, part] of Object.entries((props ?? {}) as Tagged)) Reflect.set(instance, name, decodeRecord(part));
    return instance;
  },
  $enum: (content) => content,
  $single: (content) => Number(content),
  $decimal: (content) => Number(content),
  $array: decodeList,
  $list: decodeList,
  $arraylist: decodeList,
  $iterator: (content) => decodeList(content).values(),
  $hashtable: (content) => new Map(entriesOf(content)),
  $ordered: (content) => new OrderedMap(entriesOf(content)),
  $script: (content, tagged) =>
    'js' in tagged ? functionOf(tagged) : Object.assign(() => undefined, { toString: () => String(content) }),
  $typeref: (content) => new TypeReference(String(content)),
  $extended: (content, { properties }) => {
    const value = decodeRecord(content);
    return typeof value === 'object' && value !== null
      ? Object.assign(value, decodeRecord({ $object: properties }) as object)
      : value;
  },
  $wrapped: (content) => decodeRecord(content),
  $error: (content) => errorOf(content as Tagged),
  $exception: (content) => new Error(String((content as Tagged).message)),
};

const typeNames: Readonly<Record<string, string>> = {
  string: 'System.String',
  'int[]': 'System.Int32[]',
  int: 'System.Int32',
};

function entriesOf(content: unknown): [unknown, unknown][] {
  const entries = Array.isArray(content) ? (content as [unknown, unknown][]) : Object.entries(content as Tagged);
  return entries.map(([key, item]) => [Array.isArray(content) ? decodeRecord(key) : key, decodeRecord(item)]);
}

/** A dictionary that PowerShell calls by another name. */
export class OrderedMap extends Map<unknown, unknown> {}

/** A type as a value. */
class TypeReference {
  readonly #name: string;
  constructor(name: string) {
    this.#name = name;
  }
  toString(): string {
    return typeNames[this.#name] ?? this.#name;
  }
}

/** Types of the engine have no namespace here. */
function ourTypeName(name: unknown): string {
  return String(name).replace('System.Management.Automation.', '');
}

/** An error record that a case describes itself. */
function errorOf(facts: Tagged): ErrorRecord {
  const { message, id, category, target, activity, details, recommendedAction } = facts;
  const value = decodeRecord(target);
  const record = new ErrorRecord(
    Object.assign(new Error(String(message)), { name: 'Exception' }),
    id === undefined ? '' : String(id),
    (category ?? 'NotSpecified') as ErrorCategory,
    value,
  );
  if (typeof value === 'number') record.categoryInfo.targetType = 'Int32';
  if (activity !== undefined) record.categoryInfo.activity = String(activity);
  if (details !== undefined) {
    record.errorDetails = {
      message: String(details),
      ...(recommendedAction === undefined ? {} : { recommendedAction: String(recommendedAction) }),
    };
  }
  return record;
}

/** The error record that a script made, from its neutral facts. */
export function errorOfFacts(facts: CaseErrorRecord): ErrorRecord {
  const exception = Object.assign(new Error(facts.message), { name: facts.reason });
  const [id = '', source = ''] = facts.fullyQualifiedErrorId.split(/,(.*)/s);
  const record = new ErrorRecord(exception, id, facts.category as ErrorCategory);
  Object.assign(record.categoryInfo, {
    activity: facts.activity,
    reason: facts.reason,
    targetName: facts.targetName,
    targetType: facts.targetType,
  });
  record.invocationInfo =
    facts.command === '' && source === ''
      ? undefined
      : {
          commandName: facts.command,
          source,
          invocationName: facts.command,
          boundParameters: {},
          pipelinePosition: 1,
          pipelineLength: 1,
          expectingInput: false,
          pipelineIterationInfo: [],
        };
  if (facts.line > 0) {
    const marks = facts.positionMessage.split('\n')[2]?.match(/~+/)?.[0].length ?? 1;
    record.position = {
      file: facts.scriptName === '' ? undefined : facts.scriptName,
      line: facts.line,
      column: facts.column,
      lineText: facts.lineText,
      length: marks,
    };
  }
  return record;
}
