import {
  Cmdlet,
  CmdletException,
  isTruthy,
  isWildcard,
  type NeverAsJob,
  Parameter,
  ScriptBlock,
  type StageTypes,
  type TypedStage,
  ValidateNotNullOrEmpty,
} from '@cmdlet/core';
import { matchingPropertyNames } from '../properties/matching-property-names.js';
import { isPlainRecord, PlainProperty, type PlainRecord } from '../properties/plain-property.js';
import { readProperty } from '../properties/property-value.js';
import {
  type ComparisonOperator,
  OPERATOR_NAMES,
  type OperatorName,
  operatorNamed,
  typeToTest,
} from './comparison-operators.js';
import { ComparisonParameters } from './comparison-parameters.js';
import type { RecordFunction } from './property-expression.js';
import type { PropertyName } from './property-types.js';
import { text } from './text.js';
import { SETS_OF_OPERATORS } from './where-sets.js';

/** The parameters of {@link WhereObject} for records of a type. */
export interface WhereParameters<TRecord> extends Readonly<Partial<Record<OperatorName, boolean>>> {
  readonly inputObject?: TRecord;
  /** Tells which records pass: those for which it gives something that counts as true, or a promise of it. */
  readonly filterScript?: (record: TRecord) => unknown;
  /** The property that is tested. */
  readonly property?: PropertyName<TRecord>;
  /** What it is compared with. */
  readonly value?: unknown;
}

interface WhereTypes extends StageTypes {
  readonly parameters: WhereParameters<this['record']>;
  readonly output: this['record'];
}

/** Tells a value that was not given from null. */
const NOT_GIVEN: unique symbol = Symbol('not given');
const EVERY_SET = [...SETS_OF_OPERATORS, 'Not'];

/** Lets those records pass for which a function gives true, or whose property compares as wanted. */
@Cmdlet('Where', 'Object', {
  defaultParameterSetName: 'EqualSet',
  aliases: ['where', '?'],
  asJob: false,
  synopsis: 'Lets records pass that meet a condition.',
  examples: [
    { title: 'By a function', code: 'Get-File | Where-Object { $_.Length -gt 1kb }' },
    { title: 'By a property', code: 'Get-Job | Where-Object State -EQ Failed' },
  ],
})
export class WhereObject extends ComparisonParameters implements TypedStage<WhereTypes>, NeverAsJob {
  declare readonly ['~stage']: WhereTypes;
  declare readonly ['~asJob']: false;

  /** Tells which records pass. */
  @Parameter({ parameterSetName: 'ScriptBlockSet', mandatory: true, position: 0, type: ScriptBlock })
  filterScript?: (...parameters: never[]) => unknown;

  /** The property that is tested; a wildcard is allowed if it stands for one. Alone: the property must count as true. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: EVERY_SET, mandatory: true, position: 0, type: String })
  property!: string;

  /** What the property is compared with; it is converted to the property's type. */
  @Parameter({ parameterSetName: SETS_OF_OPERATORS, position: 1, type: Object })
  value: unknown = NOT_GIVEN;

  #operator: ComparisonOperator | undefined;
  #operand: unknown;
  #problem: CmdletException | undefined;
  #isWildcard = false;
  /** Finds the property in plain records. */
  #plain!: PlainProperty;

  override beginProcessing(): void {
    if (this.parameterSetName === 'ScriptBlockSet') return;
    this.#isWildcard = isWildcard(this.property);
    this.#plain = new PlainProperty(this.property);
    const name = OPERATOR_NAMES.find((each) => this[each]);
    const hasValue = this.value !== NOT_GIVEN;
    if (name === undefined) {
      if (hasValue) this.#problem = misuse('OperatorNotSpecified', text.operatorNotSpecified);
      return;
    }
    this.#operator = operatorNamed(name);
    if (name === 'not') return;
    if (!hasValue) this.#problem = misuse('ValueNotSpecifiedForWhereObject', text.valueNotSpecified);
    else this.#operand = name === 'is' || name === 'isNot' ? typeToTest(this.value) : this.value;
  }

  override processRecord(): void | Promise<void> {
    const record = this.inputObject;
    if (record === undefined) return undefined;
    if (this.filterScript === undefined) return this.#testProperty(record);
    const passes = (this.filterScript as RecordFunction)(record);
    if (passes === true) void this.writeObject(record);
    else if (passes === false) return undefined;
    else if (isPromise(passes)) return passes.then((later) => (isTruthy(later) ? this.writeObject(record) : undefined));
    else if (isTruthy(passes)) void this.writeObject(record);
    return undefined;
  }

  #testProperty(record: unknown): void {
    if (this.#problem !== undefined) throw this.#problem;
    const names = this.#isWildcard ? matchingPropertyNames(record, this.property) : ONE;
    if (names.length > 1) {
      const message = text.ambiguousProperty(this.property, names);
      const facts = { errorId: 'AmbiguousPropertyName', category: 'InvalidArgument', target: record } as const;
      void this.writeError(new CmdletException(message, facts).errorRecord);
      return;
    }
    const value =
      names === ONE && isPlainRecord(record)
        ? plainPropertyOf(record, this.#plain)
        : propertyOf(record, names === ONE ? this.property : names[0]);
    if (this.#operator === undefined) {
      if (isTruthy(value)) void this.writeObject(record);
      return;
    }
    if (this.#holds(this.#operator, value, record)) void this.writeObject(record);
  }

  #holds(operator: ComparisonOperator, value: unknown, record: unknown): boolean {
    try {
      return isTruthy(operator.test(value, this.#operand));
    } catch (cause) {
      if (!(cause instanceof CmdletException)) throw cause;
      const message = text.operatorFailed(operator.name, cause.message);
      const facts = { errorId: 'OperatorFailed', category: 'InvalidOperation', target: record, cause } as const;
      void this.writeError(new CmdletException(message, facts).errorRecord);
      return false;
    }
  }
}

/** Stands for "the name itself". */
const ONE: readonly string[] = ['the name'];

/** Null where there is no such property, and where reading it fails. */
function propertyOf(record: unknown, name: string | undefined): unknown {
  if (name === undefined) return null;
  try {
    return readProperty(record, name)?.value ?? null;
  } catch {
    return null;
  }
}

function plainPropertyOf(record: PlainRecord, property: PlainProperty): unknown {
  try {
    return property.valueIn(record) ?? null;
  } catch {
    return null;
  }
}

function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise;
}

function misuse(errorId: string, message: string): CmdletException {
  return new CmdletException(message, { errorId, category: 'InvalidArgument' });
}
