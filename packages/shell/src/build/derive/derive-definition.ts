import type ts from 'typescript';
import { text } from '../text.js';
import type { TypeScript } from '../typescript.js';
import { commandHelp } from './command-help.js';
import { commentOf, defaultNoteOf } from './comment-of.js';
import { contradictionAt } from './contradictions.js';
import { writtenOption } from './decorator-call.js';
import { defaultValueText } from './default-value.js';
import type { DerivedObject, DerivedValue } from './derived-value.js';
import { helpTextOf } from './doc-comment.js';
import type { Contradiction, FileDerivation } from './file-derivation.js';

/**
 * Derives from a call of `defineCmdlet` what it leaves unsaid: help from the comment of what it is assigned to and from
 * those of its parameters, and how help shows their defaults. Types are values there, and say all that they say.
 */
export function deriveDefinition(
  ts: TypeScript,
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  call: ts.CallExpression,
): Pick<FileDerivation, 'objects' | 'contradictions'> {
  const objects = new Map<number, DerivedObject>();
  const contradictions: Contradiction[] = [];
  const definition = literalIn(ts, call.arguments[0]);
  if (definition === undefined) return { objects, contradictions };
  const add = (
    object: ts.ObjectLiteralExpression,
    derived: Readonly<Record<string, DerivedValue | undefined>>,
  ): void => {
    const unsaid = Object.entries(derived).filter(
      (entry): entry is [string, DerivedValue] =>
        entry[1] !== undefined && entry[1] !== '' && writtenOption(ts, object, entry[0]) === undefined,
    );
    if (unsaid.length > 0) objects.set(object.getStart(file), Object.fromEntries(unsaid));
  };
  const owner = ownerOf(ts, call);
  add(definition, commandHelp(owner && commentOf(ts, file, owner)));
  const parameters = literalIn(ts, writtenOption(ts, definition, 'parameters'));
  for (const property of parameters?.properties ?? []) {
    const parameter = ts.isPropertyAssignment(property) ? literalIn(ts, property.initializer) : undefined;
    if (parameter === undefined) continue;
    const comment = commentOf(ts, file, property);
    const value = writtenOption(ts, parameter, 'default');
    add(parameter, {
      description: comment && helpTextOf(comment.summary),
      defaultValueNote: defaultNoteOf(comment) ?? (value && defaultValueText(ts, checker, value)),
    });
    const place = `${nameOf(ts, owner, definition)}.${property.name?.getText(file)}`;
    contradictions.push(...contradictionsOf(ts, checker, file, parameter, place));
  }
  return { objects, contradictions };
}

/** An object literal, perhaps with `satisfies` or `as const` behind it. */
function literalIn(ts: TypeScript, written: ts.Expression | undefined): ts.ObjectLiteralExpression | undefined {
  if (written === undefined || ts.isObjectLiteralExpression(written)) return written;
  const wrapped =
    ts.isParenthesizedExpression(written) || ts.isAsExpression(written) || ts.isSatisfiesExpression(written);
  return wrapped ? literalIn(ts, written.expression) : undefined;
}

/** What the cmdlet is assigned to: a variable, a property, the default export. */
function ownerOf(ts: TypeScript, call: ts.CallExpression): ts.Node | undefined {
  let node: ts.Node = call.parent;
  while (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    node = node.parent;
  }
  return ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isExportAssignment(node)
    ? node
    : undefined;
}

function nameOf(ts: TypeScript, owner: ts.Node | undefined, definition: ts.ObjectLiteralExpression): string {
  if (owner !== undefined && (ts.isVariableDeclaration(owner) || ts.isPropertyAssignment(owner))) {
    return owner.name.getText();
  }
  const words = ['verb', 'noun'].map((name) => writtenOption(ts, definition, name));
  return words.map((word) => (word !== undefined && ts.isStringLiteralLike(word) ? word.text : '')).join('');
}

/** Where the options of a parameter do not agree. */
function contradictionsOf(
  ts: TypeScript,
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  parameter: ts.ObjectLiteralExpression,
  place: string,
): readonly Contradiction[] {
  const value = writtenOption(ts, parameter, 'default');
  if (value === undefined) return [];
  const found: Contradiction[] = [];
  const mandatory = writtenOption(ts, parameter, 'mandatory');
  const inAllSets = ['parameterSetName', 'parameters'].every(
    (name) => writtenOption(ts, parameter, name) === undefined,
  );
  if (mandatory?.kind === ts.SyntaxKind.TrueKeyword && inAllSets) {
    const message = text.mandatoryDefault(place, value.getText(file));
    found.push(contradictionAt(file, 'MandatoryHasDefault', message, mandatory, parameter));
  }
  const note = writtenOption(ts, parameter, 'defaultValueNote');
  const actual = defaultValueText(ts, checker, value);
  if (note !== undefined && ts.isStringLiteralLike(note) && actual !== undefined) {
    if (note.text.toLowerCase() !== actual.toLowerCase()) {
      const message = text.defaultDiffers(place, note.text, actual);
      found.push(contradictionAt(file, 'DefaultValueDiffers', message, note, parameter));
    }
  }
  return found;
}
