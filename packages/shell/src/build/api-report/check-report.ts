import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { BuildMessage } from '../build-message.js';
import { lineDifference } from './line-difference.js';
import { reportText } from './text.js';

/** Compares the report of a pack's API with the one that is committed; undefined where they agree. */
export async function checkReport(path: string, content: string, folder: string): Promise<BuildMessage | undefined> {
  const file = relative(folder, path);
  const committed = await readFile(path, 'utf8').catch(() => undefined);
  // Git may have given it other ends of lines.
  const before = committed?.replaceAll('\r\n', '\n');
  if (before === content) return undefined;
  return {
    severity: 'error',
    id: 'ApiReportOutdated',
    text: before === undefined ? reportText.missing(file) : reportText.outdated(file, lineDifference(before, content)),
  };
}
