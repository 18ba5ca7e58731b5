import { elementsOf, textOf } from './cell-text.js';
import { FormatData, FormatEnd, type FormatPacket, GroupEnd, GroupStart, TextEntry } from './format-data.js';
import type { FormatOptions } from './format-options.js';
import { listEntry } from './list-view.js';
import { selectView } from './select-view.js';
import { hasNoProperties } from './shown-properties.js';
import { streamRecordLines } from './stream-record-lines.js';
import { text } from './text.js';
import type { ViewGenerator } from './view-generator.js';

/**
 * Turns records into format data, one after the other: nothing is kept but the view that the first object decided.
 *
 * Texts, numbers, error records and objects without properties are drawn as text wherever they come; collections are
 * drawn element by element.
 */
export class RecordFormatter {
  readonly #options: FormatOptions;
  readonly #emit: (packet: FormatPacket) => void;
  #view: ViewGenerator | undefined;
  #inGroup = false;

  constructor(options: FormatOptions, emit: (packet: FormatPacket) => void) {
    this.#options = options;
    this.#emit = emit;
  }

  /** Takes a record in. Null is nothing; format data goes through as it is. */
  accept(record: unknown): void {
    if (record === null || record === undefined) return;
    if (isPlain(record) && !hasNoProperties(record)) {
      this.#inSequence(record, false);
      return;
    }
    const elements = elementsOf(record);
    const expand = this.#options.expand ?? 'EnumOnly';
    if (elements === undefined || expand === 'CoreOnly') {
      this.#object(record);
      return;
    }
    const list = expand === 'Both' ? [...elements] : elements;
    if (Array.isArray(list) && expand === 'Both') this.#describe(record, list.length);
    for (const element of list) this.#element(element);
  }

  /** Ends what is begun. */
  end(): void {
    if (this.#inGroup) this.#emit(new GroupEnd());
    this.#inGroup = false;
    if (this.#view !== undefined) this.#emit(new FormatEnd());
    this.#view = undefined;
  }

  #element(element: unknown): void {
    if (element === null || element === undefined) return;
    if (element instanceof Map) this.#emit(new TextEntry(textOf(element, this.#options)));
    else this.#object(element);
  }

  #describe(record: unknown, count: number): void {
    this.#emit(new TextEntry(text.enumerableHeader));
    this.#emit(listEntry(record, this.#withoutProperties(), true));
    this.#emit(new TextEntry(text.enumerableCount(count)));
  }

  #object(value: unknown): void {
    if (value instanceof FormatData) {
      this.#emit(value as FormatPacket);
      return;
    }
    const forced = this.#options.force === true && this.#options.shape !== undefined;
    if (!forced) {
      const plain = this.#plainLines(value);
      if (plain !== undefined) {
        for (const line of plain) this.#emit(new TextEntry(line));
        return;
      }
    }
    this.#inSequence(value, forced);
  }

  #inSequence(value: unknown, forced: boolean): void {
    if (this.#view === undefined) {
      this.#view = selectView(value, this.#options);
      this.#emit(this.#view.start);
    }
    if (!forced && !this.#view.applies(value)) this.#emit(listEntry(value, this.#withoutProperties(), true));
    else this.#entry(this.#view, value);
  }

  #entry(view: ViewGenerator, value: unknown): void {
    const changed = view.grouping?.update(value) ?? false;
    if (this.#inGroup && changed) {
      this.#emit(new GroupEnd());
      this.#inGroup = false;
    }
    if (!this.#inGroup) {
      this.#inGroup = true;
      this.#emit(new GroupStart(view.grouping?.heading));
    }
    this.#emit(view.entry(value));
  }

  /** What is drawn as text whatever the view; a text is one line even if it has line breaks. */
  #plainLines(value: unknown): readonly string[] | undefined {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object') return [textOf(value, this.#options)];
    const ofStream = streamRecordLines(value, this.#options.errorView);
    if (ofStream !== undefined) return ofStream;
    return value === null || hasNoProperties(value) ? [textOf(value, this.#options)] : undefined;
  }

  /** For objects that stand in between: they show what is theirs, not what was asked of the others. */
  #withoutProperties(): FormatOptions {
    const { properties: _properties, ...others } = this.#options;
    return others;
  }
}

/** The usual record: an object literal that is no list. */
function isPlain(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !(Symbol.iterator in value)
  );
}
