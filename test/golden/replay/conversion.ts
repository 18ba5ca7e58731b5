import { canBeNull } from '../../../packages/core/src/bind/convert/can-be-null.js';
import { compareValues, equalValues } from '../../../packages/core/src/bind/convert/compare-values.js';
import { ComparisonException } from '../../../packages/core/src/bind/convert/comparison-exception.js';
import type { ConversionOptions } from '../../../packages/core/src/bind/convert/conversion-options.js';
import { convertArgument } from '../../../packages/core/src/bind/convert/convert-argument.js';
import { convertTo } from '../../../packages/core/src/bind/convert/convert-to.js';
import { textOfValue } from '../../../packages/core/src/bind/convert/text-of-value.js';
import type { ParameterType } from '../../../packages/core/src/declare/types/parameter-type.js';
import { CmdletException } from '../../../packages/core/src/records/cmdlet-exception.js';
import { allDeviations } from './all-deviations.js';
import { whyNotApplicable } from './conversion-applicable.js';
import type { CaseResult, Comparison, ConversionCase, Deviations, Expectation, Outcome } from './conversion-case.js';
import { departureOf } from './conversion-departures.js';
import { NotApplicable, typeNamed } from './conversion-types.js';
import { decode, encode } from './conversion-values.js';

/**
 * Replays the cases of one file of the topic `conversion`.
 *
 * A case passes if our result is the captured one; or, listed in the deviations, our own expected one; or the captured
 * one with the historical options; or what a rule of `conversion-departures.ts` demands instead.
 *
 * @param json the parsed content of the file
 * @param deviations our own expected results by id of the case
 */
export function replayConversionFile(json: unknown, deviations: Deviations = listedDeviations()): CaseResult[] {
  return Array.isArray(json) ? json.map((item) => replayCase(item as ConversionCase, deviations)) : [];
}

/** What `deviations.json` lists for this topic. */
export function listedDeviations(): Deviations {
  return allDeviations().conversion as Deviations;
}

/** What comes out of a case on our side, in the format of the cases. */
function outcomeOf(given: ConversionCase, options: ConversionOptions = {}): Outcome {
  const type = typeOfCase(given);
  if (type === undefined) return comparisonOf(given);
  try {
    return { value: encode(converted(given, type, options), type) };
  } catch (error) {
    if (!(error instanceof CmdletException)) throw error;
    return { error: { id: error.errorId, message: error.message } };
  }
}

function replayCase(given: ConversionCase, deviations: Deviations): CaseResult {
  const { id } = given;
  try {
    const type = typeOfCase(given);
    const inapplicable = whyNotApplicable(given, type);
    if (inapplicable !== undefined) return { id, passed: false, applicable: false, difference: inapplicable };
    return replayApplicable(given, type, deviations[id]);
  } catch (error) {
    if (error instanceof NotApplicable) return { id, passed: false, applicable: false, difference: error.message };
    return { id, passed: false, applicable: true, difference: `threw ${String(error)}` };
  }
}

function replayApplicable(
  given: ConversionCase,
  type: ParameterType | undefined,
  listed: Deviations[string] | undefined,
): CaseResult {
  const { id, expect } = given;
  const passed = { id, passed: true, applicable: true };
  const outcome = outcomeOf(given);
  if (listed !== undefined) {
    const difference = differenceOf(given, type, listed.expect, outcome);
    return difference === undefined
      ? { ...passed, departure: listed.reason }
      : { id, passed: false, applicable: true, difference: `deviates otherwise than listed: ${difference}` };
  }
  const difference = differenceOf(given, type, expect, outcome);
  if (difference === undefined) return passed;
  if (differenceOf(given, type, expect, outcomeOf(given, { historical: true })) === undefined) {
    return { ...passed, departure: 'as captured with the historical options' };
  }
  const departure = departureOf(given, type, outcome);
  return departure === undefined ? { id, passed: false, applicable: true, difference } : { ...passed, departure };
}

function typeOfCase(given: ConversionCase): ParameterType | undefined {
  const name = given.to ?? given.parameter;
  return name === undefined ? undefined : typeNamed(name);
}

function converted(given: ConversionCase, type: ParameterType, options: ConversionOptions): unknown {
  if (given.parameter === undefined) {
    const value = decode(given.value);
    return given.ofs === undefined ? convertTo(value, type, options) : textOfValue(value, { separator: given.ofs });
  }
  const value = convertArgument(decode(given.argument), type, 'Value', options);
  if (value === null && !canBeNull(type)) {
    // The last step of binding, which is not part of the conversion: null does not go into such a property.
    throw new CmdletException("parameter 'Value'", { errorId: 'ParameterBindingFailed', category: 'WriteError' });
  }
  return value;
}

