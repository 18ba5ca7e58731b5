import type { OutputFormat } from '../command-line/shell-options.js';
import { CsvWriter } from './csv-writer.js';
import { JsonLinesWriter, JsonWriter } from './json-writer.js';
import type { RecordWriter } from './record-writer.js';
import type { TextSink } from './text-sink.js';
import { TextWriter } from './text-writer.js';
import { type ViewPlace, viewLines } from './view-lines.js';
import { YamlWriter } from './yaml-writer.js';

/** Writes records to a sink in one format, as they come and as fast as the sink takes them. */
export async function writeRecords(
  records: AsyncIterable<unknown>,
  format: OutputFormat,
  sink: TextSink,
  view: ViewPlace,
): Promise<void> {
  if (format === 'view' || format === 'table' || format === 'list' || format === 'wide') {
    for await (const line of viewLines(records, format, view)) await sink.write(`${line}\n`);
    return;
  }
  const writer = makeWriter(format);
  for await (const record of records) {
    const pending = sink.write(writer.write(record));
    if (pending !== undefined) await pending;
    if (sink.closed) return;
  }
  await sink.write(writer.end());
}

function makeWriter(format: 'text' | 'json' | 'jsonl' | 'csv' | 'yaml'): RecordWriter {
  switch (format) {
    case 'text':
      return new TextWriter();
    case 'json':
      return new JsonWriter();
    case 'jsonl':
      return new JsonLinesWriter();
    case 'csv':
      return new CsvWriter();
    case 'yaml':
      return new YamlWriter();
  }
}
