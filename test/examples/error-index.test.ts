import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = readdirSync(join(root, 'packages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const sources = new Map(packages.map((name) => [name, sourcesIn(join('packages', name, 'src'))]));
const givers = idParameters([...sources.values()].flat());

describe('docs/errors.md', () => {
  const listed = Array.from(
    readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/`([\w.,]+)`/g),
    ([, id]) => id,
  );

  it.each(packages)('lists every error id that the sources of %s use', (name) => {
    const used = new Set((sources.get(name) ?? []).flatMap(idsIn));
    expect(used.size).toBeGreaterThan(5);
    expect([...used].filter((id) => !listed.some((each) => patternOf(id).test(each ?? '')))).toEqual([]);
  });
});

function sourcesIn(folder: string): ts.SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(root, folder, path))
    .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true));
}

/**
 * Functions, methods and classes, with the place of the id among their arguments, -1 where there is none: by name, and by
 * file and name, since the helpers of two files may have one name.
 */
function idParameters(files: readonly ts.SourceFile[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const file of files) {
    visit(file, (node) => {
      if (!ts.isFunctionLike(node)) return;
      const named = ts.isConstructorDeclaration(node) ? node.parent.name : node.name;
      if (named === undefined) return;
      const at = node.parameters.findIndex(({ name }) => isIdName(name.getText()));
      if (at >= 0) found.set(named.getText(), at);
      found.set(`${file.fileName} ${named.getText()}`, at);
    });
  }
  return found;
}

/** What is given as an id: to a property or variable of that name, or as the argument that a function takes as one. */
function idsIn(file: ts.SourceFile): string[] {
  const ids: string[] = [];
  visit(file, (node) => {
    if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) || ts.isParameter(node)) {
      if (isIdName(node.name.getText()) && node.initializer !== undefined) ids.push(...textsOf(node.initializer));
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      const name = callee.getText();
      const given = node.arguments?.[givers.get(`${file.fileName} ${name}`) ?? givers.get(name) ?? -1];
      if (given !== undefined) ids.push(...textsOf(given));
    }
  });
  return ids.filter((id) => /^(?:\d+,)?[A-Z][\w.]+[\w*]$/.test(id));
}

function isIdName(name: string): boolean {
  return name === 'id' || /errorId$/i.test(name);
}

/** The texts that an expression may be, with `*` for what is computed. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [[node.head, ...node.templateSpans.map((span) => span.literal)].map(({ text }) => text).join('*')];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isIdentifier(node)) return constantsOf(node);
  if (ts.isBinaryExpression(node)) return [...textsOf(node.left), ...textsOf(node.right)];
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  return [];
}

/** What a constant of the same file stands for. */
function constantsOf(name: ts.Identifier): string[] {
  return name
    .getSourceFile()
    .statements.flatMap((statement) =>
      ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.flatMap((declaration) =>
            declaration.name.getText() === name.text &&
            declaration.initializer !== undefined &&
            ts.isStringLiteral(declaration.initializer)
              ? [declaration.initializer.text]
              : [],
          )
        : [],
    );
}

function patternOf(id: string): RegExp {
  return new RegExp(`^${id.replaceAll('.', '\\.').replaceAll('*', '\\w*')}$`);
}

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  ts.forEachChild(node, (child) => visit(child, each));
}
