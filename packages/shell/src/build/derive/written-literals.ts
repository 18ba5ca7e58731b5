import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';

/**
 * The literals in the type that a property is given, in the order on the page: of a union, of the alias that names it, of
 * the list that `(typeof list)[number]` takes it from.
 */
export function writtenLiterals(
  ts: TypeScript,
  checker: ts.TypeChecker,
  member: ts.PropertyDeclaration | ts.AccessorDeclaration,
): readonly string[] {
  const found: string[] = [];
  const seen = new Set<ts.Node>();
  const follow = (name: ts.Node): void => {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol === undefined) return;
    const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
    for (const declaration of target.declarations ?? []) {
      if (ts.isTypeAliasDeclaration(declaration)) visit(declaration.type);
      else if (ts.isVariableDeclaration(declaration)) visit(declaration.initializer ?? declaration.type);
    }
  };
  const visit = (node: ts.Node | undefined): void => {
    if (node === undefined || seen.has(node)) return;
    seen.add(node);
    if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) found.push(node.text);
    else if (ts.isPrefixUnaryExpression(node)) found.push(node.getText());
    else if (ts.isTypeReferenceNode(node)) {
      follow(node.typeName);
      node.typeArguments?.forEach(visit);
    } else if (ts.isTypeQueryNode(node)) follow(node.exprName);
    else ts.forEachChild(node, visit);
  };
  visit(ts.isSetAccessor(member) ? member.parameters[0]?.type : member.type);
  return found;
}
