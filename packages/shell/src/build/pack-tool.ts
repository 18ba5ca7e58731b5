import { UsageError } from '../command-line/usage-error.js';
import { ExitCode } from '../exit-code.js';
import { buildTool } from './build-tool.js';

/** What a tool finds around it. */
export interface ToolContext {
  readonly workingDirectory: string;
  /** Fires when the user interrupts. */
  readonly stop: AbortSignal;
  /** Writes whole lines to standard output; the promise, if there is one, resolves when there is room for more. */
  write(text: string): Promise<void> | undefined;
  showError(error: unknown): void;
}

/** A tool for authors of packs; gives whether it succeeded. */
export type PackTool = (words: readonly string[], context: ToolContext) => Promise<boolean>;

/** The tools by name; what they need is loaded when they are called. */
const TOOLS: Readonly<Record<string, () => Promise<PackTool>>> = {
  build: async () => buildTool,
  new: async () => (await import('../new/new-tool.js')).newTool,
  docs: async () => (await import('../docs/docs-tool.js')).docsTool,
};

/** Runs `cmdlet build`, `cmdlet new` or `cmdlet docs`. Never rejects: what goes wrong is shown, and in the exit code. */
export async function runPackTool(name: string, words: readonly string[], context: ToolContext): Promise<ExitCode> {
  try {
    const tool = await TOOLS[name]?.();
    return (await tool?.(words, context)) === true ? ExitCode.Success : ExitCode.Error;
  } catch (error) {
    context.showError(error);
    return error instanceof UsageError ? ExitCode.Usage : ExitCode.Error;
  }
}
