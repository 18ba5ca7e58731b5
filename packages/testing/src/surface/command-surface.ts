import { ALL_PARAMETER_SETS, buildIndex, type IndexedCommand, type Pack } from '@cmdlet/core';

type ParameterDescription = IndexedCommand['parameters'][number];

/**
 * The public surface of a pack as readable text: commands, aliases, parameter sets, parameters with their types, what is
 * written to output. Two packs with the same text can be called in the same ways.
 *
 * Help texts and the order in which things are declared are no part of it, so that they do not disturb a snapshot.
 */
export async function commandSurface(pack: Pack): Promise<string> {
  const { commands, aliases, commandPrefix } = await buildIndex(pack);
  const head = [`pack ${pack.name}${commandPrefix === null ? '' : ` (prefix ${commandPrefix})`}`];
  const packAliases = Object.entries(aliases).map(([alias, name]) => `alias ${alias} = ${name}`);
  const bodies = [...commands].sort(byName).map((command) => commandLines(command).join('\n'));
  return `${[[...head, ...packAliases.sort()].join('\n'), ...bodies].join('\n\n')}\n`;
}

function commandLines(command: IndexedCommand): string[] {
  const facts = [
    ...command.aliases.map((alias) => `alias ${alias}`),
    ...(command.supportsShouldProcess ? [`confirms (impact ${command.confirmImpact})`] : []),
    ...(command.supportsPaging ? ['pages'] : []),
    ...(command.asJob ? [] : ['never runs as a job']),
    ...(command.hasDynamicParameters ? ['has dynamic parameters'] : []),
    ...(command.obsolete === null ? [] : ['obsolete']),
    ...(command.outputTypes.length === 0 ? [] : [`writes ${command.outputTypes.join(' | ')}`]),
  ];
  return [
    command.name,
    ...facts.sort().map(indented),
    ...command.sets.map((set) => indented(setLine(set))),
    ...[...command.parameters].sort(byName).map((parameter) => indented(parameterLine(parameter))),
  ];
}

function setLine(set: IndexedCommand['sets'][number]): string {
  if (set.name === ALL_PARAMETER_SETS) return `called ${set.text}`;
  return `set ${set.name}${set.default ? ' (default)' : ''}: ${set.text}`;
}

function parameterLine(parameter: ParameterDescription): string {
  const facts = [
    `-${parameter.name} <${parameter.type}>`,
    ...(parameter.aliases.length === 0 ? [] : [`alias ${parameter.aliases.join(', ')}`]),
    ...(parameter.values.length === 0 ? [] : [`one of ${parameter.values.join(', ')}`]),
    ...parameter.validation.filter((rule) => !rule.startsWith('ValidateSet')),
    ...(parameter.wildcards ? ['wildcards'] : []),
    ...(parameter.hidden ? ['hidden'] : []),
    ...(parameter.obsolete === null ? [] : ['obsolete']),
    ...parameter.sets.map(setFacts).filter((facts) => facts !== ''),
  ];
  return facts.join('; ');
}

function setFacts(set: ParameterDescription['sets'][number]): string {
  const facts = [
    ...(set.mandatory ? ['mandatory'] : []),
    ...(set.position === null ? [] : [`position ${set.position}`]),
    ...(set.valueFromPipeline ? ['from pipeline'] : []),
    ...(set.valueFromPipelineByPropertyName ? ['from property'] : []),
    ...(set.valueFromRemainingArguments ? ['takes the rest'] : []),
  ].join(', ');
  return set.set === ALL_PARAMETER_SETS || facts === '' ? facts : `${set.set}: ${facts}`;
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name < right.name ? -1 : 1;
}

function indented(line: string): string {
  return `  ${line}`;
}
