import type { ParameterType } from '@cmdlet/core';
import type { ScriptBlockContext } from './script-block.js';
import { text } from './text.js';

/** A script block as text of a command language. What it means is the affair of the session's `ScriptBlockCompiler`. */
export class ScriptBlockText {
  /**
   * @param text what stands between the braces
   * @param source what the language made of it, if it has read it already
   */
  constructor(
    readonly text: string,
    readonly source?: unknown,
  ) {}

  toString(): string {
    return this.text;
  }
}

/**
 * Under this a function says that it stands for a text: a command language gives its script blocks as functions that can be
 * called here, and where they are to run elsewhere they go to the session's compiler.
 */
export const SCRIPT_BLOCK_TEXT: unique symbol = Symbol.for('@cmdlet/jobs/script-block-text');

/** The text that a script block is, or stands for; undefined for a function that is sent itself. */
export function scriptBlockTextOf(block: ScriptBlockArgument): ScriptBlockText | undefined {
  if (typeof block === 'string') return new ScriptBlockText(block);
  if (typeof block !== 'function') return block;
  const text: unknown = Reflect.get(block, SCRIPT_BLOCK_TEXT);
  if (typeof text === 'string') return new ScriptBlockText(text);
  return text instanceof ScriptBlockText ? text : undefined;
}

/**
 * A script block whose context the compiler knows, if it does not say itself what it wants of it: as a method, it may ask
 * for certain arguments, input or values.
 */
type AnyScriptBlock = { run(context: ScriptBlockContext): unknown }['run'];

/** What a parameter for script blocks takes. */
export type ScriptBlockArgument = AnyScriptBlock | ScriptBlockText | string;

/**
 * Type of a parameter that takes a script block: a function, or text by name.
 *
 * A text without a name is none: at a position it is the path of a file.
 */
export const scriptBlockType: ParameterType<ScriptBlockArgument> = {
  kind: 'class',
  name: 'scriptblock',
  // biome-ignore lint/complexity/noStaticOnlyClass: What a parameter holds is told by a class, and nobody makes one of it.
  class: class ScriptBlock {
    static [Symbol.hasInstance](value: unknown): boolean {
      return typeof value === 'function' || value instanceof ScriptBlockText;
    }

    static from(value: unknown): ScriptBlockText {
      if (typeof value === 'string') return new ScriptBlockText(value);
      throw new TypeError(text.cannotBeScriptBlock);
    }
  },
};
