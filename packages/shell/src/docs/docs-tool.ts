import { relative, resolve } from 'node:path';
import type { ToolContext } from '../build/pack-tool.js';
import { readToolWords } from '../build/tool-words.js';
import { UsageError } from '../command-line/usage-error.js';
import { text } from './text.js';
import { PAGE_FORMATS, type PageFormatName, writeDocs } from './write-docs.js';

/** `cmdlet docs [folder] [--format markdown | man | html] [--output folder] [--index file]`. */
export async function docsTool(words: readonly string[], context: ToolContext): Promise<boolean> {
  const { values, options } = readToolWords(words, { format: 'value', output: 'value', index: 'value' }, text.usage);
  const [given = '.', surplus] = values;
  if (surplus !== undefined) throw new UsageError(text.tooManyWords(surplus, text.usage), 'InvalidArgument', surplus);
  const format = options.get('format') ?? 'markdown';
  if (!isFormat(format)) {
    throw new UsageError(text.badFormat(format, Object.keys(PAGE_FORMATS)), 'InvalidOptionValue', format);
  }
  const { workingDirectory } = context;
  const output = options.get('output');
  const index = options.get('index');
  const result = await writeDocs({
    folder: resolve(workingDirectory, given),
    format,
    ...(output === undefined ? {} : { output: resolve(workingDirectory, output) }),
    ...(index === undefined ? {} : { index: resolve(workingDirectory, index) }),
  });
  await context.write(`${text.written(result.pages, relative(workingDirectory, result.output) || '.')}\n`);
  return true;
}

function isFormat(name: string): name is PageFormatName {
  return Object.hasOwn(PAGE_FORMATS, name);
}
