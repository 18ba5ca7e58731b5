import { ALL_PARAMETER_SETS, type CommandIndex, type IndexedCommand, type ParameterDescription } from '@cmdlet/core';

/** How the commands of a pack are called, and what they write: a heading for each, a line for each parameter. */
export function commandLines({ commands, aliases, commandPrefix }: CommandIndex): readonly string[] {
  const pack = [
    ...(commandPrefix === null ? [] : [`- prefix \`${commandPrefix}\``]),
    ...Object.entries(aliases)
      .map(([alias, name]) => `- alias \`${alias}\` of \`${name}\``)
      .sort(),
  ];
  return [...(pack.length === 0 ? [] : [pack.join('\n')]), ...[...commands].sort(byName).flatMap(linesOf)];
}

function linesOf(command: IndexedCommand): readonly string[] {
  const { aliases, outputTypes, obsolete } = command;
  const facts = [
    ...(aliases.length === 0 ? [] : [`aliases ${codes(aliases)}`]),
    ...(outputTypes.length === 0 ? [] : [`writes ${codes(outputTypes)}`]),
    ...(command.supportsShouldProcess ? [`asks for confirmation, impact ${command.confirmImpact}`] : []),
    ...(command.supportsPaging ? ['pages'] : []),
    ...(command.hasDynamicParameters ? ['has dynamic parameters'] : []),
    ...(command.asJob ? [] : ['does not run as a job']),
    ...(obsolete === null ? [] : ['obsolete']),
    ...[...command.parameters].sort(byName).map(parameterLine),
  ];
  return [
    `### ${command.name}`,
    ['```text', ...command.sets.map(({ text }) => `${command.name} ${text}`.trim()), '```'].join('\n'),
    ...(facts.length === 0 ? [] : [facts.map((fact) => `- ${fact}`).join('\n')]),
  ];
}

function parameterLine(parameter: ParameterDescription): string {
  const { aliases, values, validation, defaultValue } = parameter;
  const facts = [
    ...parameter.sets.map(placeOf).filter((place) => place !== ''),
    ...(aliases.length === 0 ? [] : [`aliases ${codes(aliases)}`]),
    ...(values.length === 0
      ? []
      : [`${parameter.suggestionsOnly === true ? 'for example' : 'one of'} ${codes(values)}`]),
    ...validation.filter((rule) => !rule.startsWith('ValidateSet')).map((rule) => `\`${rule}\``),
    ...(defaultValue === null || defaultValue === undefined ? [] : [`default \`${defaultValue}\``]),
    ...(parameter.wildcards ? ['wildcards'] : []),
    ...(parameter.hidden ? ['hidden'] : []),
    ...(parameter.obsolete === null ? [] : ['obsolete']),
  ];
  return `\`-${parameter.name} <${parameter.type}>\`${facts.length === 0 ? '' : `: ${facts.join('; ')}`}`;
}

/** How a parameter is given in one parameter set. */
function placeOf({ set, mandatory, position, ...input }: ParameterDescription['sets'][number]): string {
  const facts = [
    ...(mandatory ? ['mandatory'] : []),
    ...(position === null ? [] : [`position ${position}`]),
    ...(input.valueFromPipeline ? ['from the pipeline'] : []),
    ...(input.valueFromPipelineByPropertyName ? ['from the pipeline by property name'] : []),
    ...(input.valueFromRemainingArguments ? ['takes remaining arguments'] : []),
  ].join(', ');
  if (set === ALL_PARAMETER_SETS) return facts;
  return `in ${set}${facts === '' ? '' : ` ${facts}`}`;
}

function codes(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name < right.name ? -1 : 1;
}
