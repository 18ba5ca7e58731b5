import { access, rm, utimes } from 'node:fs/promises';
import { relative } from 'node:path';
import { type CommandIndex, writeIndex } from '@cmdlet/core';
import { apiReport } from './api-report/api-report.js';
import { checkReport } from './api-report/check-report.js';
import type { BuildMessage } from './build-message.js';
import { type Compiled, hasErrors, type OutputFile } from './compiled.js';
import { changedOf, writeChanged } from './output-files.js';
import type { PackLoader } from './pack-loader.js';
import type { PackProject } from './pack-project.js';
import { text } from './text.js';

/** What a build did. */
export interface BuildResult {
  /** Whether there was no error. */
  readonly succeeded: boolean;
  readonly messages: readonly BuildMessage[];
  /** Files that were written, those excepted whose content is as it was. */
  readonly written: readonly string[];
  /** The index of the pack; undefined if it could not be made. */
  readonly index: CommandIndex | undefined;
}

/** How a build is finished. */
export interface FinishOptions {
  /** Compares with what is there instead of writing. Default false. */
  readonly check?: boolean;
  /** Compares the report of the pack's API with what is there instead of writing it. Default: as `check`. */
  readonly checkApi?: boolean;
  /** Gives up a pack that does not get ready. */
  readonly signal?: AbortSignal;
  /** Files that others wrote since the loader loaded the pack. Default none. */
  readonly changed?: readonly string[];
}

/** Writes what was compiled, loads it, and writes its index. */
export async function finishBuild(
  project: PackProject,
  compiled: Compiled,
  loader: PackLoader,
  { check = false, checkApi = check, signal, changed = [] }: FinishOptions,
): Promise<BuildResult> {
  if (hasErrors(compiled.messages)) return resultOf(compiled.messages, [], undefined);
  const written: string[] = [];
  const messages = [...compiled.messages];
  const put = async (files: readonly OutputFile[], id: string, say: (path: string) => string): Promise<void> => {
    if (!check) written.push(...(await writeChanged(files)));
    else messages.push(...(await changedOf(files)).map(({ path }) => errorOf(id, say(relative(project.folder, path)))));
  };
  await put(compiled.outputs, 'OutputOutdated', text.outputOutdated);
  const removed = check ? [] : (compiled.removed ?? []);
  for (const path of removed) await rm(path, { force: true });
  const missing = await missingModule(project, compiled);
  if (missing !== undefined) {
    loader.forget();
    return resultOf([...messages, missing], written, undefined);
  }
  const report = await loader.load({ changed: [...written, ...removed, ...changed], signal });
  messages.push(...report.messages);
  if (report.index === undefined) return resultOf(messages, written, undefined);
  if (project.index === undefined) {
    messages.push({ severity: 'warning', id: 'IndexNotNamed', text: text.noIndexNamed(project.manifest) });
  } else {
    await put([{ path: project.index, content: writeIndex(report.index) }], 'CommandIndexOutdated', text.indexOutdated);
    // An index that is older than the module counts as outdated, though it says the same.
    if (!check) await utimes(project.index, new Date(), new Date());
  }
  if (project.api !== undefined) {
    const content = await apiReport(project, report.index, compiled.outputs);
    const difference = await checkReport(project.api, content, project.folder);
    if (!checkApi) written.push(...(difference ? await writeChanged([{ path: project.api, content }]) : []));
    else if (difference !== undefined) messages.push(difference);
  }
  return resultOf(messages, written, report.index);
}

async function missingModule(
  { module, manifest }: PackProject,
  { emits }: Compiled,
): Promise<BuildMessage | undefined> {
  if (module === undefined) return errorOf('PackNotFound', text.noPackField(manifest));
  try {
    await access(module);
    return undefined;
  } catch {
    return errorOf('ModuleNotBuilt', text.notBuilt(module, emits ? text.isMissing : text.noEmit));
  }
}

function resultOf(
  messages: readonly BuildMessage[],
  written: readonly string[],
  index: CommandIndex | undefined,
): BuildResult {
  return { succeeded: !hasErrors(messages), messages, written, index };
}

function errorOf(id: string, message: string): BuildMessage {
  return { severity: 'error', id, text: message };
}
