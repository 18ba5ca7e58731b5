import { join } from 'node:path';
import type { PSCmdlet, Session } from '@cmdlet/core';
import type { WorkSource } from '../execution/executor.js';
import { sendableFunction } from '../script-block/check-captures.js';
import { compilerOf } from '../script-block/compiler-of.js';
import { type ScriptBlockArgument, ScriptBlockText, scriptBlockTextOf } from '../script-block/script-block-argument.js';
import { functionOfFile, type ScriptFile } from './script-file.js';

/** Work that can be sent, with what it takes along. */
export interface ScriptWork {
  readonly source: WorkSource;
  readonly using: Readonly<Record<string, unknown>>;
  /** The text of the work, for people. */
  readonly command: string;
}

/** What is known about the call that work is made for. */
export interface ScriptFacts {
  /** Values that the caller hands over by name. */
  readonly using: Readonly<Record<string, unknown>>;
  /** What imports are resolved from that stand in a function. */
  readonly file: string;
  /** Whether an initialization script runs before. */
  readonly initialized: boolean;
  readonly expectingInput: boolean;
}

/** Makes script blocks and files into work for one call of a cmdlet. */
export class ScriptReader {
  constructor(
    private readonly session: Session,
    private readonly cmdlet: PSCmdlet,
    private readonly facts: ScriptFacts,
  ) {}

  /** The path that stands for the file of functions written in no file that is known. */
  static noFile(directory: string): string {
    return join(directory, '[script block]');
  }

  async ofBlock(block: ScriptBlockArgument, initialized = this.facts.initialized): Promise<ScriptWork> {
    const source = scriptBlockTextOf(block);
    if (source === undefined && typeof block === 'function') {
      const { using, file } = this.facts;
      const { text, body } = sendableFunction(block, { using, initialized });
      return { source: { kind: 'function', text, file }, using, command: body };
    }
    return this.#compile(source ?? new ScriptBlockText(''), undefined);
  }

  async ofFile(file: ScriptFile): Promise<ScriptWork> {
    if (file.isLanguage) return this.#compile(new ScriptBlockText(file.text), file.path);
    const source: WorkSource = { kind: 'function', text: functionOfFile(file), file: file.path };
    return { source, using: this.facts.using, command: file.text };
  }

  async #compile(block: ScriptBlockText, file: string | undefined): Promise<ScriptWork> {
    const { variables } = this.cmdlet.sessionState;
    const { source, using } = await compilerOf(this.session, file ?? block.text).compile({
      block,
      file,
      expectingInput: this.facts.expectingInput,
      variable: (name) => (variables.has(name) ? { value: variables.get(name) } : undefined),
    });
    return { source, using: { ...using, ...this.facts.using }, command: block.text };
  }
}
