import ts from 'typescript';

/*
 * What is done to the code of a part after esbuild has put it together, so that it costs less to begin with: a call of the
 * command evaluates all modules of the part `shell`, and most calls use few of the others.
 */

/** The code of a part as it is read: see `src/start/part-loader.ts`. */
export function codeOfPart(bundled: string): string {
  const code = withoutNamesThatStand(bundled);
  const source = ts.createSourceFile('part.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  return new Rewriting(source).result;
}

/**
 * Takes the names away that esbuild gives to classes which have them anyhow, `City=class{static{__name(this,"City")}`: to
 * define each costs a closure and a shape of its own, in every call of the command.
 */
function withoutNamesThatStand(code: string): string {
  return code.replaceAll(NAMED_CLASS, (whole, variable: string, base: string | undefined, name: string) =>
    variable === name ? `${variable}=class${base ?? ''}{` : whole,
  );
}

/** A class that is assigned to a variable, and is given a name; of a member it would not be the name. */
const NAMED_CLASS = /(?<![\w$.#])([\w$]+)=class( extends [\w$.]+)?\{static\{__className\(this,"([\w$]+)"\)\}/g;

/**
 * Two things are replaced:
 *
 * - `__name(() => 1, "one")` by the function alone. In this build the call gives back what it is given
 *   (`namesOfClassesOnly`).
 * - Modules that are imported, where esbuild asks for them at once: `var import_text = require("…")` becomes
 *   `var import_text`, and what uses it asks: `(import_text ??= require("…")).text`.
 */
class Rewriting {
  readonly #source: ts.SourceFile;
  /** Variables that hold modules, and what they are asked for by. */
  readonly #modules = new Map<string, string>();
  #result = '';
  /** Up to where the source is done. */
  #at = 0;

  constructor(source: ts.SourceFile) {
    this.#source = source;
    for (const statement of source.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name, initializer } of statement.declarationList.declarations) {
        const asked = initializer === undefined ? undefined : moduleAskedFor(initializer);
        if (asked === undefined || AT_HAND.has(asked)) continue;
        this.#modules.set(name.getText(source), initializer?.getText(source) ?? '');
      }
    }
    this.#visit(source);
  }

  get result(): string {
    return this.#result + this.#source.text.slice(this.#at);
  }

  #visit = (node: ts.Node): void => {
    if (isNaming(node)) {
      const [named] = node.arguments;
      this.#replace(node.getStart(), named.getStart(), '(');
      this.#visit(named);
      this.#replace(named.end, node.end, ')');
    } else if (ts.isIdentifier(node) && this.#modules.has(node.text)) {
      const { parent } = node;
      if (ts.isVariableDeclaration(parent)) this.#replace(node.end, parent.end, '');
      else if (!isNameOfMember(node)) {
        this.#replace(node.getStart(), node.end, `(${node.text}??=${this.#modules.get(node.text)})`);
      }
    } else if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && this.#modules.has(node.name.text)) {
      // Without what it asked for.
      this.#visit(node.name);
    } else ts.forEachChild(node, this.#visit);
  };

  #replace(from: number, to: number, by: string): void {
    this.#result += this.#source.text.slice(this.#at, from) + by;
    this.#at = to;
  }
}

function isNaming(node: ts.Node): node is ts.CallExpression & { readonly arguments: readonly [ts.Expression] } {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === '__name';
}

/** The name in `require("name")`, or `__toESM(require("name"), 1)`, which is `import * as`. */
function moduleAskedFor(node: ts.Expression): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const [given] = node.arguments;
  if (given === undefined) return undefined;
  if (node.expression.text === '__toESM') return moduleAskedFor(given);
  return node.expression.text === 'require' && ts.isStringLiteral(given) ? given.text : undefined;
}

/** A property that happens to be called like a variable. */
function isNameOfMember(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

/** Modules that are there by the time a part begins: Node has loaded them itself, or the first part has. */
const AT_HAND = new Set(['@cmdlet/core', 'node:events', 'node:fs', 'node:module', 'node:path', 'node:url', 'node:vm']);
