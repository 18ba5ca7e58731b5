import type {
  BindingCase,
  BindingExpectation,
  BindingOutcome,
  CmdletDeclaration,
  ExpectedError,
  ExpectedRecord,
  OutcomeError,
  OutcomeRecord,
  SetFlags,
} from './binding-case.js';
import { typeNamed } from './binding-types.js';
import { decode, isCaptured, isZero } from './binding-values.js';

/**
 * What is different from the expected result; undefined if nothing is.
 *
 * @param stale whether entries of earlier records stay in the bound parameters, as captured; otherwise they may be missing
 */
export function differenceFrom(
  expect: BindingExpectation,
  outcome: BindingOutcome,
  given: BindingCase,
  declaration: CmdletDeclaration,
  stale: boolean,
): string | undefined {
  const types = typesOf(declaration);
  return (
    differentErrors(expect.errors, outcome.errors, types) ??
    differentCount('records', expect.records.length, outcome.records.length) ??
    firstDifference(expect.records, (record, index) => {
      const ours = outcome.records[index]!;
      const mayBeStale = !stale && given.input !== undefined && record.step !== 'begin';
      const difference = differentRecord(record, ours, mayBeStale, types);
      return difference === undefined ? undefined : `${record.step} ${index}: ${difference}`;
    }) ??
    differentCount('warnings', expect.warnings?.length ?? 0, outcome.warnings) ??
    differentPrompts(expect, outcome) ??
    (given.countTransforms === true
      ? differentCount('transformations', expect.transforms ?? 0, outcome.transforms)
      : undefined)
  );
}

/** What the comparison knows of own parameters. */
type Types = ReadonlyMap<string, { readonly type: string; readonly hasInitial: boolean; readonly takesInput: boolean }>;

function typesOf(declaration: CmdletDeclaration): Types {
  const all = [declaration.parameters, ...(declaration.dynamic ?? []).map((branch) => branch.parameters ?? {})];
  return new Map(
    all
      .flatMap((parameters) => Object.entries(parameters))
      .map(([name, { type, initial, in: sets }]) => {
        const takesInput = Object.values<SetFlags | readonly [string, SetFlags]>(sets)
          .flat()
          .some(
            (flags) => typeof flags === 'object' && (flags.valueFromPipeline || flags.valueFromPipelineByPropertyName),
          );
        return [name, { type, hasInitial: initial !== undefined, takesInput }];
      }),
  );
}

function differentErrors(
  expected: readonly ExpectedError[],
  ours: readonly OutcomeError[],
  types: Types,
): string | undefined {
  const difference = firstDifference(expected, (error, index) => differentError(inOurTerms(error, types), ours[index]));
  if (difference !== undefined) return difference;
  const [surplus] = ours.slice(expected.length);
  return surplus === undefined ? undefined : `error ${surplus.id}, and none expected`;
}

/** Lists are arrays here, so an empty one is an empty array. */
function inOurTerms(error: ExpectedError, types: Types): ExpectedError {
  const isList = types.get(error.parameter ?? '')?.type.startsWith('list') === true;
  return isList ? { ...error, id: error.id.replace('EmptyCollectionNotAllowed', 'EmptyArrayNotAllowed') } : error;
}

function differentError(expected: ExpectedError, ours: OutcomeError | undefined): string | undefined {
  if (ours === undefined) return `no error, expected ${expected.id}`;
  // One class of ours stands for both kinds of declaration mistakes.
  const reason =
    expected.category === 'MetadataError' ? expected.reason.replace(/^Validation(?=Metadata)/, '') : expected.reason;
  // A transformation fails with any error; what the captured ones were called has no counterpart.
  const innerId =
    expected.innerId === undefined || expected.innerId === 'RuntimeException' ? undefined : expected.innerId;
  if (ours.id !== expected.id) return `error ${ours.id}, expected ${expected.id}`;
  if (ours.category !== expected.category)
    return `${expected.id}: category ${ours.category}, expected ${expected.category}`;
  if (ours.reason !== reason) return `${expected.id}: reason ${ours.reason}, expected ${reason}`;
  // The text of a value that is no scalar is the name of its type there.
  const isTypeName =
    ours.id.startsWith('PositionalParameterNotFound') && expected.parameter?.startsWith('System.') === true;
  if (!isTypeName && ours.parameter !== (expected.parameter ?? '')) {
    return `${expected.id}: parameter '${ours.parameter}', expected '${expected.parameter ?? ''}'`;
  }
  if (innerId !== undefined && ours.innerId !== innerId)
    return `${expected.id}: inner ${ours.innerId}, expected ${innerId}`;
  if (ours.terminating !== expected.terminating) return `${expected.id}: terminating is ${ours.terminating}`;
  if (!isCaptured(ours.target, expected.target ?? null)) return `${expected.id}: target is ${shown(ours.target)}`;
  return undefined;
}

