import { readFileSync } from 'node:fs';
import type { SourceMap, SourceMapPayload } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in a file. */
export interface SourcePlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Where in a pack an error was thrown, as its stack tells: in the source, if there is a source map. */
export function placeInPack(stack: string, folder: string): SourcePlace | undefined {
  for (const [, url = '', line, column] of stack.matchAll(FRAME)) {
    const file = url.startsWith('file:') ? fileURLToPath(url) : url;
    const path = relative(folder, file);
    if (path.startsWith('..') || path.includes('node_modules')) continue;
    const place = { file, line: Number(line), column: Number(column) };
    return sourceOf(place) ?? place;
  }
  return undefined;
}

/** `at x (file:///a/b.js?build=2:3:4)`, `at C:\a\b.js:3:4` */
const FRAME = /(?:at |\()((?:file:\/\/|\/|[A-Za-z]:\\)[^()\n?]+?)(?:\?[^:\n]*)?:(\d+):(\d+)\)?$/gmu;

function sourceOf({ file, line, column }: SourcePlace): SourcePlace | undefined {
  let map: SourceMap;
  try {
    // The command lends its parts the class of modules for `node:module`, which need not have this.
    const modules = process.getBuiltinModule('node:module');
    map = new modules.SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
  const entry = map.findEntry(line - 1, column - 1);
  if (!('originalSource' in entry)) return undefined;
  return {
    file: resolve(dirname(file), entry.originalSource),
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
  };
}
