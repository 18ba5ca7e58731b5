import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';

/** An initial value as help shows it; undefined if it is no constant, or says no more than that there is none. */
export function defaultValueText(ts: TypeScript, checker: ts.TypeChecker, value: ts.Expression): string | undefined {
  return new ConstantReader(ts, checker).textOf(value);
}

class ConstantReader {
  /** Constants that are being followed: two may name each other. */
  readonly #followed = new Set<ts.Node>();

  constructor(
    private readonly ts: TypeScript,
    private readonly checker: ts.TypeChecker,
  ) {}

  textOf(value: ts.Expression): string | undefined {
    const { ts } = this;
    if (ts.isStringLiteralLike(value)) return value.text === '' ? undefined : value.text;
    if (ts.isNumericLiteral(value) || ts.isBigIntLiteral(value)) return value.text.replace(/n$/u, '');
    if (value.kind === ts.SyntaxKind.TrueKeyword) return 'True';
    if (value.kind === ts.SyntaxKind.FalseKeyword) return 'False';
    if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.MinusToken) {
      const number = this.textOf(value.operand);
      return number === undefined ? undefined : `-${number}`;
    }
    if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) {
      return this.textOf(value.expression);
    }
    if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) return this.#textOfName(value);
    if (ts.isArrayLiteralExpression(value)) {
      const elements = value.elements.map((element) => this.textOf(element));
      return elements.length === 0 || elements.includes(undefined) ? undefined : elements.join(', ');
    }
    return undefined;
  }

  /** `Color.Red` by its name; of a `const`, and of a property of one, what it is. */
  #textOfName(name: ts.Identifier | ts.PropertyAccessExpression): string | undefined {
    const { ts, checker } = this;
    const found = checker.getSymbolAtLocation(name);
    const symbol = found && (found.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(found) : found;
    const declaration = symbol?.valueDeclaration;
    if (declaration === undefined || this.#followed.has(declaration)) return undefined;
    if (ts.isEnumMember(declaration)) return symbol?.name;
    this.#followed.add(declaration);
    const isConstant =
      ts.isVariableDeclaration(declaration) && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    if (isConstant && declaration.initializer !== undefined) return this.textOf(declaration.initializer);
    if (ts.isPropertyAssignment(declaration) && isReadOnly(ts, declaration))
      return this.textOf(declaration.initializer);
    return undefined;
  }
}

/** A property of an object that is written `as const`: of others nobody knows what they hold by then. */
function isReadOnly(ts: TypeScript, { parent: { parent } }: ts.PropertyAssignment): boolean {
  return ts.isAsExpression(parent) && parent.type.getText() === 'const';
}
