import type { ParameterMetadata } from '@cmdlet/core';
import { isPlural, singularOf } from '../plural.js';
import { lintText as text } from '../text.js';
import { STANDARD_PARAMETERS } from '../verb-groups.js';
import { pascalCase } from './names.js';
import { type ParameterRule, when } from './rule.js';

const PASCAL_CASE = /^\p{Lu}[\p{L}\p{N}]*$/u;
const NOT_NAMED_BY_WHAT_THEY_HOLD: ReadonlySet<string> = new Set(['number', 'integer', 'bigint', 'duration', 'switch']);
const SECRET = /(?:password|passphrase|passwd|secret|token|api_?key|access_?key|private_?key|credential)$/i;

export const parameterCase: ParameterRule = ({ name }) =>
  when(!PASCAL_CASE.test(name), () => ({
    id: 'ParameterNotPascalCase',
    severity: 'warning',
    message: text.notPascalCase(name),
    remedy: text.write(`-${pascalCase(name)}`),
  }));

/** A number of days is called `-Days`, and a switch says a whole phrase. */
export const pluralParameter: ParameterRule = ({ name, type }) =>
  when(isPlural(name) && !NOT_NAMED_BY_WHAT_THEY_HOLD.has(type.kind), () => ({
    id: 'PluralParameter',
    severity: 'warning',
    message: text.pluralParameter(name),
    remedy: text.write(`-${singularOf(name)}`),
  }));

export const standardName: ParameterRule = ({ name }, { parameters }) => {
  const standard = STANDARD_PARAMETERS[name];
  return when(standard !== undefined && !parameters.some((each) => each.name === standard), () => ({
    id: 'NonStandardParameter',
    severity: 'information',
    message: text.nonStandard(name, standard ?? ''),
    remedy: text.keepAsAlias(standard ?? '', name),
  }));
};

/** One that alone selects its set is a way to choose the set; one in all sets is no choice. */
export const mandatorySwitch: ParameterRule = (parameter) =>
  when(isSwitch(parameter) && parameter.sets.some((set) => set.mandatory && isForAllSets(set)), () => ({
    id: 'MandatorySwitch',
    severity: 'warning',
    message: text.mandatorySwitch,
    remedy: text.makeOptional,
  }));

export const positionalSwitch: ParameterRule = (parameter) =>
  when(isSwitch(parameter) && parameter.sets.some(({ position }) => position !== undefined), () => ({
    id: 'PositionalSwitch',
    severity: 'warning',
    message: text.positionalSwitch,
    remedy: text.leaveOutPosition,
  }));

export const plainTextSecret: ParameterRule = ({ name, type }) =>
  when(
    SECRET.test(name) && (type.kind === 'string' || (type.kind === 'array' && type.element.kind === 'string')),
    () => ({
      id: 'PlainTextSecret',
      severity: 'warning',
      message: text.plainTextSecret,
      remedy: text.hideSecret,
    }),
  );

export const parameterHelp: ParameterRule = ({ description, sets }) =>
  when(
    description === undefined && sets.every(({ helpMessage, dontShow }) => helpMessage === undefined && !dontShow),
    () => ({
      id: 'MissingParameterHelp',
      severity: 'information',
      message: text.noParameterHelp,
      remedy: text.writeDescription,
    }),
  );

export const obsoleteWithoutHint: ParameterRule = ({ obsolete }) =>
  when(obsolete === '', () => ({
    id: 'ObsoleteWithoutHint',
    severity: 'information',
    message: text.obsoleteWithoutHint,
    remedy: text.sayInstead,
  }));

function isSwitch({ type }: ParameterMetadata): boolean {
  return type.kind === 'switch';
}

function isForAllSets({ parameterSetName }: ParameterMetadata['sets'][number]): boolean {
  return parameterSetName === '__AllParameterSets';
}
