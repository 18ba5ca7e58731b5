import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';
import { Call, type DerivedObject, type DerivedValue, Reference } from './derived-value.js';
import type { FileDerivation } from './file-derivation.js';

/**
 * Adds what was derived to the declarations of a file while the compiler emits it: the text is not touched, so that places
 * in errors and source maps are those of the author.
 *
 * What the additions refer to is imported as whole modules: only their names survive every kind of module.
 */
export function derivationTransformer(
  ts: TypeScript,
  derivationOf: (file: ts.SourceFile) => FileDerivation | undefined,
): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const derivation = derivationOf(file);
    if (derivation === undefined) return file;
    return new FileTransformation(ts, context, file, derivation).apply();
  };
}

class FileTransformation {
  readonly #modules = new Map<string, ts.Identifier>();

  constructor(
    private readonly ts: TypeScript,
    private readonly context: ts.TransformationContext,
    private readonly file: ts.SourceFile,
    private readonly derivation: FileDerivation,
  ) {}

  apply(): ts.SourceFile {
    const { ts, context } = this;
    const visited = ts.visitEachChild(this.file, (node) => this.#visit(node), context);
    const end = visited.statements.findLastIndex((statement) => ts.isImportDeclaration(statement)) + 1;
    return context.factory.updateSourceFile(visited, [
      ...visited.statements.slice(0, end),
      ...[...this.#modules].map(([module, name]) => this.#import(module, name)),
      ...visited.statements.slice(end),
    ]);
  }

  #visit(node: ts.Node): ts.Node {
    const { ts, context, derivation } = this;
    const visited = ts.visitEachChild(node, (child) => this.#visit(child), context);
    if (ts.isCallExpression(node) && ts.isCallExpression(visited)) {
      const added = derivation.options.get(node.getStart(this.file));
      return added === undefined ? visited : this.#withOptions(visited, added.argument, added.values);
    }
    if (ts.isObjectLiteralExpression(visited)) {
      const added = derivation.objects.get(node.getStart(this.file));
      return added === undefined ? visited : this.#withProperties(added, visited.properties);
    }
    if (ts.isPropertyDeclaration(visited) || ts.isAccessor(visited)) {
      const added = derivation.decorators.get(node.getStart(this.file));
      return added === undefined ? visited : this.#withDecorators(visited, added);
    }
    return visited;
  }

  #withOptions(call: ts.CallExpression, argument: number, values: DerivedObject): ts.Node {
    const { ts } = this;
    const { factory } = this.context;
    const written = call.arguments[argument];
    const kept =
      written === undefined
        ? []
        : ts.isObjectLiteralExpression(written)
          ? written.properties
          : [factory.createSpreadAssignment(written)];
    const options = this.#withProperties(values, kept);
    const others = call.arguments.filter((_, index) => index !== argument);
    return factory.updateCallExpression(call, call.expression, call.typeArguments, [
      ...others.slice(0, argument),
      options,
      ...others.slice(argument),
    ]);
  }

  /** What is written stands last, and counts. */
  #withProperties(values: DerivedObject, written: readonly ts.ObjectLiteralElementLike[]): ts.ObjectLiteralExpression {
    const { factory } = this.context;
    const added = Object.entries(values).map(([name, value]) =>
      factory.createPropertyAssignment(name, this.#expression(value)),
    );
    return factory.createObjectLiteralExpression([...added, ...written]);
  }

  #withDecorators(member: ts.PropertyDeclaration | ts.AccessorDeclaration, calls: readonly Call[]): ts.Node {
    const { ts } = this;
    const { factory } = this.context;
    const modifiers = member.modifiers ?? [];
    const end = modifiers.findLastIndex((modifier) => ts.isDecorator(modifier)) + 1;
    const all = [
      ...modifiers.slice(0, end),
      ...calls.map((call) => factory.createDecorator(this.#expression(call))),
      ...modifiers.slice(end),
    ];
    if (ts.isPropertyDeclaration(member)) {
      const mark = member.questionToken ?? member.exclamationToken;
      return factory.updatePropertyDeclaration(member, all, member.name, mark, member.type, member.initializer);
    }
    return ts.isGetAccessor(member)
      ? factory.updateGetAccessorDeclaration(member, all, member.name, member.parameters, member.type, member.body)
      : factory.updateSetAccessorDeclaration(member, all, member.name, member.parameters, member.body);
  }

  #expression(value: DerivedValue): ts.Expression {
    const { factory } = this.context;
    if (typeof value === 'string') return factory.createStringLiteral(value);
    if (typeof value === 'boolean') return value ? factory.createTrue() : factory.createFalse();
    if (typeof value === 'number') return this.#number(value);
    if (value instanceof Reference) return this.#reference(value);
    if (value instanceof Call) {
      const parameters = value.parameters.map((parameter) => this.#expression(parameter));
      return factory.createCallExpression(this.#reference(value.callee), undefined, parameters);
    }
    if (isList(value)) return factory.createArrayLiteralExpression(value.map((element) => this.#expression(element)));
    return factory.createObjectLiteralExpression(
      Object.entries(value).map(([name, each]) =>
        factory.createPropertyAssignment(factory.createStringLiteral(name), this.#expression(each)),
      ),
    );
  }

  #number(value: number): ts.Expression {
    const { factory } = this.context;
    const digits = factory.createNumericLiteral(Math.abs(value));
    return value < 0 ? factory.createPrefixUnaryExpression(this.ts.SyntaxKind.MinusToken, digits) : digits;
  }

  #reference({ name, module }: Reference): ts.Expression {
    const { factory } = this.context;
    if (module === undefined) return factory.createIdentifier(name);
    let local = this.#modules.get(module);
    if (local === undefined) {
      local = factory.createUniqueName('derived');
      this.#modules.set(module, local);
    }
    return factory.createPropertyAccessExpression(local, name);
  }

  #import(module: string, name: ts.Identifier): ts.Statement {
    const { factory } = this.context;
    return factory.createImportDeclaration(
      undefined,
      factory.createImportClause(undefined, undefined, factory.createNamespaceImport(name)),
      factory.createStringLiteral(module),
    );
  }
}

/** `Array.isArray` does not tell a read-only list from an object. */
function isList(value: DerivedValue): value is readonly DerivedValue[] {
  return Array.isArray(value);
}
