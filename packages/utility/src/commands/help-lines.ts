import type { CommandDescription, CommandExample, ParameterDescription, RelatedLink } from '@cmdlet/core';
import { helpSyntax } from './syntax-lines.js';
import { text } from './text.js';

/** How much of the help is shown. */
export type HelpView = 'default' | 'detailed' | 'full' | 'examples';

/**
 * The help of a command as lines: what it is called and how it is typed, and what its author says about it.
 *
 * Made from a description alone, so that the index of a pack is enough.
 */
export function helpLines(command: CommandDescription, view: HelpView = 'default'): readonly string[] {
  const name = section('NAME', [command.name]);
  const aliases = command.aliases.length === 0 ? ['None'] : command.aliases;
  const end = [...section('ALIASES', [...aliases, '']), ...section('REMARKS', ['None'])];
  const examples = command.examples.flatMap((example, index) => exampleLines(example, index + 1));
  if (view === 'examples') return [...name, ...sectionIfAny('EXAMPLES', examples), ...end];
  const head = [...name, ...about(command), ...syntaxSection(command)];
  switch (view) {
    case 'detailed':
      return [...head, ...parameterSection(command, shortLines), ...sectionIfAny('EXAMPLES', examples), ...end];
    case 'full':
      return [
        ...head,
        ...parameterSection(command, parameterLines),
        ...section('INPUTS', [...inputTypes(command), '']),
        ...outputSection(command),
        ...sectionIfAny('NOTES', command.notes?.split('\n') ?? []),
        ...sectionIfAny('EXAMPLES', examples),
        ...sectionIfAny('RELATED LINKS', command.links?.map(linkLine) ?? []),
        ...end,
      ];
    default:
      return [...head, ...end];
  }
}

/** The help of one parameter, as lines. */
export function parameterLines(parameter: ParameterDescription): readonly string[] {
  const [first] = parameter.sets;
  const about = [parameter.helpMessage, parameter.description].flatMap((text) => text?.split('\n') ?? []);
  const sets = parameter.sets.map(({ set }) => (set === '__AllParameterSets' ? '(All)' : set)).join(', ');
  const facts: readonly (readonly [string, string])[] = [
    ['Required?', String(first?.mandatory ?? false)],
    ['Position?', first?.position === null || first?.position === undefined ? 'Named' : String(first.position)],
    ['Accept pipeline input?', pipelineInput(first)],
    ['Parameter set name', sets],
    ['Aliases', listOrNone(parameter.aliases)],
    ['Dynamic?', String(parameter.dynamic)],
    ['Accept wildcard characters?', String(parameter.wildcards)],
  ];
  return [
    heading(parameter),
    ...indented([
      ...about,
      '',
      ...facts.map(([name, value]) => `${name.padEnd(FACT_WIDTH)}${value}`),
      ...(parameter.defaultValue === null ? [] : [`${'Default value'.padEnd(FACT_WIDTH)}${parameter.defaultValue}`]),
    ]),
  ];
}

const FACT_WIDTH = 29;

function section(title: string, lines: readonly string[]): readonly string[] {
  return [title, ...indented(lines), ''];
}

function sectionIfAny(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : section(title, lines);
}

function about({ synopsis, description, obsolete }: CommandDescription): readonly string[] {
  return [
    ...sectionIfAny('SYNOPSIS', synopsis?.split('\n') ?? []),
    ...sectionIfAny('DESCRIPTION', description?.split('\n') ?? []),
    ...sectionIfAny('OBSOLETE', obsolete === null || obsolete === '' ? [] : [obsolete]),
  ];
}

function syntaxSection(command: CommandDescription): readonly string[] {
  return section('SYNTAX', [...helpSyntax(command).flatMap((line) => [line, ''])]);
}

function parameterSection(
  command: CommandDescription,
  linesOf: (parameter: ParameterDescription) => readonly string[],
): readonly string[] {
  const common = [...text.commonParameters, ...(command.asJob ? [text.jobParameters] : [])];
  const own = sortedParameters(command).flatMap((parameter) => [...linesOf(parameter), '']);
  return section('PARAMETERS', [...own, '<CommonParameters>', ...indented(common), '']);
}

/** In order of their names. */
export function sortedParameters({ parameters }: CommandDescription): readonly ParameterDescription[] {
  return [...parameters].sort((left, right) => left.name.localeCompare(right.name, 'en'));
}

function shortLines(parameter: ParameterDescription): readonly string[] {
  const about = [parameter.helpMessage, parameter.description].flatMap((text) => text?.split('\n') ?? []);
  return [heading(parameter), ...indented(about)];
}

function heading({ name, type, isSwitch }: ParameterDescription): string {
  return isSwitch ? `-${name}` : `-${name} <${type}>`;
}

function pipelineInput(set: ParameterDescription['sets'][number] | undefined): string {
  const ways = [
    ...(set?.valueFromPipeline === true ? ['ByValue'] : []),
    ...(set?.valueFromPipelineByPropertyName === true ? ['ByPropertyName'] : []),
  ];
  return ways.length === 0 ? 'false' : `true (${ways.join(', ')})`;
}

/** The types of the parameters that take pipeline input, each once. */
function inputTypes({ parameters }: CommandDescription): readonly string[] {
  const taking = parameters.filter(({ sets }) =>
    sets.some((set) => set.valueFromPipeline || set.valueFromPipelineByPropertyName),
  );
  const types = [...new Set(taking.map(({ type }) => type))];
  return types.length === 0 ? ['None'] : types;
}

function outputSection({ outputTypes }: CommandDescription): readonly string[] {
  return section('OUTPUTS', outputTypes.length === 0 ? ['Object'] : [...outputTypes, '']);
}

function exampleLines({ title, code, remarks }: CommandExample, number: number): readonly string[] {
  const heading = `-------------------------- Example ${number}${title === undefined ? '' : `: ${title}`} --------------------------`;
  return [heading, '', ...code.split('\n'), '', ...(remarks === undefined ? [] : [...remarks.split('\n'), ''])];
}

function linkLine({ text, uri }: RelatedLink): string {
  return uri === undefined || uri === text ? text : `${text} ${uri}`;
}

function listOrNone(names: readonly string[]): string {
  return names.length === 0 ? 'None' : names.join(', ');
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`));
}
