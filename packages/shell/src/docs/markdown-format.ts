import type { CommandExample } from '@cmdlet/core';
import type { HelpPage, PageLink, PageParameter, SyntaxBlock } from './help-page.js';
import type { PageFormat } from './page-format.js';
import { text } from './text.js';

/** Markdown in the layout of PowerShell's reference pages: one page per command, and a list of all. */
export const markdownFormat: PageFormat = {
  folder: 'docs',
  files: (pages) => [
    { path: 'README.md', content: listPage(pages) },
    ...pages.map((page) => ({ path: `${page.command}.md`, content: commandPage(page) })),
  ],
};

function listPage(pages: readonly HelpPage[]): string {
  const [first] = pages;
  const rows = pages.map(({ command, synopsis }) => `| [${command}](${command}.md) | ${cell(synopsis)} |`);
  return joined([[`# ${text.commandsOf(first?.pack ?? '')}`], ['| Command | Synopsis |', '| --- | --- |', ...rows]]);
}

function commandPage(page: HelpPage): string {
  const { aliases, obsolete } = page;
  return joined([
    ['---', `Module Name: ${yamlText(page.pack)}`, 'schema: 2.0.0', `title: ${page.command}`, '---'],
    [`# ${page.command}`],
    ['## SYNOPSIS'],
    lines(page.synopsis),
    ['## SYNTAX'],
    ...page.syntax.flatMap((block) => syntaxBlock(block, page.syntax.length)),
    ['## DESCRIPTION'],
    ...(obsolete === undefined ? [] : [[`**${text.obsolete}.** ${obsolete}`.trim()]]),
    lines(page.description),
    ...(aliases.length === 0 ? [] : [[`${text.aliases}: ${aliases.map((alias) => `\`${alias}\``).join(', ')}`]]),
    ['## EXAMPLES'],
    ...page.examples.flatMap((example, index) => exampleBlock(example, index + 1)),
    ['## PARAMETERS'],
    ...page.parameters.flatMap(parameterBlock),
    ['### CommonParameters'],
    [page.commonParameters],
    ['## INPUTS'],
    ...page.inputs.map((type) => [`### ${type}`]),
    ['## OUTPUTS'],
    ...page.outputs.map((type) => [`### ${type}`]),
    ['## NOTES'],
    lines(page.notes),
    ['## RELATED LINKS'],
    ...page.links.map((link) => [linkText(link)]),
  ]);
}

function syntaxBlock({ set, isDefault, text: line }: SyntaxBlock, sets: number): string[][] {
  const heading = sets === 1 ? text.allSets : isDefault ? `${set} ${text.defaultSet}` : set;
  return [[`### ${heading}`], ['```', line, '```']];
}

function exampleBlock({ title, code, remarks, output }: CommandExample, number: number): string[][] {
  return [
    [`### ${text.example(number, title)}`],
    ['```powershell', ...lines(code), '```'],
    ...(output === undefined ? [] : [['```Output', ...output.map(String), '```']]),
    ...(remarks === undefined ? [] : [lines(remarks)]),
  ];
}

function parameterBlock({ name, description, facts }: PageParameter): string[][] {
  return [
    [`### -${name}`],
    lines(description),
    ...facts.map((list) => [
      '```yaml',
      ...list.flatMap((fact) => [
        `${fact.name}: ${fact.value}`.trim(),
        // A blank line parts what the parameter is from how it is given.
        ...(fact === list.findLast(({ name: each }) => BEFORE_BLANK.has(each)) ? [''] : []),
      ]),
      '```',
    ]),
  ];
}

const BEFORE_BLANK: ReadonlySet<string> = new Set(['Aliases', 'Accepted values']);

function linkText({ text: title, uri, command }: PageLink): string {
  if (command !== undefined) return `[${title}](${command}.md)`;
  return uri === undefined ? title : `[${title}](${uri})`;
}

/** Names of packages with a scope begin with what YAML keeps for itself. */
function yamlText(value: string): string {
  return value.startsWith('@') ? `'${value}'` : value;
}

function cell(value: string): string {
  return value.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function lines(value: string): string[] {
  return value === '' ? [] : value.split('\n');
}

/** Blocks with a blank line between them; empty ones are left out. */
function joined(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
