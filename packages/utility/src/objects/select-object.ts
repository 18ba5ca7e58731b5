import {
  Cmdlet,
  CmdletException,
  enumerableElements,
  Int32,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Switch,
  TYPE_NAMES,
  type TypedStage,
  typeNameOf,
  ValidateRange,
  wildcardPattern,
} from '@cmdlet/core';
import { isPlainRecord, type PlainRecord } from '../properties/plain-property.js';
import { readProperty } from '../properties/property-value.js';
import { type CalculatedProperty, readProperties } from './calculated-property.js';
import { withNotes } from './note-properties.js';
import { PropertyExpression } from './property-expression.js';
import { RecordWindow } from './record-window.js';
import type { SelectTypes } from './select-types.js';
import { text } from './text.js';
import { UniqueRecords } from './unique-records.js';

const WINDOW = 'DefaultParameter';
const SKIP_LAST = 'SkipLastParameter';
const INDEX = 'IndexParameter';
const SKIP_INDEX = 'SkipIndexParameter';
const MAXIMUM = 2_147_483_647;

/** A property of the result: its name, and its value or null. */
type Note = readonly [name: string, value: unknown];

/** Takes some of the records, or some of their properties. Null is left out. */
@Cmdlet('Select', 'Object', {
  defaultParameterSetName: WINDOW,
  aliases: ['select'],
  asJob: false,
  synopsis: 'Takes some of the records, or some of their properties.',
  examples: [
    { title: 'Some properties', code: 'Get-File | Select-Object Name, Length' },
    { title: 'The first two; what comes before is stopped then', code: 'Get-File | Select-Object -First 2' },
    {
      title: 'A property of its own making',
      code: "Get-File | Select-Object Name, @{ n = 'KB'; e = { $_.Length / 1kb } }",
    },
  ],
})
export class SelectObject extends PSCmdlet<unknown> implements TypedStage<SelectTypes>, NeverAsJob {
  declare readonly ['~stage']: SelectTypes;
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline. A list given here is one record. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Names, wildcards, functions, and calculated properties `{ name, expression }`. */
  @Parameter({ parameterSetName: [WINDOW, SKIP_LAST], position: 0, type: [Object] })
  property?: unknown[];

  /** Properties to leave out; wildcards are allowed. Without `-Property` of all properties. */
  @Parameter({ parameterSetName: [WINDOW, SKIP_LAST], type: [String] })
  excludeProperty?: string[];

  /** A property whose value is written in the place of the record; a list element by element. */
  @Parameter({ parameterSetName: [WINDOW, SKIP_LAST], type: String })
  expandProperty?: string;

  /** Of equal records only the first. */
  @Parameter({ type: Switch })
  unique = false;

  /** With `-Unique`: does not tell letters from their capitals. */
  @Parameter({ type: Switch })
  caseInsensitive = false;

  /** So many from the end. */
  @ValidateRange(0, MAXIMUM)
  @Parameter({ parameterSetName: WINDOW, type: Int32 })
  last?: number;

  /** So many from the beginning; whoever produces more is stopped. */
  @ValidateRange(0, MAXIMUM)
  @Parameter({ parameterSetName: WINDOW, type: Int32 })
  first?: number;

  /** Leaves out so many at the beginning; with `-Last` alone, at the end. */
  @ValidateRange(0, MAXIMUM)
  @Parameter({ parameterSetName: [WINDOW, SKIP_LAST], type: Int32 })
  skip = 0;

  /** Leaves out so many at the end. */
  @ValidateRange(0, MAXIMUM)
  @Parameter({ parameterSetName: SKIP_LAST, type: Int32 })
  skipLast = 0;

  /** Lets the producer come to its end although enough has come. */
  @Parameter({ parameterSetName: [WINDOW, INDEX], type: Switch })
  wait = false;

  /** Which records, counted from 0, in the order in which they come. */
  @ValidateRange(0, MAXIMUM)
  @Parameter({ parameterSetName: INDEX, type: [Int32] })
  index?: number[];

  /** Which records to leave out, counted from 0. */
  @ValidateRange(0, MAXIMUM)
  @Parameter({ parameterSetName: SKIP_INDEX, type: [Int32] })
  skipIndex?: number[];

  #window!: RecordWindow;
  #properties: readonly CalculatedProperty[] = [];
  #expanded: PropertyExpression | undefined;
  #excluded: readonly RegExp[] = [];
  #uniques: UniqueRecords | undefined;
  /** Nothing but names and functions, each of another name. */
  #isSimple = false;

