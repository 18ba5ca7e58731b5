import type { OutputFormat } from '../command-line/shell-options.js';
import { UsageError } from '../command-line/usage-error.js';
import { text } from '../text.js';
import type { ResolvedCommand } from './resolve-commands.js';

/**
 * Refuses a last command that gives drawings where data is to be written: what a drawing is made of helps nobody.
 *
 * @throws UsageError `FormattedOutput`
 */
export function refuseFormatted(commands: readonly ResolvedCommand[], format: OutputFormat): void {
  const last = commands.at(-1)?.info;
  if (last?.packName !== 'utility' || !last.name.startsWith('Format-')) return;
  throw new UsageError(text.formattedOutput(last.name, format), 'FormattedOutput', format);
}
