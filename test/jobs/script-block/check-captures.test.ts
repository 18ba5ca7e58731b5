import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { sendableFunction } from '../../../packages/jobs/src/script-block/check-captures.js';

type Block = (...parameters: never[]) => unknown;

/** A function whose text is exactly this: tools that compile the test do not see it. */
function block(text: string): Block {
  return runInThisContext(`(${text})`) as Block;
}

function refusalOf(text: string, facts: { using?: object; initialized?: boolean } = {}): unknown {
  try {
    sendableFunction(block(text), { using: { ...facts.using }, initialized: facts.initialized === true });
    return undefined;
  } catch (error) {
    const { errorId, target } = error as { errorId: string; target: unknown };
    return [errorId, target];
  }
}

describe('a function that is to run elsewhere', () => {
  it.each([
    ['() => outer', ['ScriptBlockCapturesVariable', 'outer']],
    ['() => helper(process.pid)', ['ScriptBlockCapturesVariable', 'helper']],
    ['() => new Map([[Buffer, URL]])', undefined],
    ["() => require('node:fs')", undefined],
  ])('%s: what it must not use is named, what Node has may be used', (text, expected) => {
    expect(refusalOf(text)).toEqual(expected);
  });

  it('may use what an initialization script could have defined', () => {
    expect(refusalOf('() => outer', { initialized: true })).toBeUndefined();
  });

  it.each([
    ['({ using }) => using.v + 1'],
    ['({ using: { v } }) => v + 1'],
    ['(context) => context.using.v + 1'],
    ['async ({ using }) => { for (const each of using.v) await each; }'],
  ])('%s: needs the value', (text) => {
    expect(refusalOf(text)).toEqual(['UsingVariableIsUndefined', 'v']);
    expect(refusalOf(text, { using: { v: undefined } })).toBeUndefined();
  });

  it.each([
    ['({ using }) => using.v ?? 1'],
    ['({ using }) => using.v?.x'],
    ['({ using: { v = 1 } }) => v'],
    ['({ using }) => using.v === undefined ? 1 : using.v.x'],
    ['({ using }) => { using.v = 1; return using.v; }'],
    ['({ using, args }) => using[args[0]]'],
    ['({ args }) => args.using'],
  ])('%s: does without the value', (text) => {
    expect(refusalOf(text)).toBeUndefined();
  });

  it('has its text, and what stands between its braces, as it was written', () => {
    const read = (text: string) => {
      const { text: expression, body } = sendableFunction(block(text), { using: {}, initialized: false });
      return [expression, body];
    };
    expect(read('() => { 1 + 1 }')).toEqual(['() => { 1 + 1 }', ' 1 + 1 ']);
    expect(read('async ({ args }) => args[0]')).toEqual(['async ({ args }) => args[0]', 'args[0]']);
    expect(read('() => ( 1 + 1 )')).toEqual(['() => ( 1 + 1 )', ' 1 + 1 ']);
    expect(read('{ async *run(c) { yield c.args; } }.run')).toEqual([
      'async function* (c) { yield c.args; }',
      ' yield c.args; ',
    ]);
  });

  it.each([
    ['a native function', 'The function max has', Math.max],
    ['a bound function', 'The function bound has', (() => 1).bind(undefined)],
    ['a class', 'The function has', class {} as never],
  ])('%s cannot be sent', (_what, message, native: Block) => {
    expect(() => sendableFunction(native, { using: {}, initialized: false })).toThrowError(
      expect.objectContaining({
        errorId: 'ScriptBlockNotSendable',
        message: expect.stringContaining(message) as string,
      }),
    );
  });
});