  override beginProcessing(): void {
    const excludes = this.excludeProperty !== undefined && this.excludeProperty.length > 0;
    const wanted = (this.property?.length ?? 0) === 0 && excludes ? ['*'] : this.property;
    this.#properties = readProperties(wanted, { keys: ['name'], wildcards: true });
    this.#excluded = (this.excludeProperty ?? []).map((name) => wildcardPattern(name));
    if (this.expandProperty !== undefined && this.expandProperty !== '') {
      this.#expanded = new PropertyExpression(this.expandProperty);
    }
    if (this.unique) this.#uniques = new UniqueRecords({ caseSensitive: !this.caseInsensitive });
    const names = new Set(this.#properties.map(({ expression, name }) => (name ?? expression.text).toUpperCase()));
    this.#isSimple =
      names.size > 0 &&
      names.size === this.#properties.length &&
      !this.#properties.some(({ expression }) => expression.isWildcard) &&
      this.#expanded === undefined &&
      !excludes;
    const { first, last, skip, skipLast, index, skipIndex } = this;
    this.#window = new RecordWindow({ first, last, skip, skipLast, index, skipIndex });
  }

  override processRecord(): void {
    const record = this.inputObject;
    if (record === null || record === undefined) return;
    const chosen = this.#window.enter(record);
    if (chosen !== undefined) this.#select(chosen);
    if (!this.#window.isComplete || this.wait) return;
    this.stopUpstream();
  }

  override endProcessing(): void {
    for (const record of this.#window.rest()) this.#select(record);
  }

  #select(record: unknown): void {
    if (this.#isSimple) {
      const bag = this.#simpleBagOf(record);
      if (this.#uniques === undefined || this.#uniques.add(bag, Object.values(bag))) void this.writeObject(bag);
      return;
    }
    const notes = this.#properties.flatMap((property) => this.#notesOf(property, record));
    if (this.#expanded !== undefined) this.#expand(this.#expanded, record, notes);
    else if (this.#properties.length === 0) this.#write(record, undefined);
    else this.#write(this.#bagOf(notes, record), notes);
  }

  /** Properties one after the other, straight into the result. */
  #simpleBagOf(record: unknown): object {
    const bag = emptyBag(record);
    const plain = isPlainRecord(record) ? record : undefined;
    for (const { expression, name } of this.#properties) {
      const own = plain && expression.plainNameIn(plain);
      if (plain !== undefined && own !== undefined) bag[name ?? own] = readOrNull(plain, own);
      else {
        const [found] = expression.resultsIn(record);
        bag[name ?? found?.name ?? expression.text] = found?.value ?? null;
      }
    }
    return bag;
  }

  #notesOf({ expression, name }: CalculatedProperty, record: unknown): readonly Note[] {
    const results = expression.resultsIn(record).filter((result) => !this.#isExcluded(result.name));
    if (results.length === 0) {
      const isLeftOut = expression.isWildcard || this.#isExcluded(expression.text);
      return isLeftOut ? [] : [[name ?? expression.text, null]];
    }
    if (name !== undefined && results.length > 1) {
      this.#report('RenamingMultipleResults', 'InvalidOperation', text.renamesSeveral, record);
      return [];
    }
    return results.map((result) => [name ?? result.name, result.value]);
  }

  #isExcluded(name: string): boolean {
    return this.#excluded.some((pattern) => pattern.test(name));
  }

  #bagOf(notes: readonly Note[], record: unknown): object {
    const bag = emptyBag(record);
    const names = new Set<string>();
    for (const [name, value] of notes) {
      if (names.has(name.toUpperCase())) {
        const errorId = 'AlreadyExistingUserSpecifiedPropertyNoExpand';
        this.#report(errorId, 'InvalidOperation', text.propertyExists(name), record);
      } else {
        names.add(name.toUpperCase());
        bag[name] = value;
      }
    }
    return bag;
  }

  #expand(expression: PropertyExpression, record: unknown, notes: readonly Note[]): void {
    const results = expression.resultsIn(record);
    const [result] = results;
    if (result === undefined) {
      this.#report('ExpandPropertyNotFound', 'InvalidArgument', text.expandNotFound(expression.text), record);
    } else if (results.length > 1) {
      this.#report('MutlipleExpandProperties', 'InvalidArgument', text.expandSeveral, record);
    } else if (result.error !== undefined) {
      const message = result.error instanceof Error ? result.error.message : String(result.error);
      this.#report('PropertyEvaluationExpand', 'InvalidResult', message, record);
    } else {
      for (const element of enumerableElements(result.value) ?? [result.value]) {
        if (element !== null && element !== undefined) this.#writeExpanded(element, record, notes);
      }
    }
  }

  #writeExpanded(element: unknown, record: unknown, notes: readonly Note[]): void {
    const added: Record<string, unknown> = {};
    for (const [name, value] of notes) {
      if (readProperty(element, name) === undefined && !(name in added)) added[name] = value;
      else {
        const errorId = 'AlreadyExistingUserSpecifiedPropertyExpand';
        this.#report(errorId, 'InvalidOperation', text.propertyExists(name), record);
      }
    }
    this.#write(notes.length === 0 ? element : withNotes(element, added), notes);
  }

  #write(value: unknown, notes: readonly Note[] | undefined): void {
    const values = notes?.map(([, note]) => note);
    if (this.#uniques === undefined || this.#uniques.add(value, values)) void this.writeObject(value);
  }

  #report(errorId: string, category: CmdletException['category'], message: string, target: unknown): void {
    void this.writeError(new CmdletException(message, { errorId, category, target }).errorRecord);
  }
}

/** Null where reading fails. */
function readOrNull(record: PlainRecord, name: string): unknown {
  try {
    return record[name] ?? null;
  } catch {
    return null;
  }
}

/** The result of a plain object is one too; that of anything else tells from what it was selected. */
function emptyBag(record: unknown): Record<string, unknown> {
  const bag: Record<string, unknown> = {};
  if ((record as { constructor?: unknown }).constructor === Object) return bag;
  const source = typeNameOf(record);
  if (source !== 'Object') Object.defineProperty(bag, TYPE_NAMES, { value: `Selected.${source}`, configurable: true });
  return bag;
}
