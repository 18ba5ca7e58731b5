import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';

/** What one file of declarations says, name by name. */
export interface DeclarationFile {
  /** Statements by the name that they declare. */
  readonly declared: ReadonlyMap<string, readonly ts.Statement[]>;
  /** Exported names: what they are called here, or in the module that they come from. */
  readonly exports: ReadonlyMap<string, { readonly local: string; readonly from?: string }>;
  /** Imported names, with the module that they come from, and their names there. */
  readonly imports: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  /** Modules of which everything is exported. */
  readonly allFrom: readonly string[];
}

/** Takes a file of declarations apart. */
export function readDeclarationFile(ts: TypeScript, path: string, content: string): DeclarationFile {
  const declared = new Map<string, ts.Statement[]>();
  const exports = new Map<string, { readonly local: string; readonly from?: string }>();
  const imports = new Map<string, { readonly from: string; readonly name: string }>();
  const allFrom: string[] = [];
  for (const statement of ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true).statements) {
    if (ts.isExportDeclaration(statement)) {
      const { moduleSpecifier, exportClause } = statement;
      const from = moduleSpecifier && textOf(moduleSpecifier);
      if (exportClause === undefined) allFrom.push(from ?? '');
      else if (ts.isNamedExports(exportClause)) {
        for (const { name, propertyName } of exportClause.elements) {
          exports.set(name.text, { local: (propertyName ?? name).text, ...(from === undefined ? {} : { from }) });
        }
      } else exports.set(exportClause.name.text, { local: '*', ...(from === undefined ? {} : { from }) });
    } else if (ts.isImportDeclaration(statement)) {
      const from = textOf(statement.moduleSpecifier);
      const { name, namedBindings } = statement.importClause ?? {};
      if (name !== undefined) imports.set(name.text, { from, name: 'default' });
      if (namedBindings === undefined || !ts.isNamedImports(namedBindings)) continue;
      for (const each of namedBindings.elements) {
        imports.set(each.name.text, { from, name: (each.propertyName ?? each.name).text });
      }
    } else if (ts.isExportAssignment(statement) && ts.isIdentifier(statement.expression)) {
      exports.set('default', { local: statement.expression.text });
    } else {
      const flags = new Set(ts.canHaveModifiers(statement) ? ts.getModifiers(statement)?.map(({ kind }) => kind) : []);
      for (const name of namesOf(ts, statement)) {
        declared.set(name, [...(declared.get(name) ?? []), statement]);
        const exported = flags.has(ts.SyntaxKind.DefaultKeyword) ? 'default' : name;
        if (flags.has(ts.SyntaxKind.ExportKeyword)) exports.set(exported, { local: name });
      }
    }
  }
  return { declared, exports, imports, allFrom };
}

function namesOf(ts: TypeScript, statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const isNamed =
    ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return isNamed ? [statement.name?.text ?? 'default'] : [];
}

function textOf(expression: ts.Expression): string {
  return 'text' in expression && typeof expression.text === 'string' ? expression.text : '';
}
