import type ts from 'typescript';
import { text } from '../text.js';
import type { TypeScript } from '../typescript.js';
import { type DecoratorCall, type DecoratorReader, writtenOption } from './decorator-call.js';
import { defaultValueText } from './default-value.js';
import type { Contradiction } from './file-derivation.js';
import type { PropertyType, TypeShape } from './property-type.js';
import { valuesOfType } from './type-value.js';

/** Everything known about one parameter. */
export interface DeclaredParameter {
  readonly member: ts.PropertyDeclaration | ts.AccessorDeclaration;
  /** `GetForecast.city`. */
  readonly place: string;
  /** All decorators of the core on the property. */
  readonly decorators: readonly DecoratorCall[];
  /** Those that are `@Parameter`. */
  readonly parameters: readonly DecoratorCall[];
  readonly type: PropertyType;
}

type Check = (ts: TypeScript, reader: DecoratorReader, parameter: DeclaredParameter) => readonly Found[];

interface Found {
  readonly id: string;
  readonly text: string;
  readonly at: ts.Node;
  /** The decorator whose complaints by the compiler say the same. */
  readonly decorator: DecoratorCall;
}

/** Where what is written in decorators is not what the property says, or neither says enough. */
export function contradictionsOf(
  ts: TypeScript,
  reader: DecoratorReader,
  file: ts.SourceFile,
  parameter: DeclaredParameter,
): readonly Contradiction[] {
  const checks: readonly Check[] = [typeUnknown, typeDiffers, valuesDiffer, mandatoryWithDefault, defaultDiffers];
  return checks
    .flatMap((check) => check(ts, reader, parameter))
    .map(({ id, text: message, at, decorator }) => contradictionAt(file, id, message, at, decorator.node));
}

/** @param declaration in whose range the compiler complains of the same */
export function contradictionAt(
  file: ts.SourceFile,
  id: string,
  message: string,
  at: ts.Node,
  declaration: ts.Node,
): Contradiction {
  const { line, character } = file.getLineAndCharacterOfPosition(at.getStart(file));
  return {
    severity: 'error',
    id,
    text: message,
    file: file.fileName,
    line: line + 1,
    column: character + 1,
    start: declaration.getStart(file),
    end: declaration.getEnd(),
  };
}

/** `string | number` without `type:`. With an initial value, that one tells. */
function typeUnknown(ts: TypeScript, reader: DecoratorReader, parameter: DeclaredParameter): Found[] {
  const { member, place, parameters, type } = parameter;
  const [first] = parameters;
  const hasValue = ts.isPropertyDeclaration(member) && member.initializer !== undefined;
  const isPlain = parameters.every(
    ({
      call: {
        arguments: [options],
      },
    }) => options === undefined || ts.isObjectLiteralExpression(options),
  );
  const isWritten = parameters.some(({ call }) => writtenOption(ts, call.arguments[0], 'type') !== undefined);
  if (first === undefined || !type.mixed || hasValue || isWritten || !isPlain) return [];
  const written = ts.isSetAccessor(member) ? member.parameters[0]?.type : member.type;
  // For a name that is not known the compiler has a complaint of its own.
  const isAny = written !== undefined && (reader.checker.getTypeFromTypeNode(written).flags & ts.TypeFlags.Any) !== 0;
  if (isAny && written.kind !== ts.SyntaxKind.AnyKeyword) return [];
  const message = text.typeUnknown(place, written?.getText() ?? 'any');
  return [{ id: 'ParameterTypeUnknown', text: message, at: member.name, decorator: first }];
}

/** `type: Number` on `string[]`. */
function typeDiffers(ts: TypeScript, reader: DecoratorReader, { place, parameters, type }: DeclaredParameter): Found[] {
  const expected = kindOf(type.shape);
  if (expected === undefined) return [];
  return parameters.flatMap((decorator) => {
    const written = writtenOption(ts, decorator.call.arguments[0], 'type');
    const declared = written && declaredKind(ts, reader, written);
    if (written === undefined || declared === undefined || declared.includes('any') || declared === expected) return [];
    const message = text.typeDiffers(place, written.getText(), expected, specifierOf(expected));
    return [{ id: 'TypeDiffers', text: message, at: written, decorator }];
  });
}

/** A kind of value, with `[]` for lists of it. */
type ValueKind = string;

function kindOf(shape: TypeShape | undefined): ValueKind | undefined {
  switch (shape?.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
      return shape.kind;
    case 'list': {
      const element = kindOf(shape.element.shape);
      return element && `${element}[]`;
    }
    default:
      return undefined;
  }
}

