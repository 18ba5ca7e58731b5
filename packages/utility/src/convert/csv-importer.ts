import { CmdletException, TYPE_NAMES } from '@cmdlet/core';
import { CsvReader } from './csv-reader.js';
import { text } from './text.js';

/** Makes objects of the texts of one table. Names of columns and of the type are kept from one text to the next. */
export class CsvImporter {
  #typeName: string | undefined;
  #unnamed = false;
  #extraFields = 0;

  /** @param header the names of the columns; undefined if the first line tells them */
  constructor(
    private readonly delimiter: string,
    private header: readonly string[] | undefined,
  ) {
    if (header !== undefined) checkNames(header);
  }

  /** Whether names had to be made up for columns that have none. */
  get hasUnnamedColumns(): boolean {
    return this.#unnamed;
  }

  /** How many fields of the last line had no column; they are dropped. */
  get extraFields(): number {
    return this.#extraFields;
  }

  /**
   * The objects in a text.
   *
   * @param isContinued whether it goes on where the text before ended: a `#` at its beginning is no comment. Default false
   * @throws CmdletException `AlreadyPresentPSMemberInfoInternalCollectionAdd` for two columns of one name
   */
  *read(csv: string, isContinued = false): Generator<Record<string, string | null>> {
    const reader = new CsvReader(csv, this.delimiter);
    if (this.#typeName === undefined && !isContinued) this.#typeName = typeNameIn(reader.readCommentLine());
    const header = this.header ?? this.#readHeader(reader);
    if (header === undefined) return;
    const names = this.#columnNames(header);
    for (;;) {
      const fields = reader.readRecord();
      if (fields.length === 0) return;
      if (fields.length === 1 && fields[0] === '') continue;
      yield this.#objectOf(names, fields);
    }
  }

  #readHeader(reader: CsvReader): readonly string[] | undefined {
    while (this.header === undefined && !reader.isAtEnd) {
      const fields = reader.readRecord();
      while (fields.length > 1 && fields.at(-1) === '') fields.pop();
      const [first = ''] = fields;
      if (first.startsWith('#Fields: ')) this.header = [first.slice('#Fields: '.length), ...fields.slice(1)];
      else if (!first.startsWith('#')) this.header = fields;
    }
    if (this.header !== undefined) checkNames(this.header);
    return this.header;
  }

  #columnNames(header: readonly string[]): readonly string[] {
    let unnamed = 0;
    return header.map((name) => (name === '' ? `H${++unnamed}` : name));
  }

  #objectOf(names: readonly string[], fields: readonly string[]): Record<string, string | null> {
    if (this.header?.includes('') === true) this.#unnamed = true;
    this.#extraFields = Math.max(0, fields.length - names.length);
    const object: Record<string, string | null> = {};
    names.forEach((name, index) => {
      object[name] = fields[index] ?? null;
    });
    if (this.#typeName !== undefined) {
      const value = [this.#typeName, `CSV:${this.#typeName}`];
      Object.defineProperty(object, TYPE_NAMES, { value, configurable: true });
    }
    return object;
  }
}

/** `#TYPE My.Type` */
function typeNameIn(line: string | undefined): string | undefined {
  const name = /^#type(.*)$/i.exec(line ?? '')?.[1]?.trim() ?? '';
  return name === '' ? undefined : name;
}

function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.toUpperCase();
    if (name !== '' && seen.has(key)) {
      const facts = { errorId: 'AlreadyPresentPSMemberInfoInternalCollectionAdd', category: 'NotSpecified' } as const;
      throw new CmdletException(text.memberPresent(name), facts);
    }
    seen.add(key);
  }
}