function differentRecord(
  expected: ExpectedRecord,
  ours: OutcomeRecord,
  mayBeStale: boolean,
  types: Types,
): string | undefined {
  if (ours.step !== expected.step) return `step ${ours.step}`;
  if (ours.set !== expected.set) return `set '${ours.set}', expected '${expected.set}'`;
  return (
    differentBound(expected.bound, ours.bound, mayBeStale, types) ??
    differentEntries('common', expected.common ?? {}, ours.common) ??
    firstDifference(Object.entries(expected.values), ([name, value]) => {
      const own = ours.values.get(name);
      const type = types.get(name);
      // .NET shows zeros where nothing was bound.
      if (own === undefined && type?.hasInitial !== true && isZero(value)) return undefined;
      return matches(own, value, type?.type) ? undefined : `${name} holds ${shown(own)}, expected ${shown(value)}`;
    })
  );
}

function differentBound(
  expected: ExpectedRecord['bound'],
  ours: ReadonlyMap<string, unknown>,
  mayBeStale: boolean,
  types: Types,
): string | undefined {
  for (const [name, value] of Object.entries(expected)) {
    if (!ours.has(name)) {
      // An entry of an earlier record; that the parameter itself holds the right value is seen separately.
      if (!mayBeStale || types.get(name)?.takesInput !== true) return `${name} is not bound`;
    } else if (!matches(ours.get(name), value, types.get(name)?.type)) {
      return `${name} is bound to ${shown(ours.get(name))}, expected ${shown(value)}`;
    }
  }
  return surplusOf(expected, ours);
}

function differentEntries(
  what: string,
  expected: Readonly<Record<string, unknown>>,
  ours: ReadonlyMap<string, unknown>,
): string | undefined {
  return (
    firstDifference(Object.entries(expected), ([name, value]) =>
      ours.has(name) && isCaptured(ours.get(name), value) ? undefined : `${what} ${name} is ${shown(ours.get(name))}`,
    ) ?? surplusOf(expected, ours)
  );
}

function surplusOf(
  expected: Readonly<Record<string, unknown>>,
  ours: ReadonlyMap<string, unknown>,
): string | undefined {
  const surplus = [...ours.keys()].find((name) => !Object.hasOwn(expected, name));
  return surplus === undefined ? undefined : `${surplus} is bound`;
}

function matches(own: unknown, captured: unknown, type: string | undefined): boolean {
  return isCaptured(own, captured, type === undefined ? undefined : typeNamed(type));
}

function differentPrompts(expect: BindingExpectation, outcome: BindingOutcome): string | undefined {
  const expected = (expect.prompts ?? []).map(({ fields }) => fields.map(({ name, help }) => `${name}: ${help}`));
  const ours = outcome.prompts.map((fields) => fields.map(({ name, help }) => `${name}: ${help}`));
  return JSON.stringify(expected) === JSON.stringify(ours)
    ? undefined
    : `prompts ${JSON.stringify(ours)}, expected ${JSON.stringify(expected)}`;
}

function differentCount(what: string, expected: number, ours: number): string | undefined {
  return expected === ours ? undefined : `${ours} ${what}, expected ${expected}`;
}

function firstDifference<T>(
  items: readonly T[],
  compare: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const difference = compare(item, index);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function shown(value: unknown): string {
  if (typeof value === 'function') return String(value);
  if (typeof value === 'object' && value !== null && '$getterThrows' in value) return 'a getter';
  try {
    return JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part)) ?? 'nothing';
  } catch {
    return String(decode(null));
  }
}
