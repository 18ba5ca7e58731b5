import type { CommandExample } from '@cmdlet/core';
import type { HelpPage, PageLink, PageParameter, SyntaxBlock } from './help-page.js';
import type { PageFormat } from './page-format.js';
import { searchScript } from './site/search-script.js';
import { siteStyle } from './site/site-style.js';
import { text } from './text.js';
import { type TextBlock, type TextRun, textBlocks } from './text-blocks.js';

/** A site of static files that needs no server and nothing from elsewhere: a page per command, a list, a search box. */
export const htmlFormat: PageFormat = {
  folder: 'site',
  files: (pages) => [
    { path: 'index.html', content: document(pages, undefined) },
    ...pages.map((page) => ({ path: `${page.command}.html`, content: document(pages, page) })),
    { path: 'search.js', content: searchScript },
    { path: 'style.css', content: siteStyle },
  ],
};

function document(pages: readonly HelpPage[], page: HelpPage | undefined): string {
  const [first] = pages;
  const pack = first?.pack ?? '';
  const title = page === undefined ? text.commandsOf(pack) : page.command;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page === undefined ? title : `${title} - ${pack}`)}</title>
${page === undefined || page.synopsis === '' ? '' : `<meta name="description" content="${escaped(page.synopsis)}">\n`}<link rel="stylesheet" href="style.css">
</head>
<body>
<header><a href="index.html">${escaped(text.generated(pack, first?.version ?? ''))}</a>
<form role="search" id="search"><label>${text.search} <input type="search" name="words" placeholder="${text.searchHint}" autocomplete="off"></label></form></header>
<div class="columns">
<nav aria-label="${escaped(text.commandsOf(pack))}">
<ul id="commands">
${pages.map((each) => listItem(each, page)).join('\n')}
</ul>
<p id="nothing" role="status" hidden>${text.nothingFound}</p>
</nav>
<main>
${page === undefined ? listMain(pages) : commandMain(page)}
</main>
</div>
<script type="application/json" id="search-data">${searchData(pages)}</script>
<script src="search.js"></script>
</body>
</html>
`;
}

/** What is searched, in the order of the list. */
function searchData(pages: readonly HelpPage[]): string {
  const data = pages.map(({ command, synopsis, aliases, parameters }) => ({
    name: command,
    synopsis,
    other: [...aliases, ...parameters.map(({ name }) => `-${name}`)],
  }));
  // The end tag of the script must not appear in it.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function listItem({ command, synopsis }: HelpPage, current: HelpPage | undefined): string {
  const here = current?.command === command ? ' aria-current="page"' : '';
  return `<li><a href="${href(command)}"${here} title="${escaped(synopsis)}">${escaped(command)}</a></li>`;
}

function listMain(pages: readonly HelpPage[]): string {
  const rows = pages.map(
    ({ command, synopsis }) =>
      `<dt><a href="${href(command)}">${escaped(command)}</a></dt><dd>${inline(synopsis)}</dd>`,
  );
  return `<h1>${escaped(text.commandsOf(pages[0]?.pack ?? ''))}</h1>\n<dl>\n${rows.join('\n')}\n</dl>`;
}

function commandMain(page: HelpPage): string {
  const { obsolete, aliases } = page;
  return [
    `<h1>${escaped(page.command)}</h1>`,
    `<p class="synopsis">${inline(page.synopsis)}</p>`,
    section('Syntax', page.syntax.map((block) => syntaxBlock(block, page.syntax.length)).join('\n')),
    section(
      'Description',
      [
        obsolete === undefined ? '' : `<p class="obsolete"><strong>${text.obsolete}.</strong> ${inline(obsolete)}</p>`,
        blocks(page.description),
        aliases.length === 0
          ? ''
          : `<p>${text.aliases}: ${aliases.map((alias) => `<code>${escaped(alias)}</code>`).join(', ')}</p>`,
      ].join(''),
    ),
    section('Examples', page.examples.map(exampleBlock).join('\n')),
    section(
      'Parameters',
      [
        ...page.parameters.map(parameterBlock),
        `<h3 id="CommonParameters">CommonParameters</h3>\n<p>${escaped(page.commonParameters)}</p>`,
      ].join('\n'),
    ),
    section('Inputs', typeList(page.inputs)),
    section('Outputs', typeList(page.outputs)),
    section('Notes', blocks(page.notes)),
    section('Related links', page.links.length === 0 ? '' : `<ul>${page.links.map(linkItem).join('')}</ul>`),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function section(title: string, content: string): string {
  if (content === '') return '';
  const id = title.toLowerCase().replaceAll(' ', '-');
  return `<section id="${id}">\n<h2>${title}</h2>\n${content}\n</section>`;
}

function syntaxBlock({ set, isDefault, text: line }: SyntaxBlock, sets: number): string {
  const heading = sets === 1 ? '' : `<h3>${escaped(isDefault ? `${set} ${text.defaultSet}` : set)}</h3>\n`;
  return `${heading}<pre><code>${escaped(line)}</code></pre>`;
}

function exampleBlock({ title, code, remarks, output }: CommandExample, index: number): string {
  return [
    `<h3>${escaped(text.example(index + 1, title))}</h3>`,
    `<pre><code>${escaped(code)}</code></pre>`,
    output === undefined ? '' : `<pre class="output"><samp>${escaped(output.map(String).join('\n'))}</samp></pre>`,
    blocks(remarks ?? ''),
  ].join('\n');
}

function parameterBlock({ name, description, facts }: PageParameter): string {
  const tables = facts.map(
    (list) =>
      `<table>${list.map((fact) => `<tr><th scope="row">${escaped(fact.name)}</th><td>${escaped(fact.value)}</td></tr>`).join('')}</table>`,
  );
  return `<h3 id="${escaped(name)}">-${escaped(name)}</h3>\n${blocks(description)}\n${tables.join('\n')}`;
}

function typeList(types: readonly string[]): string {
  return `<ul>${types.map((type) => `<li><code>${escaped(type)}</code></li>`).join('')}</ul>`;
}

function linkItem({ text: title, uri, command }: PageLink): string {
  const target = command === undefined ? uri : href(command);
  return `<li>${target === undefined ? escaped(title) : anchor(target, title)}</li>`;
}

function blocks(value: string): string {
  return textBlocks(value).map(blockText).join('\n');
}

function blockText(block: TextBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${block.inline.map(runText).join('')}</p>`;
    case 'code':
      return `<pre><code>${escaped(block.code)}</code></pre>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${item.map(runText).join('')}</li>`).join('')}</${tag}>`;
    }
  }
}

function inline(value: string): string {
  return textBlocks(value)
    .flatMap((block) => (block.kind === 'paragraph' ? block.inline : []))
    .map(runText)
    .join('');
}

function runText(run: TextRun): string {
  switch (run.kind) {
    case 'text':
      return escaped(run.text);
    case 'link':
      return anchor(run.uri, run.text);
    default:
      return `<${run.kind}>${escaped(run.text)}</${run.kind}>`;
  }
}

/** Only addresses that lead somewhere: a text of the author's is no script. */
function anchor(target: string, title: string): string {
  const isSafe = /^(?:https?:|mailto:|[\w%-]+\.html(?:#|$)|#)/iu.test(target);
  return isSafe ? `<a href="${escaped(target)}">${escaped(title)}</a>` : escaped(title);
}

function href(command: string): string {
  return `${encodeURIComponent(command)}.html`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
