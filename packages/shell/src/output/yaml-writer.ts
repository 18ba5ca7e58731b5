import { stringify } from 'yaml';
import { plainData } from './plain-data.js';
import type { RecordWriter } from './record-writer.js';

/** One YAML document a record. */
export class YamlWriter implements RecordWriter {
  #count = 0;

  write(record: unknown): string {
    return `${this.#count++ === 0 ? '' : '---\n'}${stringify(plainData(record) ?? null)}`;
  }

  end(): string {
    return '';
  }
}
