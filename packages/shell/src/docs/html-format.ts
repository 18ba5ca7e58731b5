import type { HelpPage } from './help-page.js';
import { commandHtml } from './html-command.js';
import { escaped, inlineHtml, pageOf } from './html-text.js';
import type { PageFormat } from './page-format.js';
import { searchScript } from './site/search-script.js';
import { siteIcon } from './site/site-icon.js';
import { siteStyle } from './site/site-style.js';
import { text } from './text.js';

/** A site of static files that needs no server and nothing from elsewhere: a page per command, a list, a search box. */
export const htmlFormat: PageFormat = {
  folder: 'site',
  files: (pages) => [
    { path: 'index.html', content: document(pages, undefined) },
    ...pages.map((page) => ({ path: `${page.command}.html`, content: document(pages, page) })),
    { path: 'search.js', content: searchScript },
    { path: 'style.css', content: siteStyle },
    { path: 'icon.svg', content: siteIcon },
  ],
};

function document(pages: readonly HelpPage[], page: HelpPage | undefined): string {
  const { pack = '', version = '' } = pages[0] ?? {};
  const title = page === undefined ? text.commandsOf(pack) : `${page.command} - ${pack}`;
  const synopsis = page?.synopsis ?? '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
${synopsis === '' ? '' : `<meta name="description" content="${escaped(synopsis)}">\n`}<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="style.css">
</head>
<body>
<a class="skip" href="#content">${text.skip}</a>
<header>
<a class="pack" href="index.html">${escaped(pack)} <small>${escaped(version)}</small></a>
<form role="search" id="search">
<input type="search" name="words" aria-label="${text.search}" aria-describedby="found" aria-controls="commands" aria-keyshortcuts="/" placeholder="${text.searchHint}" autocomplete="off" spellcheck="false">
<kbd aria-hidden="true">/</kbd>
</form>
${page === undefined ? '' : `<a class="to-commands" href="#list">${text.commands}</a>\n`}</header>
<div class="columns${page === undefined ? ' front' : ''}">
<nav class="commands" id="list" aria-label="${escaped(text.commandsOf(pack))}">
<p id="found" role="status" aria-live="polite"></p>
<ul id="commands">
${pages.map((each) => listItem(each, page)).join('\n')}
</ul>
</nav>
${page === undefined ? frontHtml(pages) : commandHtml(page)}
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
  return `<li><a href="${pageOf(command)}"${here} title="${escaped(synopsis)}">${escaped(command)}</a></li>`;
}

function frontHtml(pages: readonly HelpPage[]): string {
  const rows = pages.map(
    ({ command, synopsis }) =>
      `<div><dt><a href="${pageOf(command)}">${escaped(command)}</a></dt><dd>${inlineHtml(synopsis)}</dd></div>`,
  );
  const heading = escaped(text.commandsOf(pages[0]?.pack ?? ''));
  return `<main id="content">\n<h1>${heading}</h1>\n<dl class="all">\n${rows.join('\n')}\n</dl>\n</main>`;
}
