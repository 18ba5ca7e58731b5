import { MetadataException } from '../../records/exceptions.js';
import type { ParameterPart } from '../declaration-parts.js';
import type { ParameterOptions } from '../decorators/parameter-options.js';
import {
  ALL_PARAMETER_SETS,
  type ParameterMetadata,
  type ParameterOrigin,
  type ParameterSetMetadata,
} from '../metadata.js';
import { sameName } from '../names.js';
import { type Place, text } from '../text.js';
import type { ParameterType } from '../types/parameter-type.js';
import { typeOf } from '../types/type-of.js';
import type { TypeSpecifier } from '../types/type-specifier.js';
import type { ValidationMetadata } from '../validation-metadata.js';
import { checkParameterOptions } from './check-options.js';
import { checkValidation } from './check-validation.js';

/** What is declared about one property, and where. */
export interface ParameterDeclaration {
  readonly place: Place & { readonly property: string };
  readonly origin: ParameterOrigin;
  /** In the order on the page. */
  readonly parts: readonly ParameterPart[];
}

/** Turns the declarations on one property into a parameter; every mistake in them is thrown with its place. */
export function buildParameter(
  { place, origin, parts }: ParameterDeclaration,
  resolve: (explicit: TypeSpecifier | undefined) => ParameterType,
): ParameterMetadata {
  const options = parts.flatMap((part) => (part.kind === 'parameter' ? [part.options] : []));
  if (options.length === 0) throw withoutParameter(place, parts);
  for (const each of options) checkParameterOptions(each, place);
  const type = resolve(explicitType(options, place));
  const allowed = new Set(parts.map((part) => (part.kind === 'allow' ? part.what : undefined)));
  return Object.freeze<ParameterMetadata>({
    name: shownName(options, place),
    property: place.property,
    origin,
    type,
    aliases: Object.freeze([
      ...options.flatMap((option) => option.aliases ?? []),
      ...parts.flatMap((part) => (part.kind === 'alias' ? part.names : [])),
    ]),
    sets: Object.freeze(parameterSets(options, place)),
    transformations: Object.freeze(
      parts.flatMap((part) => (part.kind === 'transformation' ? [part.transformation] : [])),
    ),
    validations: Object.freeze(validations(parts, type, place)),
    allowNull: allowed.has('Null'),
    allowEmptyString: allowed.has('EmptyString'),
    allowEmptyCollection: allowed.has('EmptyCollection'),
    obsolete: parts.find((part) => part.kind === 'obsolete')?.message,
    typeName: parts.find((part) => part.kind === 'typeName')?.name,
    delayBind: options.some((option) => option.delayBind === true),
    supportsWildcards: options.some((option) => option.supportsWildcards === true),
    defaultValueNote: first(options, 'defaultValueNote'),
    completer: parts.find((part) => part.kind === 'completer')?.completer,
    suggestions: Object.freeze(parts.flatMap((part) => (part.kind === 'suggestions' ? part.values : []))),
    description: first(options, 'description'),
  });
}

/** `[String]` written twice is the same type, though not the same list. */
function explicitType(options: readonly ParameterOptions[], place: Place): TypeSpecifier | undefined {
  const [first, ...others] = options.flatMap(({ type }) => (type === undefined ? [] : [type]));
  if (others.some((other) => other !== first && nameOfType(other) !== nameOfType(first))) {
    throw new MetadataException('Argument', text.typesDiffer(place));
  }
  return first;
}

function nameOfType(specifier: TypeSpecifier | undefined): string | undefined {
  return specifier === undefined ? undefined : typeOf(specifier).name;
}

function shownName(options: readonly ParameterOptions[], place: Place & { readonly property: string }): string {
  const [given, other] = new Set(options.flatMap(({ name }) => (name === undefined ? [] : [name])));
  if (given !== undefined && other !== undefined) {
    throw new MetadataException('Argument', text.namesDiffer(place, given, other));
  }
  const name = given ?? pascalCase(place.property);
  if (!isName(name)) throw new MetadataException('Argument', text.badName(place, name));
  return name;
}

/** Most names are ASCII, and what is said with the classes of Unicode takes an engine long to compile. */
function isName(name: string): boolean {
  return /^[\w?]+$/.test(name) || /^[\p{L}\p{N}_?]+$/u.test(name);
}

/** `city` → `City`; nothing else changes. */
function pascalCase(property: string): string {
  return property.charAt(0).toUpperCase() + property.slice(1);
}

function parameterSets(options: readonly ParameterOptions[], place: Place): ParameterSetMetadata[] {
  const dontShow = options.some((option) => option.dontShow === true);
  return options.flatMap((option) => setNames(option).map((name) => parameterSet(name, option, dontShow, place)));
}

function setNames({ parameterSetName }: ParameterOptions): readonly string[] {
  const names = [parameterSetName ?? ALL_PARAMETER_SETS].flat();
  return (names.length === 0 ? [ALL_PARAMETER_SETS] : names).map((name) =>
    name === '' || sameName(name, ALL_PARAMETER_SETS) ? ALL_PARAMETER_SETS : name,
  );
}

function parameterSet(
  parameterSetName: string,
  options: ParameterOptions,
  dontShow: boolean,
  place: Place,
): ParameterSetMetadata {
  const { position, helpMessage } = options;
  if (position !== undefined && !Number.isInteger(position)) {
    throw new MetadataException('ArgumentOutOfRange', text.badPosition(place, position));
  }
  if (helpMessage === '') throw new MetadataException('Argument', text.emptyHelpMessage(place));
  return Object.freeze({
    parameterSetName,
    mandatory: options.mandatory ?? false,
    position,
    valueFromPipeline: options.valueFromPipeline ?? false,
    valueFromPipelineByPropertyName: options.valueFromPipelineByPropertyName ?? false,
    valueFromRemainingArguments: options.valueFromRemainingArguments ?? false,
    helpMessage,
    dontShow,
  });
}

function validations(parts: readonly ParameterPart[], type: ParameterType, place: Place): ValidationMetadata[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'validation') return [];
    const validation = typeof part.validation === 'function' ? built(part.validation, place) : part.validation;
    checkValidation(validation, type, place);
    return [Object.freeze(validation)];
  });
}

function built(make: () => ValidationMetadata, place: Place): ValidationMetadata {
  try {
    return make();
  } catch (error) {
    throw new MetadataException('Argument', text.badPattern(place, (error as Error).message), error);
  }
}

function first<TKey extends 'defaultValueNote' | 'description'>(
  options: readonly ParameterOptions[],
  key: TKey,
): string | undefined {
  return options.find((option) => option[key] !== undefined)?.[key];
}

function withoutParameter(place: Place, parts: readonly ParameterPart[]): MetadataException {
  const part = parts[0];
  const attribute = part?.kind === 'validation' ? part.attribute : (ATTRIBUTE_OF[part?.kind ?? 'parameter'] ?? '');
  return new MetadataException('ParameterMissing', text.attributeWithoutParameter(place, attribute));
}

const ATTRIBUTE_OF: Readonly<Record<string, string>> = {
  alias: 'Alias',
  transformation: 'Transform',
  allow: 'Allow…',
  completer: 'ArgumentCompleter',
  suggestions: 'ArgumentCompletions',
  obsolete: 'Obsolete',
  typeName: 'PSTypeName',
};
