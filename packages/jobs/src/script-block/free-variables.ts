import type { Node } from 'acorn';

/** A name that a piece of code uses and does not declare. */
export interface FreeVariable {
  readonly name: string;
  /** Line of its first use, from 1. */
  readonly line: number;
}

/**
 * The names that code uses and does not declare itself, in order of their first use.
 *
 * The tree is walked once. Each function, block, loop, switch, catch and class opens a scope; a declaration is filed in
 * its scope (a `var` in that of the function), a use is noted with the scope it stands in. Declarations hold for the
 * whole of their scope, so uses are looked up when the walk is over. Left out are names that the code itself asks for
 * with `typeof`, or puts on the global object, and everything where it calls `eval`: it must not be accused of a name
 * that is there when it runs.
 */
export function freeVariables(root: Node): FreeVariable[] {
  const walk = new Walk();
  const top = new Scope(undefined, true);
  walk.visit(root, top);
  if (walk.callsEval) return [];
  const free = new Map<string, FreeVariable>();
  for (const { name, line, scope } of walk.uses) {
    if (!walk.excused.has(name) && !free.has(name) && !scope.knows(name)) free.set(name, { name, line });
  }
  return [...free.values()];
}

class Scope {
  readonly #names = new Set<string>();

  constructor(
    private readonly outer: Scope | undefined,
    private readonly ofFunction: boolean,
  ) {}

  declare(name: string, hoisted: boolean): void {
    if (hoisted && !this.ofFunction && this.outer !== undefined) this.outer.declare(name, true);
    else this.#names.add(name);
  }

  knows(name: string): boolean {
    return this.#names.has(name) || this.outer?.knows(name) === true;
  }
}

/** A node of any type with whatever it has. */
interface AnyNode extends Node {
  readonly [property: string]: unknown;
}

const globalNames = new Set(['globalThis', 'global', 'self']);

class Walk {
  readonly uses: { readonly name: string; readonly line: number; readonly scope: Scope }[] = [];
  readonly excused = new Set<string>();
  callsEval = false;

  visit(given: unknown, scope: Scope): void {
    if (Array.isArray(given)) {
      for (const each of given) this.visit(each, scope);
      return;
    }
    if (!isNode(given)) return;
    const node = given;
    switch (node.type) {
      case 'Identifier':
        this.#use(node, node['name'] as string, scope);
        break;
      case 'MetaProperty':
        if (nameOf(node['meta']) === 'import') this.#use(node, 'import.meta', scope);
        break;
      case 'VariableDeclaration':
        for (const declarator of node['declarations'] as AnyNode[]) {
          this.#declare(declarator['id'], scope, node['kind'] === 'var');
          this.visit(declarator['init'], scope);
        }
        break;
      case 'FunctionDeclaration':
        this.#declare(node['id'], scope, false);
        this.#function(node, scope);
        break;
      case 'FunctionExpression':
      case 'ArrowFunctionExpression': {
        const own = new Scope(scope, false);
        this.#declare(node['id'], own, false);
        this.#function(node, own);
        break;
      }
      case 'ClassDeclaration':
        this.#declare(node['id'], scope, false);
        this.#class(node, scope);
        break;
      case 'ClassExpression': {
        const own = new Scope(scope, false);
        this.#declare(node['id'], own, false);
        this.#class(node, own);
        break;
      }
      case 'ImportDeclaration':
        for (const specifier of node['specifiers'] as AnyNode[]) this.#declare(specifier['local'], scope, false);
        break;
      case 'StaticBlock':
        this.visit(node['body'], new Scope(scope, true));
        break;
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement':
        this.#children(node, new Scope(scope, false));
        break;
      case 'CatchClause': {
        const own = new Scope(scope, false);
        this.#declare(node['param'], own, false);
        this.visit(node['body'], own);
        break;
      }
      case 'LabeledStatement':
        this.visit(node['body'], scope);
        break;
      case 'BreakStatement':
      case 'ContinueStatement':
        break;
      case 'MemberExpression':
        this.#member(node, scope);
        break;
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (node['computed'] === true) this.visit(node['key'], scope);
        this.visit(node['value'], scope);
        break;
      case 'UnaryExpression':
        if (node['operator'] === 'typeof' && nameOf(node['argument']) !== undefined) {
          this.excused.add(nameOf(node['argument']) as string);
        } else {
          this.visit(node['argument'], scope);
        }
        break;
      case 'CallExpression':
        if (nameOf(node['callee']) === 'eval') this.callsEval = true;
        this.#children(node, scope);
        break;
      default:
        this.#children(node, scope);
    }
  }

  #children(node: AnyNode, scope: Scope): void {
    for (const value of Object.values(node)) {
      if (typeof value === 'object' && value !== null) this.visit(value, scope);
    }
  }

  #function(node: AnyNode, outer: Scope): void {
    const scope = new Scope(outer, true);
    if (node.type !== 'ArrowFunctionExpression') scope.declare('arguments', false);
    for (const parameter of node['params'] as AnyNode[]) this.#declare(parameter, scope, false);
    const body = node['body'] as AnyNode;
    // The body shares the scope of the parameters: a use of either sees both.
    if (body.type === 'BlockStatement') this.visit(body['body'], scope);
    else this.visit(body, scope);
  }

  #class(node: AnyNode, scope: Scope): void {
    this.visit(node['superClass'], scope);
    this.visit((node['body'] as AnyNode)['body'], scope);
  }

  #member(node: AnyNode, scope: Scope): void {
    this.visit(node['object'], scope);
    if (node['computed'] === true) this.visit(node['property'], scope);
    else if (globalNames.has(nameOf(node['object']) ?? '')) this.excused.add(nameOf(node['property']) ?? '');
  }

  /** Files the names of a pattern; what stands in it as default or computed key is used. */
  #declare(given: unknown, scope: Scope, hoisted: boolean): void {
    if (!isNode(given)) return;
    switch (given.type) {
      case 'Identifier':
        scope.declare(given['name'] as string, hoisted);
        break;
      case 'ObjectPattern':
        for (const property of given['properties'] as AnyNode[]) {
          if (property['computed'] === true) this.visit(property['key'], scope);
          this.#declare(property.type === 'RestElement' ? property : property['value'], scope, hoisted);
        }
        break;
      case 'ArrayPattern':
        for (const element of given['elements'] as unknown[]) this.#declare(element, scope, hoisted);
        break;
      case 'AssignmentPattern':
        this.#declare(given['left'], scope, hoisted);
        this.visit(given['right'], scope);
        break;
      case 'RestElement':
        this.#declare(given['argument'], scope, hoisted);
        break;
      default:
        this.visit(given, scope);
    }
  }

  #use(node: AnyNode, name: string, scope: Scope): void {
    this.uses.push({ name, line: node.loc?.start.line ?? 1, scope });
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function nameOf(value: unknown): string | undefined {
  return isNode(value) && (value.type === 'Identifier' || value.type === 'PrivateIdentifier')
    ? (value['name'] as string)
    : undefined;
}
