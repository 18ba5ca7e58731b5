import type { CommandExample } from '@cmdlet/core';
import type { HelpPage, PageLink, PageParameter } from './help-page.js';
import type { PageFormat } from './page-format.js';
import { text } from './text.js';
import { type TextBlock, type TextRun, textBlocks } from './text-blocks.js';

/** Manual pages of section 1, one per command: `man ./Get-Forecast.1`. */
export const manFormat: PageFormat = {
  folder: 'man',
  files: (pages) => pages.map((page) => ({ path: `man1/${page.command}.1`, content: manPage(page) })),
};

function manPage(page: HelpPage): string {
  const { command, pack, version } = page;
  const lines = [
    `.TH ${quoted(command.toUpperCase())} 1 "" ${quoted(`${pack} ${version}`)} ${quoted(pack)}`,
    ...section('NAME', [`${escaped(command)} \\- ${escaped(page.synopsis.replaceAll('\n', ' ')) || escaped(command)}`]),
    ...section('SYNOPSIS', parts(page.syntax.map(({ text: line }) => ['.nh', escaped(line), '.hy']))),
    ...section('DESCRIPTION', [
      ...blockLines([
        ...(page.obsolete === undefined ? [] : textBlocks(`**${text.obsolete}.** ${page.obsolete}`)),
        ...textBlocks(page.description),
      ]),
      ...(page.aliases.length === 0 ? [] : ['.PP', `${text.aliases}: ${escaped(page.aliases.join(', '))}`]),
    ]),
    ...section('PARAMETERS', [
      ...page.parameters.flatMap(parameterLines),
      '.TP',
      '.I CommonParameters',
      escaped(page.commonParameters),
    ]),
    ...section('INPUTS', parts(page.inputs.map((type) => [escaped(type)]))),
    ...section('OUTPUTS', parts(page.outputs.map((type) => [escaped(type)]))),
    ...section('EXAMPLES', page.examples.flatMap(exampleLines)),
    ...section('NOTES', blockLines(textBlocks(page.notes))),
    ...section('SEE ALSO', parts(page.links.map((link) => [linkText(link)]))),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`.SH ${title}`, ...lines];
}

/** Lists of lines with a paragraph's space between them. */
function parts(all: readonly (readonly string[])[]): readonly string[] {
  return all.flatMap((lines, index) => (index === 0 ? lines : ['.PP', ...lines]));
}

function parameterLines({ name, description, facts }: PageParameter): readonly string[] {
  const blocks = textBlocks(description);
  return [
    '.TP',
    `.B ${escaped(`-${name}`)}`,
    ...indentedBlocks(blocks),
    ...facts.flatMap((list, index) => [
      ...(index === 0 && blocks.length === 0 ? [] : ['.IP']),
      '.nf',
      ...list.filter(({ value }) => value !== '').map((fact) => escaped(`${fact.name}: ${fact.value}`)),
      '.fi',
    ]),
  ];
}

function exampleLines({ title, code, remarks, output }: CommandExample, index: number): readonly string[] {
  return [
    `.SS ${quoted(text.example(index + 1, title))}`,
    ...codeLines(code),
    ...(output === undefined || output.length === 0 ? [] : ['.PP', ...codeLines(output.map(String).join('\n'))]),
    ...(remarks === undefined ? [] : ['.PP', ...blockLines(textBlocks(remarks))]),
  ];
}

/** Paragraphs of a section. */
function blockLines(blocks: readonly TextBlock[]): readonly string[] {
  return blocks.flatMap((block, index) => [
    ...(index === 0 || block.kind === 'list' ? [] : ['.PP']),
    ...oneBlock(block),
  ]);
}

/** Paragraphs below the name of a parameter. */
function indentedBlocks(blocks: readonly TextBlock[]): readonly string[] {
  return blocks.flatMap((block, index) => [
    ...(index === 0 || block.kind === 'list' ? [] : ['.IP']),
    ...(block.kind === 'list' ? ['.RS', ...oneBlock(block), '.RE'] : oneBlock(block)),
  ]);
}

function oneBlock(block: TextBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [runs(block.inline)];
    case 'code':
      return codeLines(block.code);
    case 'list':
      return block.items.flatMap((item, index) => [block.ordered ? `.IP ${index + 1}. 4` : '.IP \\(bu 2', runs(item)]);
  }
}

function codeLines(code: string): readonly string[] {
  return ['.nf', ...code.split('\n').map((line) => `    ${plain(line)}`.trimEnd()), '.fi'];
}

function runs(all: readonly TextRun[]): string {
  const line = all
    .map((run) => {
      if (run.kind === 'text') return plain(run.text);
      if (run.kind !== 'link') return `\\fB${plain(run.text)}\\fP`;
      return run.text === run.uri ? plain(run.uri) : `${plain(run.text)} <${plain(run.uri)}>`;
    })
    .join('');
  return protectedStart(line);
}

function linkText({ text: title, uri, command }: PageLink): string {
  if (command !== undefined) return `\\fB${plain(command)}\\fP(1)`;
  return escaped(uri === undefined || uri === title ? title : `${title} <${uri}>`);
}

/** A line of text. */
function escaped(line: string): string {
  return protectedStart(plain(line));
}

function plain(value: string): string {
  return value
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti');
}

/** A line that begins with a dot or an apostrophe would be a request. */
function protectedStart(line: string): string {
  return /^[.']/u.test(line) ? `\\&${line}` : line;
}

/** An argument of a request. */
function quoted(value: string): string {
  return `"${plain(value).replaceAll('"', '\\(dq')}"`;
}
