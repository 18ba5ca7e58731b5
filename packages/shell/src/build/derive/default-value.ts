import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';

/** An initial value as help shows it; undefined if it is no constant, or says no more than that there is none. */
export function defaultValueText(ts: TypeScript, value: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(value)) return value.text === '' ? undefined : value.text;
  if (ts.isNumericLiteral(value) || ts.isBigIntLiteral(value)) return value.text.replace(/n$/u, '');
  if (value.kind === ts.SyntaxKind.TrueKeyword) return 'True';
  if (value.kind === ts.SyntaxKind.FalseKeyword) return 'False';
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.MinusToken) {
    const number = defaultValueText(ts, value.operand);
    return number === undefined ? undefined : `-${number}`;
  }
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) {
    return defaultValueText(ts, value.expression);
  }
  // `Color.Red`; a lower-case owner is some object whose content is not known here.
  if (ts.isPropertyAccessExpression(value) && ts.isIdentifier(value.expression)) {
    return /^\p{Lu}/u.test(value.expression.text) && /^\p{Lu}/u.test(value.name.text) ? value.name.text : undefined;
  }
  if (ts.isArrayLiteralExpression(value)) {
    const elements = value.elements.map((element) => defaultValueText(ts, element));
    return elements.length === 0 || elements.includes(undefined) ? undefined : elements.join(', ');
  }
  return undefined;
}
