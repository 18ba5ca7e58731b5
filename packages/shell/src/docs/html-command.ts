import type { CommandExample } from '@cmdlet/core';
import type { HelpPage, PageLink, PageParameter, SyntaxBlock } from './help-page.js';
import { blocksHtml, escaped, inlineHtml, linkHtml, pageOf } from './html-text.js';
import { syntaxWords } from './syntax-words.js';
import { text } from './text.js';

/** A heading of a command's page, with those below it. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly parts?: readonly { readonly id: string; readonly title: string }[];
}

/** What the page of a command says, and beside it what stands where. */
export function commandHtml(page: HelpPage): string {
  const sections = sectionsOf(page).filter(({ content }) => content !== '');
  return `<main id="content">
<h1>${escaped(page.command)}</h1>
<p class="synopsis">${inlineHtml(page.synopsis)}</p>
${sections.map(sectionHtml).join('\n')}
</main>
<nav class="contents" aria-label="${text.onThisPage}">
<h2>${text.onThisPage}</h2>
<ul>
${sections.map(contentsItem).join('\n')}
</ul>
</nav>`;
}

function sectionsOf(page: HelpPage): readonly Section[] {
  const parameters = page.parameters.map(({ name }) => ({ id: escaped(name), title: `-${escaped(name)}` }));
  return [
    {
      id: 'syntax',
      title: 'Syntax',
      content: page.syntax.map((block) => syntaxBlock(block, page.syntax.length)).join('\n'),
    },
    { id: 'description', title: 'Description', content: description(page) },
    { id: 'examples', title: 'Examples', content: page.examples.map(exampleBlock).join('\n') },
    {
      id: 'parameters',
      title: 'Parameters',
      content: [
        ...page.parameters.map(parameterBlock),
        `${heading('CommonParameters', 'CommonParameters')}\n<p>${escaped(page.commonParameters)}</p>`,
      ].join('\n'),
      parts: parameters,
    },
    { id: 'inputs', title: 'Inputs', content: typeList(page.inputs) },
    { id: 'outputs', title: 'Outputs', content: typeList(page.outputs) },
    { id: 'notes', title: 'Notes', content: blocksHtml(page.notes) },
    {
      id: 'related-links',
      title: 'Related links',
      content: page.links.length === 0 ? '' : `<ul>${page.links.map(linkItem).join('')}</ul>`,
    },
  ];
}

function sectionHtml({ id, title, content }: Section): string {
  return `<section id="${id}">\n<h2>${title}</h2>\n${content}\n</section>`;
}

function contentsItem({ id, title, parts = [] }: Section): string {
  const inner = parts.map((part) => `<li><a href="#${part.id}">${part.title}</a></li>`).join('');
  return `<li><a href="#${id}">${title}</a>${inner === '' ? '' : `<ul>${inner}</ul>`}</li>`;
}

function description({ obsolete, description: about, aliases }: HelpPage): string {
  return [
    obsolete === undefined ? '' : `<p class="obsolete"><strong>${text.obsolete}.</strong> ${inlineHtml(obsolete)}</p>`,
    blocksHtml(about),
    aliases.length === 0
      ? ''
      : `<p>${text.aliases}: ${aliases.map((alias) => `<code>${escaped(alias)}</code>`).join(', ')}</p>`,
  ].join('');
}

/** Lines are broken between parameters, not in them. */
function syntaxBlock({ set, isDefault, text: line }: SyntaxBlock, sets: number): string {
  const title = sets === 1 ? '' : `<h3>${escaped(isDefault ? `${set} ${text.defaultSet}` : set)}</h3>\n`;
  const words = syntaxWords(line).map((word) => `<span>${escaped(word)}</span>`);
  return `${title}<pre class="syntax"><code>${words.join(' ')}</code></pre>`;
}

function exampleBlock({ title, code, remarks, output }: CommandExample, index: number): string {
  return [
    `<h3>${escaped(text.example(index + 1, title))}</h3>`,
    `<pre><code>${escaped(code)}</code></pre>`,
    ...(output === undefined
      ? []
      : [`<pre class="output"><samp>${escaped(output.map(String).join('\n'))}</samp></pre>`]),
    ...(remarks === undefined ? [] : [blocksHtml(remarks)]),
  ].join('\n');
}

function parameterBlock({ name, description: about, facts }: PageParameter): string {
  const tables = facts.map((list) => {
    const rows = list
      .filter(({ value }) => value !== '')
      .map((fact) => `<tr><th scope="row">${escaped(fact.name)}</th><td>${factHtml(fact.name, fact.value)}</td></tr>`);
    return `<table>${rows.join('')}</table>`;
  });
  return `${heading(name, `-${name}`)}\n${blocksHtml(about)}\n${tables.join('\n')}`;
}

/** What is typed looks like it. */
function factHtml(name: string, value: string): string {
  if (!TYPED.has(name)) return escaped(value);
  const words = value.split(', ').map((word) => `<code>${escaped(word)}</code>`);
  return words.join(', ');
}

const TYPED: ReadonlySet<string> = new Set(['Type', 'Aliases', 'Accepted values']);

/** A heading that can be linked to. */
function heading(anchor: string, title: string): string {
  const [place, shown] = [escaped(anchor), escaped(title)];
  return `<h3 id="${place}"><code>${shown}</code> <a class="anchor" href="#${place}" aria-label="${text.linkTo(shown)}">#</a></h3>`;
}

function typeList(types: readonly string[]): string {
  return `<ul>${types.map((type) => `<li><code>${escaped(type)}</code></li>`).join('')}</ul>`;
}

function linkItem({ text: title, uri, command }: PageLink): string {
  const target = command === undefined ? uri : pageOf(command);
  return `<li>${target === undefined ? escaped(title) : linkHtml(target, title)}</li>`;
}
