import type { OutputFormat } from '../command-line/shell-options.js';
import { CsvWriter } from './csv-writer.js';
import { JsonLinesWriter, JsonWriter } from './json-writer.js';
import type { RecordOutput } from './record-output.js';
import type { RecordWriter } from './record-writer.js';
import type { TextSink } from './text-sink.js';
import { TextWriter } from './text-writer.js';
import { isViewFormat, type ViewFormat, ViewOutput, type ViewPlace } from './view-output.js';
import { YamlWriter } from './yaml-writer.js';

/** What writes records to a sink in one format, as they come and as fast as the sink takes them. */
export function makeRecordOutput(format: OutputFormat, sink: TextSink, place: ViewPlace): RecordOutput {
  if (isViewFormat(format)) return new ViewOutput(format, place, (text) => sink.write(text));
  const writer = makeWriter(format);
  return {
    accept: (record) => sink.write(writer.write(record)),
    end: () => sink.write(writer.end()),
  };
}

function makeWriter(format: Exclude<OutputFormat, ViewFormat>): RecordWriter {
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