/** The kind that a specifier means; undefined where it is something of the author's own. */
function declaredKind(ts: TypeScript, reader: DecoratorReader, written: ts.Expression): ValueKind | undefined {
  if (ts.isArrayLiteralExpression(written)) {
    const [element] = written.elements;
    const kind = element && declaredKind(ts, reader, element);
    return kind && `${kind}[]`;
  }
  if (ts.isCallExpression(written)) {
    const name = reader.nameOf(written.expression);
    const [first] = written.arguments;
    const kind = first && declaredKind(ts, reader, first);
    if (name === 'nullable') return kind;
    return name === 'arrayOf' ? kind && `${kind}[]` : undefined;
  }
  const core = reader.nameOf(written);
  if (core !== undefined) return CORE_KINDS[core];
  return ts.isIdentifier(written) ? GLOBAL_KINDS[written.text] : undefined;
}

const GLOBAL_KINDS: Readonly<Record<string, ValueKind>> = {
  String: 'string',
  Number: 'number',
  Boolean: 'boolean',
  BigInt: 'bigint',
  Object: 'any',
  Array: 'any[]',
};

const CORE_KINDS: Readonly<Record<string, ValueKind>> = {
  Char: 'string',
  Guid: 'string',
  Switch: 'boolean',
  BigInteger: 'bigint',
  ...Object.fromEntries(
    ['Byte', 'SByte', 'Int16', 'UInt16', 'Int32', 'UInt32', 'Int64', 'UInt64', 'Double'].map((name) => [
      name,
      'number',
    ]),
  ),
};

function specifierOf(kind: ValueKind): string {
  if (kind.endsWith('[]')) return `[${specifierOf(kind.slice(0, -2))}]`;
  if (kind === 'bigint') return 'BigInt';
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** `@ValidateSet('a', 'b')` on `'a' | 'c'`. */
function valuesDiffer(
  ts: TypeScript,
  _reader: DecoratorReader,
  { place, decorators, type }: DeclaredParameter,
): Found[] {
  const wanted = valuesOfType(type)?.values;
  if (wanted === undefined) return [];
  return decorators.flatMap((decorator) => {
    const declared = decorator.name === 'ValidateSet' ? declaredValues(ts, decorator.call) : undefined;
    if (declared === undefined) return [];
    const missing = wanted.filter((value) => !declared.includes(value));
    const surplus = declared.filter((value) => !wanted.includes(value));
    if (missing.length + surplus.length === 0) return [];
    const message = text.valuesDiffer(place, missing, surplus, wanted);
    return [{ id: 'ValuesDiffer', text: message, at: decorator.call, decorator }];
  });
}

/** The texts of a `@ValidateSet`; undefined if they are not written out. */
function declaredValues(ts: TypeScript, call: ts.CallExpression): readonly string[] | undefined {
  const [first] = call.arguments;
  const written = first !== undefined && ts.isArrayLiteralExpression(first) ? first.elements : call.arguments;
  const values = written.filter((value) => !ts.isObjectLiteralExpression(value));
  return values.every((value) => ts.isStringLiteralLike(value)) ? values.map(({ text: value }) => value) : undefined;
}

/** `mandatory: true`, in all sets, on a property that has a value or may have none. */
function mandatoryWithDefault(ts: TypeScript, _reader: DecoratorReader, parameter: DeclaredParameter): Found[] {
  const { member, place, parameters } = parameter;
  const initializer = ts.isPropertyDeclaration(member) ? member.initializer : undefined;
  const optional = ts.isPropertyDeclaration(member) && member.questionToken !== undefined;
  if (initializer === undefined && !optional) return [];
  return parameters.flatMap((decorator) => {
    const [options] = decorator.call.arguments;
    const mandatory = writtenOption(ts, options, 'mandatory');
    if (mandatory?.kind !== ts.SyntaxKind.TrueKeyword) return [];
    if (writtenOption(ts, options, 'parameterSetName') !== undefined) return [];
    return [
      initializer === undefined
        ? { id: 'MandatoryIsOptional', text: text.mandatoryOptional(place), at: mandatory, decorator }
        : {
            id: 'MandatoryHasDefault',
            text: text.mandatoryDefault(place, initializer.getText()),
            at: mandatory,
            decorator,
          },
    ];
  });
}

/** `defaultValueNote: '2'` on a property that begins as 3. */
function defaultDiffers(
  ts: TypeScript,
  reader: DecoratorReader,
  { member, place, parameters }: DeclaredParameter,
): Found[] {
  const initializer = ts.isPropertyDeclaration(member) ? member.initializer : undefined;
  const actual = initializer && defaultValueText(ts, reader.checker, initializer);
  if (actual === undefined) return [];
  return parameters.flatMap((decorator) => {
    const written = writtenOption(ts, decorator.call.arguments[0], 'defaultValueNote');
    if (written === undefined || !ts.isStringLiteralLike(written)) return [];
    if (written.text.toLowerCase() === actual.toLowerCase()) return [];
    return [
      { id: 'DefaultValueDiffers', text: text.defaultDiffers(place, written.text, actual), at: written, decorator },
    ];
  });
}
