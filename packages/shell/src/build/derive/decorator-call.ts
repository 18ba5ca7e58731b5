import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';
import { CORE } from './derived-value.js';
import { coreNamespaces, importsOf } from './property-type.js';

/** A call of one of the core's decorators. */
export interface DecoratorCall {
  /** The name that the core gives it: `Parameter`. */
  readonly name: string;
  readonly node: ts.Decorator;
  readonly call: ts.CallExpression;
}

/** Finds decorators of the core in one file, whatever they are called there. */
export class DecoratorReader {
  readonly #names: ReadonlyMap<string, string>;
  readonly #namespaces: ReadonlySet<string>;

  constructor(
    private readonly ts: TypeScript,
    readonly checker: ts.TypeChecker,
    file: ts.SourceFile,
  ) {
    const imported = [...importsOf(ts, file)].filter(([, { module }]) => module === CORE);
    this.#names = new Map(imported.map(([local, { name }]) => [local, name]));
    this.#namespaces = coreNamespaces(ts, file);
  }

  /** Whether the file imports anything of the core. */
  get any(): boolean {
    return this.#names.size + this.#namespaces.size > 0;
  }

  /** In the order on the page. */
  of(node: ts.Node): readonly DecoratorCall[] {
    if (!this.ts.canHaveDecorators(node)) return [];
    return (this.ts.getDecorators(node) ?? []).flatMap((decorator) => {
      const call = decorator.expression;
      const name = this.ts.isCallExpression(call) ? this.nameOf(call.expression) : undefined;
      return name === undefined || !this.ts.isCallExpression(call) ? [] : [{ name, node: decorator, call }];
    });
  }

  /** What the core calls the thing that an expression names; undefined for what is not the core's. */
  nameOf(expression: ts.Expression): string | undefined {
    if (this.ts.isIdentifier(expression)) return this.#names.get(expression.text);
    if (!this.ts.isPropertyAccessExpression(expression) || !this.ts.isIdentifier(expression.expression))
      return undefined;
    return this.#namespaces.has(expression.expression.text) ? expression.name.text : undefined;
  }
}

/** An option written in an object literal; undefined if it is not written there, or not in plain sight. */
export function writtenOption(
  ts: TypeScript,
  options: ts.Expression | undefined,
  name: string,
): ts.Expression | undefined {
  if (options === undefined || !ts.isObjectLiteralExpression(options)) return undefined;
  for (const property of options.properties) {
    if (property.name === undefined || !ts.isIdentifier(property.name) || property.name.text !== name) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
  }
  return undefined;
}
