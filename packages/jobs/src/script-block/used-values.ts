import type { Node } from 'acorn';

/**
 * The names that a script block reads from `using` in a way that only makes sense if they were given.
 *
 * Seen are `({ using }) => using.name`, `({ using: { name } }) => …` and `(context) => context.using.name`. A name that
 * is compared, tested, given a default or written anywhere is left out: its absence may be meant.
 *
 * @param contextAt which parameter gets the context, from 0
 */
export function usedValues(block: Node, contextAt: number): string[] {
  const parameter = (block as FunctionNode).params[contextAt];
  if (parameter === undefined) return [];
  const found = new Map<string, boolean>();
  const note = (name: string, needed: boolean): void => {
    found.set(name, needed && found.get(name) !== false);
  };
  const isUsing = usingOf(parameter, note);
  if (isUsing !== undefined) visit((block as FunctionNode).body, undefined, isUsing, note);
  return [...found].filter(([, needed]) => needed).map(([name]) => name);
}

type Note = (name: string, needed: boolean) => void;
type Test = (node: AnyNode) => boolean;

interface AnyNode extends Node {
  readonly [property: string]: unknown;
}

interface FunctionNode extends Node {
  readonly params: readonly AnyNode[];
  readonly body: AnyNode;
}

/** How the block says `using`; undefined if it takes the values out of it at once, or not at all. */
function usingOf(parameter: AnyNode, note: Note): Test | undefined {
  if (parameter.type === 'Identifier') {
    return (node) => isMember(node, 'using') && isIdentifier(node['object'], parameter['name']);
  }
  if (parameter.type !== 'ObjectPattern') return undefined;
  for (const property of parameter['properties'] as AnyNode[]) {
    if (property.type === 'RestElement' || !isIdentifier(property['key'], 'using')) continue;
    const value = property['value'] as AnyNode;
    if (value.type === 'ObjectPattern') noteKeys(value, note);
    if (value.type === 'Identifier') return (node) => isIdentifier(node, value['name']);
  }
  return undefined;
}

function noteKeys(pattern: AnyNode, note: Note): void {
  for (const property of pattern['properties'] as AnyNode[]) {
    if (property.type === 'RestElement' || property['computed'] === true) continue;
    const name = (property['key'] as AnyNode)['name'];
    if (typeof name === 'string') note(name, (property['value'] as AnyNode).type !== 'AssignmentPattern');
  }
}

function visit(node: unknown, parent: AnyNode | undefined, isUsing: Test, note: Note): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, parent, isUsing, note);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const tree = node as AnyNode;
  if (isMember(tree) && isUsing(tree['object'] as AnyNode)) {
    note((tree['property'] as AnyNode)['name'] as string, !mayBeAbsent(tree, parent));
  }
  const next = typeof tree.type === 'string' ? tree : parent;
  for (const value of Object.values(tree)) visit(value, next, isUsing, note);
}

function mayBeAbsent(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (node['optional'] === true) return true;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent['object'] === node && parent['optional'] === true;
    case 'CallExpression':
      return parent['callee'] === node && parent['optional'] === true;
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'IfStatement':
    case 'UnaryExpression':
    case 'BinaryExpression':
      return parent['operator'] === undefined || comparing.has(parent['operator'] as string);
    case 'AssignmentExpression':
      return parent['left'] === node;
    default:
      return false;
  }
}

const comparing = new Set(['??', '||', '&&', '!', 'typeof', 'void', 'delete', '==', '===', '!=', '!==', 'in']);

function isMember(node: AnyNode, name?: string): boolean {
  if (node.type !== 'MemberExpression' || node['computed'] === true) return false;
  return name === undefined || isIdentifier(node['property'], name);
}

function isIdentifier(node: unknown, name: unknown): boolean {
  return (
    typeof node === 'object' &&
    node !== null &&
    (node as AnyNode).type === 'Identifier' &&
    (node as AnyNode)['name'] === name
  );
}
