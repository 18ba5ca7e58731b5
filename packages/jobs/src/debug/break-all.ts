import { basename } from 'node:path';
import { childEntryPath } from '../execution/child-entry.js';
import { InspectorClient } from './inspector-client.js';

/**
 * Makes a process pause before the next statement of its program, Node's own code and that of this package left out. It
 * stays so for whoever attaches to its inspector, until somebody lets it go on, or it ends.
 *
 * @returns resolves when the inspector will pause it, which may be later, as the process may have nothing to do
 */
export async function breakAll(url: string, signal: AbortSignal): Promise<void> {
  let client: InspectorClient | undefined;
  const goOn = (event: string): void => {
    // The pause is another debugger's from here on.
    if (event === 'Debugger.resumed') client?.[Symbol.dispose]();
  };
  client = await InspectorClient.connect(url, goOn, signal);
  try {
    await client.command('Debugger.enable');
    await client.command('Debugger.setBlackboxPatterns', { patterns: ['^node:', `${literally(entryName())}$`] });
    await client.command('Debugger.pause');
  } catch (error) {
    client[Symbol.dispose]();
    throw error;
  }
}

function entryName(): string {
  return basename(childEntryPath());
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
