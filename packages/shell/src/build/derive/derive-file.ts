import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';
import { commandHelp } from './command-help.js';
import { commentOf, defaultNoteOf } from './comment-of.js';
import { contradictionsOf, type DeclaredParameter } from './contradictions.js';
import { type DecoratorCall, DecoratorReader, writtenOption } from './decorator-call.js';
import { defaultValueText } from './default-value.js';
import { deriveDefinition } from './derive-definition.js';
import { Call, type DerivedObject, type DerivedValue, ofCore } from './derived-value.js';
import { helpTextOf } from './doc-comment.js';
import type { AddedOptions, Contradiction, FileDerivation } from './file-derivation.js';
import { PropertyTypeReader } from './property-type.js';
import { typeValue, valuesOfType } from './type-value.js';

/**
 * Derives from one source file what its cmdlets leave unsaid in their decorators: help from doc comments, types, accepted
 * values and defaults from properties. What an author writes in a decorator, or in `defineCmdlet`, is never replaced.
 *
 * @returns undefined for a file that declares nothing of which anything can be derived
 */
export function deriveFile(ts: TypeScript, checker: ts.TypeChecker, file: ts.SourceFile): FileDerivation | undefined {
  const decorators = new DecoratorReader(ts, checker, file);
  if (file.isDeclarationFile || !decorators.any) return undefined;
  const derivation = new Derivation(ts, decorators, new PropertyTypeReader(ts, checker, file), file);
  derivation.visit(file);
  const { options, objects, added, contradictions } = derivation;
  return options.size + objects.size + added.size + contradictions.length === 0
    ? undefined
    : { options, objects, decorators: added, contradictions };
}

class Derivation {
  readonly options = new Map<number, AddedOptions>();
  readonly objects = new Map<number, DerivedObject>();
  readonly added = new Map<number, readonly Call[]>();
  readonly contradictions: Contradiction[] = [];

  constructor(
    private readonly ts: TypeScript,
    private readonly reader: DecoratorReader,
    private readonly types: PropertyTypeReader,
    private readonly file: ts.SourceFile,
  ) {}

  visit(node: ts.Node): void {
    if (this.ts.isClassLike(node)) this.#class(node);
    else if (this.ts.isCallExpression(node)) this.#call(node);
    this.ts.forEachChild(node, (child) => this.visit(child));
  }

  #class(node: ts.ClassLikeDeclaration): void {
    const command = this.reader.of(node).find(({ name }) => name === 'Cmdlet');
    if (command !== undefined) this.#add(command, 2, commandHelp(commentOf(this.ts, this.file, node)));
    for (const member of node.members) {
      if (this.ts.isPropertyDeclaration(member) || this.ts.isAccessor(member)) this.#member(node, member);
    }
  }

  #call(node: ts.CallExpression): void {
    if (this.reader.nameOf(node.expression) !== 'defineCmdlet') return;
    const { objects, contradictions } = deriveDefinition(this.ts, this.reader.checker, this.file, node);
    for (const [start, values] of objects) this.objects.set(start, values);
    this.contradictions.push(...contradictions);
  }

  #member(owner: ts.ClassLikeDeclaration, member: ts.PropertyDeclaration | ts.AccessorDeclaration): void {
    const decorators = this.reader.of(member);
    const parameters = decorators.filter(({ name }) => name === 'Parameter');
    const [first] = parameters;
    if (first === undefined) return;
    const parameter: DeclaredParameter = {
      member,
      place: `${owner.name?.text ?? 'class'}.${member.name.getText(this.file)}`,
      decorators,
      parameters,
      type: this.types.readProperty(member),
    };
    this.contradictions.push(...contradictionsOf(this.ts, this.reader, this.file, parameter));
    this.#add(first, 0, this.#parameterOptions(parameter));
    const further = this.#furtherDecorators(parameter);
    if (further.length > 0) this.added.set(member.getStart(this.file), further);
  }

  #parameterOptions(parameter: DeclaredParameter): DerivedObject {
    const { member, type } = parameter;
    const comment = commentOf(this.ts, this.file, member);
    const description = comment && helpTextOf(comment.summary);
    const initializer = this.ts.isPropertyDeclaration(member) ? member.initializer : undefined;
    const note = defaultNoteOf(comment) ?? (initializer && defaultValueText(this.ts, this.reader.checker, initializer));
    const specifier = typeValue(type);
    return Object.fromEntries(
      Object.entries({ type: specifier, description: description || undefined, defaultValueNote: note || undefined })
        .filter((entry): entry is [string, DerivedValue] => entry[1] !== undefined)
        .filter(([name]) => this.#written(parameter.parameters, name) === undefined),
    );
  }

  #furtherDecorators({ decorators, parameters, type }: DeclaredParameter): readonly Call[] {
    const has = (wanted: string): boolean => decorators.some(({ name }) => name === wanted);
    const further: Call[] = [];
    const closed = valuesOfType(type);
    if (closed !== undefined && !has('ValidateSet') && this.#takesValues(parameters)) {
      // The property promises one of these spellings, so a value typed in another case becomes it.
      further.push(new Call(ofCore('ValidateSet'), [closed.values, ...(closed.texts ? [{ canonical: true }] : [])]));
    }
    const { shape, nullable } = type;
    const holdsNull = nullable || (shape?.kind === 'list' && shape.element.nullable);
    const mandatory = this.#written(parameters, 'mandatory')?.kind === this.ts.SyntaxKind.TrueKeyword;
    if (holdsNull && mandatory && !has('AllowNull')) further.push(new Call(ofCore('AllowNull'), []));
    return further;
  }

  /** A type of the author's own, such as an enum, has its own list of values. */
  #takesValues(parameters: readonly DecoratorCall[]): boolean {
    const written = this.#written(parameters, 'type');
    if (written === undefined) return true;
    const element = this.ts.isArrayLiteralExpression(written) ? written.elements[0] : written;
    return element !== undefined && this.ts.isIdentifier(element) && /^(?:String|Number)$/u.test(element.text);
  }

  #written(calls: readonly DecoratorCall[], name: string): ts.Expression | undefined {
    for (const { call } of calls) {
      const found = writtenOption(this.ts, call.arguments[0], name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #add({ call }: DecoratorCall, argument: number, derived: DerivedObject): void {
    const options = call.arguments[argument];
    const values = Object.fromEntries(
      Object.entries(derived).filter(([name]) => writtenOption(this.ts, options, name) === undefined),
    );
    if (Object.keys(values).length > 0) this.options.set(call.getStart(this.file), { argument, values });
  }
}
