import { InvalidOperationException } from '@cmdlet/core';
import { type Node, type Options, type Program, parse, parseExpressionAt } from 'acorn';
import { text } from './text.js';

/** A function that was read: its text as an expression, and the tree of it. */
export interface FunctionText {
  /** A function expression or an arrow function. */
  readonly text: string;
  /** What stands between the braces of the body; of an arrow function without them the expression, or what stands in its parentheses. */
  readonly body: string;
  readonly node: Node;
}

const options: Options = {
  ecmaVersion: 'latest',
  sourceType: 'script',
  allowImportExportEverywhere: true,
  allowSuperOutsideMethod: true,
  locations: true,
  preserveParens: true,
};
const known = new WeakMap<object, FunctionText>();

/** Reads a function, once. One without text, as a bound or a native one: `ScriptBlockNotSendable`. */
export function functionText(block: (...parameters: never[]) => unknown): FunctionText {
  let found = known.get(block);
  if (found === undefined) {
    found = read(block);
    known.set(block, found);
  }
  return found;
}

function read(block: (...parameters: never[]) => unknown): FunctionText {
  const source = Function.prototype.toString.call(block);
  if (/\{\s*\[native code\]\s*\}$/.test(source) || /^class\b/.test(source)) {
    throw notSendable(text.notSendable(block.name.trim()));
  }
  const expression = asExpression(source);
  const node = parseExpressionAt(expression, 0, options) as FunctionNode;
  return { text: expression, body: bodyText(expression, node), node };
}

/** The text of a function as an expression: that of a method lacks the word `function`. */
function asExpression(source: string): string {
  try {
    parseExpressionAt(`(${source})`, 0, options);
    return source;
  } catch (error) {
    const method = methodOf(source);
    if (method === undefined) throw notSendable(text.notParsed(error instanceof Error ? error.message : ''));
    return method;
  }
}

function methodOf(source: string): string | undefined {
  const wrapped = `({${source.replace(/^static\s+/, '')}})`;
  try {
    const tree = parse(wrapped, { ...options, preserveParens: false }) as Program & {
      body: [{ expression: { properties: MethodNode[] } }];
    };
    const value = tree.body[0].expression.properties[0]?.value;
    if (value === undefined) return undefined;
    const head = `${value.async ? 'async ' : ''}function${value.generator ? '*' : ''} `;
    return head + wrapped.slice(value.start, value.end);
  } catch {
    return undefined;
  }
}

function bodyText(expression: string, { body }: FunctionNode): string {
  const slice = expression.slice(body.start, body.end);
  return body.type === 'BlockStatement' || body.type === 'ParenthesizedExpression' ? slice.slice(1, -1) : slice;
}

function notSendable(message: string): InvalidOperationException {
  return new InvalidOperationException(message, { errorId: 'ScriptBlockNotSendable', category: 'InvalidArgument' });
}

interface FunctionNode extends Node {
  readonly body: Node;
}

interface MethodNode {
  readonly value: Node & { readonly async: boolean; readonly generator: boolean };
}
