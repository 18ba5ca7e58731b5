import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';

/** A declaration as its users see it: without comments, without `export` and `declare`, without what is private. */
export function printDeclaration(ts: TypeScript, declaration: ts.Statement): string {
  const file = declaration.getSourceFile();
  const result = ts.transform(declaration, [(context) => (node) => shown(ts, context, node)]);
  const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });
  const text = printer.printNode(ts.EmitHint.Unspecified, result.transformed[0] ?? declaration, file);
  result.dispose();
  return text;
}

/** The names of types that a declaration uses. */
export function typeNamesIn(ts: TypeScript, declaration: ts.Node): readonly string[] {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (isPrivate(ts, node)) return;
    if (ts.isTypeReferenceNode(node)) names.add(firstOf(ts, node.typeName));
    else if (ts.isTypeQueryNode(node)) names.add(firstOf(ts, node.exprName));
    else if (ts.isExpressionWithTypeArguments(node) && ts.isIdentifier(node.expression))
      names.add(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return [...names];
}

function shown(ts: TypeScript, context: ts.TransformationContext, statement: ts.Statement): ts.Statement {
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (isPrivate(ts, node)) return undefined;
    const isOuter = node.kind === ts.SyntaxKind.ExportKeyword || node.kind === ts.SyntaxKind.DeclareKeyword;
    if (isOuter) return undefined;
    // The compiler writes the members of a union in the order in which it met them, which is another one in watch mode.
    const members = ts.isUnionTypeNode(node) ? [...node.types].sort(byText) : undefined;
    const inner = members === undefined ? node : ts.factory.createUnionTypeNode(members);
    return ts.visitEachChild(inner, visit, context);
  };
  return ts.visitEachChild(statement, visit, context);
}

function isPrivate(ts: TypeScript, node: ts.Node): boolean {
  if (!ts.isClassElement(node)) return false;
  const isMarked =
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
  return isMarked === true || (node.name !== undefined && ts.isPrivateIdentifier(node.name));
}

function byText(left: ts.Node, right: ts.Node): number {
  return left.getText() < right.getText() ? -1 : 1;
}

function firstOf(ts: TypeScript, name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : firstOf(ts, name.left);
}
