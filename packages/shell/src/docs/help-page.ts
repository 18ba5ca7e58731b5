import {
  type CommandExample,
  type CommandIndex,
  type CommandNames,
  type IndexedCommand,
  IndexFile,
  type ParameterDescription,
  type RelatedLink,
} from '@cmdlet/core';
import { text } from './text.js';

/** Everything that stands on the reference page of a command, in the order of the page: what all formats are written from. */
export interface HelpPage {
  readonly command: string;
  readonly pack: string;
  readonly version: string;
  readonly synopsis: string;
  readonly aliases: readonly string[];
  readonly obsolete: string | undefined;
  readonly syntax: readonly SyntaxBlock[];
  readonly description: string;
  readonly examples: readonly CommandExample[];
  readonly parameters: readonly PageParameter[];
  readonly commonParameters: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly notes: string;
  readonly links: readonly PageLink[];
}

/** How a command is typed with one parameter set. */
export interface SyntaxBlock {
  readonly set: string;
  readonly isDefault: boolean;
  readonly text: string;
}

export interface PageParameter {
  readonly name: string;
  readonly description: string;
  /** What is to be known about it: `Type`, `Parameter Sets` …; one list for the sets in which it is the same. */
  readonly facts: readonly (readonly ParameterFact[])[];
}

export interface ParameterFact {
  readonly name: string;
  readonly value: string;
}

/** A link; to a command of the same pack where it names one. */
export interface PageLink extends RelatedLink {
  readonly command?: string;
}

/** The pages of all commands of a pack, by name. */
export function helpPages(index: CommandIndex): readonly HelpPage[] {
  // As they are called: with the prefix of the pack, and with aliases that the pack declares.
  const called = new IndexFile(index).names;
  const names = new Map(called.map(([name]) => [name.toLowerCase(), name]));
  return index.commands
    .map((command, place) => pageOf(command, called[place] ?? [command.name], index, names))
    .sort((left, right) => left.command.localeCompare(right.command, 'en'));
}

function pageOf(
  command: IndexedCommand,
  [name, ...aliases]: CommandNames,
  { pack }: CommandIndex,
  names: ReadonlyMap<string, string>,
): HelpPage {
  const parameters = command.parameters.filter(({ hidden }) => !hidden);
  return {
    command: name,
    pack: pack.name,
    version: pack.version,
    synopsis: command.synopsis ?? '',
    aliases,
    obsolete: command.obsolete ?? undefined,
    syntax: command.sets.map((set) => ({
      set: set.name === ALL_SETS ? text.allSets : set.name,
      isDefault: set.default,
      text: `${name} ${set.text}`.trim(),
    })),
    description: command.description ?? '',
    examples: command.examples,
    parameters: [...parameters].sort((left, right) => left.name.localeCompare(right.name, 'en')).map(parameterOf),
    commonParameters: text.commonParameters(command.asJob),
    inputs: inputTypes(parameters),
    outputs: command.outputTypes.length === 0 ? [text.anything] : command.outputTypes,
    notes: command.notes ?? '',
    links: (command.links ?? []).map((link) => linkOf(link, names)),
  };
}

const ALL_SETS = '__AllParameterSets';

function parameterOf(parameter: ParameterDescription): PageParameter {
  const about = [parameter.description, parameter.helpMessage, parameter.obsolete];
  const lines = [...new Set(about.filter((line): line is string => line !== null && line !== ''))];
  return { name: parameter.name, description: lines.join('\n\n'), facts: factsOf(parameter) };
}

/** One list for each way in which the parameter takes part in sets. */
function factsOf(parameter: ParameterDescription): readonly (readonly ParameterFact[])[] {
  const ways = new Map<string, string[]>();
  for (const { set, ...way } of parameter.sets) {
    const key = JSON.stringify(way);
    ways.set(key, [...(ways.get(key) ?? []), set === ALL_SETS ? text.allSets : set]);
  }
  return [...ways].map(([key, sets]) => {
    const way = JSON.parse(key) as Omit<ParameterDescription['sets'][number], 'set'>;
    return [
      fact('Type', parameter.type),
      fact('Parameter Sets', sets.join(', ')),
      fact('Aliases', parameter.aliases.join(', ')),
      ...(parameter.values.length === 0 || parameter.suggestionsOnly === true
        ? []
        : [fact('Accepted values', parameter.values.join(', '))]),
      fact('Required', yesOrNo(way.mandatory)),
      fact('Position', way.position === null ? text.named : String(way.position)),
      fact('Default value', parameter.defaultValue ?? (parameter.isSwitch ? yesOrNo(false) : text.none)),
      fact('Accept pipeline input', pipelineInput(way)),
      fact('Accept wildcard characters', yesOrNo(parameter.wildcards)),
    ];
  });
}

function fact(name: string, value: string): ParameterFact {
  return { name, value };
}

function yesOrNo(value: boolean): string {
  return value ? 'True' : 'False';
}

function pipelineInput(
  way: Pick<ParameterDescription['sets'][number], 'valueFromPipeline' | 'valueFromPipelineByPropertyName'>,
): string {
  const ways = [
    ...(way.valueFromPipelineByPropertyName ? ['ByPropertyName'] : []),
    ...(way.valueFromPipeline ? ['ByValue'] : []),
  ];
  return ways.length === 0 ? yesOrNo(false) : `${yesOrNo(true)} (${ways.join(', ')})`;
}

/** The types of parameters that take records, each once. */
function inputTypes(parameters: readonly ParameterDescription[]): readonly string[] {
  const taking = parameters.filter(({ sets }) =>
    sets.some((set) => set.valueFromPipeline || set.valueFromPipelineByPropertyName),
  );
  const types = [...new Set(taking.map(({ type }) => type))];
  return types.length === 0 ? [text.none] : types;
}

function linkOf(link: RelatedLink, names: ReadonlyMap<string, string>): PageLink {
  const command = link.uri === undefined ? names.get(link.text.toLowerCase()) : undefined;
  return command === undefined ? link : { ...link, command };
}
