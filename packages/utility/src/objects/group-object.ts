import {
  Cmdlet,
  CmdletException,
  type ErrorRecord,
  enumerableElements,
  isPropertyBag,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  type StageTypes,
  Switch,
  type TextComparison,
  type TypedStage,
  textOfValue,
  typeNameOf,
} from '@cmdlet/core';
import { type CalculatedProperty, readProperties } from './calculated-property.js';
import { cultureOf } from './culture.js';
import { GroupInfo, GroupInfoNoElement } from './group-info.js';
import { Grouping } from './grouping.js';
import { entryComparer, type OrderEntry, orderEntryOf } from './ordering.js';
import { NO_PROPERTY } from './property-expression.js';
import type { KeyProperty, Several } from './property-types.js';
import { text } from './text.js';

/** The parameters of {@link GroupObject} for records of a type. */
export interface GroupParameters<TRecord> {
  readonly inputObject?: TRecord;
  /** What is grouped by. Default: the records themselves. */
  readonly property?: Several<KeyProperty<TRecord>>;
  readonly noElement?: boolean;
  readonly asHashTable?: boolean;
  readonly asString?: boolean;
  readonly culture?: string;
  readonly caseSensitive?: boolean;
}

interface GroupTypes extends StageTypes {
  readonly parameters: GroupParameters<this['record']>;
  readonly output: this['given'] extends { readonly asHashTable: true }
    ? Map<unknown, readonly this['record'][]>
    : this['given'] extends { readonly noElement: true }
      ? GroupInfoNoElement
      : GroupInfo<this['record']>;
}

/** Puts records with equal properties together, the groups in order of their keys. Null is left out. */
@Cmdlet('Group', 'Object', {
  defaultParameterSetName: 'HashTable',
  aliases: ['group'],
  outputType: GroupInfo,
  asJob: false,
  synopsis: 'Groups records by their properties or by themselves.',
  examples: [{ title: 'How many of each', code: 'Get-Job | Group-Object State -NoElement' }],
})
export class GroupObject extends PSCmdlet<unknown> implements TypedStage<GroupTypes>, NeverAsJob {
  declare readonly ['~stage']: GroupTypes;
  declare readonly ['~asJob']: false;

  /** Only counts the records of each group. */
  @Parameter({ type: Switch })
  noElement = false;

  /** Writes one hashtable: key of the group → its records. */
  @Parameter({ parameterSetName: 'HashTable', type: Switch, aliases: ['AHT'] })
  asHashTable = false;

  /** Keys of the hashtable are texts. */
  @Parameter({ parameterSetName: 'HashTable', type: Switch })
  asString = false;

  /** The records, mostly from the pipeline. A list given here is one record. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Names, functions, or `{ expression }`. */
  @Parameter({ position: 0, type: [Object] })
  property?: unknown[];

  /** The language whose alphabet counts. Default: the same in every culture. */
  @Parameter({ type: String })
  culture?: string;

  /** Tells letters from their capitals. */
  @Parameter({ type: Switch })
  caseSensitive = false;

  readonly #entries: OrderEntry[] = [];
  #properties: readonly CalculatedProperty[] | undefined;

  override processRecord(): void {
    if (this.inputObject === null || this.inputObject === undefined) return;
    this.#properties ??= readProperties(this.property, { keys: [], wildcards: false });
    const errors: ErrorRecord[] = [];
    this.#entries.push(orderEntryOf(this.inputObject, this.#properties, (error) => errors.push(error)));
    for (const error of errors) void this.writeError(error);
  }

  override async endProcessing(): Promise<void> {
    const culture = cultureOf(this.culture);
    const comparison: TextComparison = {
      caseSensitive: this.caseSensitive,
      ...(culture === undefined ? {} : { culture }),
    };
    const grouping = new Grouping(entryComparer(this.#properties ?? [], comparison), comparison);
    const groups = grouping.groupsOf(this.#entries);
    if (groups.length === 0) return;
    if (this.asHashTable) await this.#writeHashtable(groups);
    else if (this.asString) throw this.#misuse(text.hashtableNeeded, true);
    else
      await this.writeObject(
        groups.map((group) => this.#infoOf(group)),
        true,
      );
  }

  #infoOf(group: readonly OrderEntry[]): GroupInfo {
    const values = valuesOf(group[0]!);
    if (this.noElement) return new GroupInfoNoElement(values, nameOf(values), group.length, []);
    return new GroupInfo(
      values,
      nameOf(values),
      group.length,
      group.map(({ record }) => record),
    );
  }

  async #writeHashtable(groups: readonly (readonly OrderEntry[])[]): Promise<void> {
    const table = new Map<unknown, unknown>();
    const taken = new Set<unknown>();
    for (const group of groups) {
      const values = valuesOf(group[0]!);
      if (!this.asString && values.length !== 1) throw this.#misuse(text.oneKeyOnly, this.property);
      const key = this.asString ? nameOf(values) : values[0];
      const identity = typeof key === 'string' && !this.caseSensitive ? key.toUpperCase() : key;
      if (key === null || taken.has(identity)) {
        const facts = { errorId: 'InvalidOperation', category: 'InvalidArgument', target: key } as const;
        await this.writeError(new CmdletException(text.keyTaken(textOfValue(key)), facts).errorRecord);
        return;
      }
      taken.add(identity);
      table.set(key, this.noElement ? [] : group.map(({ record }) => record));
    }
    await this.writeObject(table);
  }

  #misuse(message: string, target: unknown): CmdletException {
    return new CmdletException(message, { errorId: 'ArgumentException', category: 'InvalidArgument', target });
  }
}

function valuesOf({ values }: OrderEntry): readonly unknown[] {
  return values.map((value) => (value === NO_PROPERTY ? null : value));
}

/** The values one after the other; those of a list in braces, nothing for null. */
function nameOf(values: readonly unknown[]): string {
  return values
    .filter((value) => value !== null && value !== undefined)
    .map((value) => {
      const elements = enumerableElements(value);
      if (elements !== undefined) return `{${Array.from(elements, (element) => textOfValue(element)).join(', ')}}`;
      return isPropertyBag(value) || !(value instanceof Map) ? textOfValue(value) : typeNameOf(value);
    })
    .join(', ');
}