function comparisonOf(given: ConversionCase): Outcome {
  const [left, right] = [decode(given.left), decode(given.right)];
  const order = (caseSensitive: boolean): number | 'error' => {
    try {
      return compareValues(left, right, { caseSensitive });
    } catch (error) {
      if (error instanceof ComparisonException) return 'error';
      throw error;
    }
  };
  const comparison: Comparison = {
    equals: equalValues(left, right),
    compare: order(false),
    equalsCaseSensitive: equalValues(left, right, { caseSensitive: true }),
    compareCaseSensitive: order(true),
  };
  return given.op === undefined ? comparison : operatorOutcome(given.op, comparison);
}

function operatorOutcome(op: string, comparison: Comparison): Outcome {
  const minds = op.startsWith('-c');
  const equals = minds ? comparison.equalsCaseSensitive : comparison.equals;
  const order = minds ? comparison.compareCaseSensitive : comparison.compare;
  const name = op.slice(minds ? 2 : 1);
  if (name === 'eq') return { value: equals };
  if (name === 'ne') return { value: !equals };
  if (order === 'error') return { error: { id: 'comparison', message: '' } };
  const holds = { lt: order < 0, le: order <= 0, gt: order > 0, ge: order >= 0 }[name];
  return { value: holds };
}

/** In words what is not as expected; undefined if all is. */
function differenceOf(
  given: ConversionCase,
  type: ParameterType | undefined,
  expect: Expectation,
  outcome: Outcome,
): string | undefined {
  const [expected, got] = [expectedText(given, type, expect), outcomeText(outcome, type)];
  if (expect.error === undefined || !('error' in outcome))
    return expected === got ? undefined : `${got}, not ${expected}`;
  if (given.op !== undefined) return undefined;
  const { id, message } = outcome.error;
  if (!acceptedIds(expect.error.id, type).includes(id)) return `${got}, not ${expected}`;
  const value = given.parameter === undefined ? given.value : given.argument;
  const quoted = typeof value === 'string' && value !== '' && expect.error.message?.includes(`"${value}"`) === true;
  return quoted && !message.includes(value) ? `the message does not name the value: ${message}` : undefined;
}

/** Ids that name the mechanism of another runtime, and what stands for them here. */
function acceptedIds(id: string, type: ParameterType | undefined): readonly string[] {
  // Which of its ways PowerShell took to the type is no fact about the value.
  if (type?.kind === 'char' && id === 'InvalidCastIConvertible') return [id, 'InvalidCastParseTargetInvocation'];
  if (type?.kind === 'bigint' && id !== 'ConvertToFinalInvalidCastException') {
    return [id, 'InvalidCastFromStringToInteger', 'InvalidCastIConvertible'];
  }
  switch (id) {
    case 'InvalidCastParseTargetInvocationWithFormatProvider':
      return ['InvalidCastParseTargetInvocation'];
    case 'InvalidCastTargetInvocationExceptionop_Explicit':
      return ['InvalidCastIConvertible'];
    case 'InvalidCastConstructorException':
    case 'ObjectCreationError':
      return type?.kind === 'class' ? ['ObjectCreationError'] : ['ConvertToFinalInvalidCastException'];
    default:
      return [id];
  }
}

function expectedText(given: ConversionCase, type: ParameterType | undefined, expect: Expectation): string {
  if (expect.error !== undefined) return `error ${expect.error.id}`;
  if (given.compare !== true) return JSON.stringify(inOurNames(encode(decode(expect.value), type)));
  const { equals, compare, equalsCaseSensitive = equals, compareCaseSensitive = compare } = expect;
  const order = (result: typeof compare) => (typeof result === 'number' ? result : 'error');
  return JSON.stringify({
    equals,
    compare: order(compare),
    equalsCaseSensitive,
    compareCaseSensitive: order(compareCaseSensitive),
  });
}

function outcomeText(outcome: Outcome, type: ParameterType | undefined): string {
  if ('error' in outcome) return `error ${outcome.error.id}`;
  return JSON.stringify('value' in outcome ? inOurNames(encode(decode(outcome.value), type)) : outcome);
}

/** Texts name types of another runtime where a dictionary or an inner list has no text of its own. */
function inOurNames(value: unknown): unknown {
  if (typeof value === 'string') {
    return value
      .replace(/System\.Collections\.(?:Hashtable|Specialized\.OrderedDictionary)/g, 'Map')
      .replace(/System\.Collections\.Generic\.Dictionary`2\[[\w.,]*\]/g, 'Map')
      .replace(/System\.\w+\[\]|System\.Collections\.(?:ArrayList|Generic\.List`1\[[\w.]*\])/g, 'Array');
  }
  return Array.isArray(value) ? value.map(inOurNames) : value;
}
