import { relative, resolve } from 'node:path';
import { UsageError } from '../command-line/usage-error.js';
import { type BuildMessage, formatMessage } from './build-message.js';
import type { BuildResult } from './finish-build.js';
import { readProject } from './pack-project.js';
import type { ToolContext } from './pack-tool.js';
import { runBuild } from './run-build.js';
import { text } from './text.js';
import { readToolWords } from './tool-words.js';
import { watchBuild } from './watch-build.js';

/** `cmdlet build [folder] [--watch] [--check] [--check-api]`. */
export async function buildTool(words: readonly string[], context: ToolContext): Promise<boolean> {
  const { values, flags } = readToolWords(words, { watch: 'flag', check: 'flag', 'check-api': 'flag' }, text.usage);
  const [given = '.', surplus] = values;
  if (surplus !== undefined) throw new UsageError(text.tooManyWords(surplus, text.usage), 'InvalidArgument', surplus);
  const folder = resolve(context.workingDirectory, given);
  const check = flags.has('check');
  // As on build servers.
  const checkApi = check || flags.has('check-api') || isBuildServer(context.environment);
  if (flags.has('watch')) {
    if (check) throw new UsageError(text.watchOrCheck, 'InvalidOptionValue', '--check');
    await watch(folder, context);
    return true;
  }
  const started = performance.now();
  const result = await runBuild({ folder, check, checkApi, signal: context.stop });
  await tell(result, folder, started, check, context);
  return result.succeeded;
}

/** They all set `CI`. */
function isBuildServer({ CI: value = '' }: ToolContext['environment']): boolean {
  return !['', '0', 'false'].includes(value.toLowerCase());
}

async function watch(folder: string, context: ToolContext): Promise<void> {
  let started = performance.now();
  await context.write(`${text.watching(folder)}\n`);
  await watchBuild(
    folder,
    {
      started: () => {
        started = performance.now();
      },
      built: (result) => void tell(result, folder, started, false, context),
    },
    context.stop,
  );
}

async function tell(
  result: BuildResult,
  folder: string,
  started: number,
  check: boolean,
  context: ToolContext,
): Promise<void> {
  const lines = [...result.messages].sort(bySeverity).map((message) => formatMessage(message, folder));
  const milliseconds = Math.round(performance.now() - started);
  const errors = result.messages.filter(({ severity }) => severity === 'error').length;
  const commands = result.index?.commands.length ?? 0;
  if (errors > 0) lines.push(text.failed(errors));
  else if (check) lines.push(text.checked(commands, milliseconds));
  else {
    const { index, api } = await readProject(folder);
    if (api !== undefined && result.written.includes(api)) lines.push(text.apiChanged(relative(folder, api)));
    lines.push(text.built(commands, index && relative(folder, index), milliseconds));
  }
  await context.write(`${lines.join('\n')}\n`);
}

const ORDER = ['error', 'warning', 'information'];

function bySeverity(left: BuildMessage, right: BuildMessage): number {
  return ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity);
}
