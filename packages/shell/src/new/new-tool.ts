import type { ToolContext } from '../build/pack-tool.js';
import { readToolWords } from '../build/tool-words.js';
import { UsageError } from '../command-line/usage-error.js';
import { ITEM_KINDS, newItem } from './new-item.js';
import { text } from './text.js';

/** `cmdlet new cmdlet Get-Thing`, `cmdlet new job Name`, `cmdlet new test Get-Thing`. */
export async function newTool(words: readonly string[], context: ToolContext): Promise<boolean> {
  const { values } = readToolWords(words, {}, text.usage);
  const [given, name] = values;
  const kind = ITEM_KINDS.find((each) => each === given);
  if (kind === undefined) {
    const message = given === undefined ? text.usage : `${text.unknownKind(given)} ${text.usage}`;
    throw new UsageError(message, 'InvalidArgument', given);
  }
  if (name === undefined || values.length > 2) {
    throw new UsageError(`${text.noName(kind)} ${text.usage}`, 'MissingArgument', kind);
  }
  const { made, changed, left } = await newItem(context.workingDirectory, kind, name);
  const lines = [...made.map(text.made), ...changed.map(text.changed), ...left];
  await context.write(`${lines.join('\n')}\n`);
  return true;
}
