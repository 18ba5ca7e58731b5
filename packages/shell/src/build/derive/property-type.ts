import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';
import { CORE, Reference } from './derived-value.js';
import { writtenLiterals } from './written-literals.js';

/** What the TypeScript type of a property says about the values that it holds, as far as a parameter can keep to it. */
export type TypeShape =
  | { readonly kind: 'string' | 'number'; readonly values?: readonly string[] }
  | { readonly kind: 'boolean' | 'bigint' | 'function' | 'any' | 'object' }
  | { readonly kind: 'enum'; readonly name: string; readonly members: Readonly<Record<string, string | number>> }
  | { readonly kind: 'class'; readonly reference: Reference }
  | { readonly kind: 'list'; readonly element: PropertyType }
  | { readonly kind: 'set'; readonly element: PropertyType }
  | { readonly kind: 'map'; readonly key: PropertyType; readonly element: PropertyType };

/** The shape, undefined where nothing can be derived, and whether null and undefined belong to the type. */
export interface PropertyType {
  readonly shape: TypeShape | undefined;
  readonly nullable: boolean;
  readonly optional: boolean;
  /** Whether values are of several kinds, or of any, so that no compiler leaves a type that could be used. */
  readonly mixed: boolean;
}

/** Reads types of properties in one file. */
export class PropertyTypeReader {
  readonly #imports: ReadonlyMap<string, ImportedName>;
  #order: readonly string[] = [];

  constructor(
    private readonly ts: TypeScript,
    private readonly checker: ts.TypeChecker,
    private readonly file: ts.SourceFile,
  ) {
    this.#imports = importsOf(ts, file);
  }

  /** The type of a parameter. */
  readProperty(member: ts.PropertyDeclaration | ts.AccessorDeclaration): PropertyType {
    this.#order = writtenLiterals(this.ts, this.checker, member);
    return this.read(this.checker.getTypeAtLocation(member));
  }

  /** Any type. */
  read(type: ts.Type): PropertyType {
    const { TypeFlags } = this.ts;
    const parts = this.#partsOf(type);
    const nullable = parts.some(({ flags }) => (flags & TypeFlags.Null) !== 0);
    const optional = parts.some(({ flags }) => (flags & (TypeFlags.Undefined | TypeFlags.Void)) !== 0);
    const rest = parts.filter(({ flags }) => (flags & (TypeFlags.Null | TypeFlags.Undefined | TypeFlags.Void)) === 0);
    const shape = rest.length === 0 ? undefined : this.#shapeOf(rest);
    const isMixed = rest.length > 1 || rest.some(({ flags }) => (flags & TypeFlags.Any) !== 0);
    const isEnum = rest.some(({ flags }) => (flags & TypeFlags.EnumLike) !== 0);
    return { shape, nullable, optional, mixed: shape === undefined && isMixed && !isEnum };
  }

