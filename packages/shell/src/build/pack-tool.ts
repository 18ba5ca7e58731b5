import { UsageError } from '../command-line/usage-error.js';
import { ExitCode } from '../exit-code.js';
import { buildTool } from './build-tool.js';
import { text } from './text.js';

/** What a tool finds around it. */
export interface ToolContext {
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Fires when the user interrupts. */
  readonly stop: AbortSignal;
  /** Writes whole lines to standard output; the promise, if there is one, resolves when there is room for more. */
  write(text: string): Promise<void> | undefined;
  showError(error: unknown): void;
}

/** A tool for authors of packs; gives whether it succeeded. */
export type PackTool = (words: readonly string[], context: ToolContext) => Promise<boolean>;

/** The tools by name; what they need is loaded when they are called. */
const TOOLS: Readonly<Record<string, () => Promise<{ readonly run: PackTool; readonly usage: string }>>> = {
  build: async () => ({ run: buildTool, usage: text.usage }),
  new: async () => {
    const [{ newTool }, texts] = await Promise.all([import('../new/new-tool.js'), import('../new/text.js')]);
    return { run: newTool, usage: texts.text.usage };
  },
  docs: async () => {
    const [{ docsTool }, texts] = await Promise.all([import('../docs/docs-tool.js'), import('../docs/text.js')]);
    return { run: docsTool, usage: texts.text.usage };
  },
};

const ASKS_HELP: ReadonlySet<string> = new Set(['-?', '-h', '--help']);

/** Runs `cmdlet build`, `cmdlet new` or `cmdlet docs`. Never rejects: what goes wrong is shown, and in the exit code. */
export async function runPackTool(name: string, words: readonly string[], context: ToolContext): Promise<ExitCode> {
  try {
    const tool = await TOOLS[name]?.();
    if (tool !== undefined && words.some((word) => ASKS_HELP.has(word))) {
      await context.write(`${tool.usage}\n`);
      return ExitCode.Success;
    }
    return (await tool?.run(words, context)) === true ? ExitCode.Success : ExitCode.Error;
  } catch (error) {
    context.showError(error);
    return error instanceof UsageError ? ExitCode.Usage : ExitCode.Error;
  }
}
