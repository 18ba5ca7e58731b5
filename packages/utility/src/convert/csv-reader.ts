/*
 * Splits comma-separated values the way PowerShell does, character by character: quotes only mean something where a field
 * begins, blanks around fields do not count, line breaks inside quotes belong to the field.
 */

/** Reads the records of one text, one after the other. */
export class CsvReader {
  #at = 0;
  #isQuoteOpen = false;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  get isAtEnd(): boolean {
    return this.#at >= this.text.length;
  }

  /** Whether the text ended inside the quotes of the record that was read last. */
  get isQuoteOpen(): boolean {
    return this.#isQuoteOpen;
  }

  /** The next line as it stands, if it begins with `#`. */
  readCommentLine(): string | undefined {
    if (this.text.charAt(this.#at) !== '#') return undefined;
    const rest = this.text.slice(this.#at);
    const [line = ''] = /^[^\r\n]*/.exec(rest) ?? [];
    this.#at += line.length;
    this.#takeLineBreak();
    return line;
  }

  /** The fields of the next record; none at the end, one empty field for an empty line. */
  readRecord(): string[] {
    const fields: string[] = [];
    let field = '';
    let isQuoted = false;
    while (!this.isAtEnd) {
      const character = this.text.charAt(this.#at++);
      if (isQuoted) {
        if (character !== '"') field += character;
        else if (this.text.charAt(this.#at) === '"') {
          this.#at++;
          field += '"';
        } else {
          isQuoted = false;
          const isLast = this.#rest((rest) => fields.push(field + (rest.trim() === '' ? '' : rest)));
          field = '';
          if (isLast) return fields;
        }
      } else if (character === this.delimiter) {
        fields.push(field);
        field = '';
      } else if (character === '"' && field === '') isQuoted = true;
      else if (character === '\n' || character === '\r') {
        this.#at--;
        this.#takeLineBreak();
        fields.push(field);
        return fields;
      } else if (character === ' ' || character === '\t' || character === '"') {
        if (field === '' && character !== '"') continue;
        const start = field + character;
        const isBlank = character !== '"';
        const isLast = this.#rest((rest) => fields.push(start + (isBlank && rest.trim() === '' ? '' : rest)));
        field = '';
        if (isLast) return fields;
      } else field += character;
    }
    this.#isQuoteOpen = isQuoted;
    if (field !== '') fields.push(field);
    return fields;
  }

  /** The rest of the field; true if the record ends with it. */
  #rest(take: (rest: string) => void): boolean {
    let rest = '';
    while (!this.isAtEnd) {
      const character = this.text.charAt(this.#at);
      if (character === '\n' || character === '\r') {
        this.#takeLineBreak();
        take(rest);
        return true;
      }
      this.#at++;
      if (character === this.delimiter) {
        take(rest);
        return false;
      }
      rest += character;
    }
    take(rest);
    return true;
  }

  #takeLineBreak(): void {
    if (this.text.startsWith('\r\n', this.#at)) this.#at += 2;
    else if (/[\r\n]/.test(this.text.charAt(this.#at))) this.#at++;
  }
}

/** Whether a text ends inside quotes, so that its last record goes on in what follows. */
export function endsInQuotes(text: string, delimiter: string): boolean {
  const reader = new CsvReader(text, delimiter);
  while (!reader.isAtEnd) reader.readRecord();
  return reader.isQuoteOpen;
}