  /** The members of a union, an enum's among them; a type alone otherwise. */
  #partsOf(type: ts.Type): readonly ts.Type[] {
    return type.isUnion() ? type.types : [type];
  }

  #shapeOf(types: readonly ts.Type[]): TypeShape | undefined {
    const { TypeFlags } = this.ts;
    const all = (flags: ts.TypeFlags): boolean => types.every((type) => (type.flags & flags) !== 0);
    if (all(TypeFlags.EnumLike)) return this.#enumOf(types);
    if (types.some((type) => (type.flags & TypeFlags.EnumLike) !== 0)) return undefined;
    if (types.every((type) => type.isStringLiteral())) return { kind: 'string', values: this.#inOrder(types) };
    if (types.every((type) => type.isNumberLiteral())) return { kind: 'number', values: this.#inOrder(types) };
    if (types.every((type) => isText(this.ts, type))) return { kind: 'string' };
    if (all(TypeFlags.NumberLike)) return { kind: 'number' };
    if (all(TypeFlags.BooleanLike)) return { kind: 'boolean' };
    if (all(TypeFlags.BigIntLike)) return { kind: 'bigint' };
    const [type, other] = types;
    return type === undefined || other !== undefined ? undefined : this.#singleShape(type);
  }

  #singleShape(type: ts.Type): TypeShape | undefined {
    const { TypeFlags, SymbolFlags } = this.ts;
    if ((type.flags & TypeFlags.Any) !== 0) return undefined;
    if ((type.flags & TypeFlags.Unknown) !== 0) return { kind: 'any' };
    if ((type.flags & (TypeFlags.Object | TypeFlags.NonPrimitive)) === 0) return undefined;
    const checker = this.checker;
    if (checker.isArrayType(type)) {
      const [element] = checker.getTypeArguments(type as ts.TypeReference);
      return element === undefined ? undefined : { kind: 'list', element: this.read(element) };
    }
    const { symbol } = type as { readonly symbol?: ts.Symbol };
    const collection = symbol === undefined || !isGlobal(this.ts, symbol) ? undefined : COLLECTIONS.get(symbol.name);
    if (collection !== undefined) {
      const [first, second] = checker.getTypeArguments(type as ts.TypeReference);
      if (collection === 'set') return first && { kind: 'set', element: this.read(first) };
      return first && second && { kind: 'map', key: this.read(first), element: this.read(second) };
    }
    if (type.getCallSignatures().length > 0) return { kind: 'function' };
    if (symbol !== undefined && (symbol.flags & SymbolFlags.Value) !== 0 && isNamed(this.ts, symbol)) {
      const reference = this.#referenceTo(symbol);
      return reference && { kind: 'class', reference };
    }
    return { kind: 'object' };
  }

  /** The values of a union as they are written: the compiler keeps them in the order in which it met them anywhere. */
  #inOrder(types: readonly ts.Type[]): readonly string[] {
    const place = (value: string): number => {
      const index = this.#order.indexOf(value);
      return index < 0 ? this.#order.length : index;
    };
    return types.map(literalText).sort((left, right) => place(left) - place(right));
  }

  /** The members of the enum that belong to the type; undefined where their values are known at run time only. */
  #enumOf(types: readonly ts.Type[]): TypeShape | undefined {
    const members: Record<string, string | number> = {};
    let name: string | undefined;
    for (const { symbol } of types.flatMap((type) => this.#partsOf(type))) {
      const declaration = symbol.declarations?.find(
        (node) => this.ts.isEnumMember(node) || this.ts.isEnumDeclaration(node),
      );
      if (declaration === undefined) return undefined;
      const found = this.ts.isEnumMember(declaration) ? [declaration] : declaration.members;
      const owner = this.ts.isEnumMember(declaration) ? declaration.parent : declaration;
      if (name !== undefined && name !== owner.name.text) return undefined;
      name = owner.name.text;
      for (const member of found) {
        const value = this.checker.getConstantValue(member);
        if (value === undefined) return undefined;
        members[memberName(this.ts, member)] = value;
      }
    }
    return name === undefined ? undefined : { kind: 'enum', name, members };
  }

  /** How the file can name a class at run time; undefined if it cannot. */
  #referenceTo(symbol: ts.Symbol): Reference | undefined {
    if (isGlobal(this.ts, symbol)) return new Reference(symbol.name);
    if (symbol.declarations?.some((node) => node.parent === this.file) === true) return new Reference(symbol.name);
    for (const { node, name, module } of this.#imports.values()) {
      const local = this.checker.getSymbolAtLocation(node);
      if (local === undefined || (local.flags & this.ts.SymbolFlags.Alias) === 0) continue;
      if (this.checker.getAliasedSymbol(local) === symbol) return new Reference(name, module);
    }
    return undefined;
  }
}

const COLLECTIONS: ReadonlyMap<string, 'set' | 'map'> = new Map([
  ['Set', 'set'],
  ['ReadonlySet', 'set'],
  ['Map', 'map'],
  ['ReadonlyMap', 'map'],
]);

/** A name that an import statement brings into a file. */
interface ImportedName {
  readonly node: ts.Identifier;
  /** What the module calls it. */
  readonly name: string;
  readonly module: string;
}

/** The names that a file imports, by what it calls them; whole modules are left out. */
export function importsOf(ts: TypeScript, file: ts.SourceFile): ReadonlyMap<string, ImportedName> {
  const names = new Map<string, ImportedName>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const module = statement.moduleSpecifier.text;
    const clause = statement.importClause;
    if (clause?.name !== undefined) names.set(clause.name.text, { node: clause.name, name: 'default', module });
    if (clause?.namedBindings === undefined || !ts.isNamedImports(clause.namedBindings)) continue;
    for (const { name, propertyName } of clause.namedBindings.elements) {
      names.set(name.text, { node: name, name: (propertyName ?? name).text, module });
    }
  }
  return names;
}

/** Local names of `import * as core from '@cmdlet/core'`. */
export function coreNamespaces(ts: TypeScript, file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (statement.moduleSpecifier.text === CORE && bindings !== undefined && ts.isNamespaceImport(bindings)) {
      names.add(bindings.name.text);
    }
  }
  return names;
}

/** Text of any kind; `string & {}` is how a union is kept open although some values are proposed. */
function isText({ TypeFlags }: TypeScript, type: ts.Type): boolean {
  const parts = type.isIntersection() ? type.types : [type];
  return parts.some(({ flags }) => (flags & TypeFlags.StringLike) !== 0);
}

function literalText(type: ts.Type): string {
  return String((type as ts.LiteralType).value);
}

function memberName(ts: TypeScript, { name }: ts.EnumMember): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}

/** Declared for all files: by the language, in a script without imports and exports, or by `declare global`. */
function isGlobal(ts: TypeScript, { declarations }: ts.Symbol): boolean {
  return declarations?.some(({ parent }) => isGlobalScope(ts, parent)) === true;
}

function isGlobalScope(ts: TypeScript, scope: ts.Node): boolean {
  if (ts.isSourceFile(scope)) return !ts.isExternalModule(scope);
  return ts.isModuleBlock(scope) && (scope.parent.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

/** A class, or an interface that has a constructor of its name; an object of a literal has no name. */
function isNamed(ts: TypeScript, { declarations }: ts.Symbol): boolean {
  return declarations?.some((node) => ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) === true;
}
