import { type TextBlock, type TextRun, textBlocks } from './text-blocks.js';

/** A help text as HTML: paragraphs, lists and code. */
export function blocksHtml(value: string): string {
  return textBlocks(value).map(blockHtml).join('\n');
}

/** A help text that stands in a line: its paragraphs, without the elements that make them so. */
export function inlineHtml(value: string): string {
  return textBlocks(value)
    .flatMap((block) => (block.kind === 'paragraph' ? block.inline : []))
    .map(runHtml)
    .join('');
}

/** A link, if its address leads somewhere: a text of the author's is no script. */
export function linkHtml(target: string, title: string): string {
  const isSafe = /^(?:https?:|mailto:|[\w%-]+\.html(?:#|$)|#)/iu.test(target);
  return isSafe ? `<a href="${escaped(target)}">${escaped(title)}</a>` : escaped(title);
}

/** The file of a command's page, as a link names it. */
export function pageOf(command: string): string {
  return `${encodeURIComponent(command)}.html`;
}

/** Text as it stands in HTML, in attributes too. */
export function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function blockHtml(block: TextBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${block.inline.map(runHtml).join('')}</p>`;
    case 'code':
      return `<pre><code>${escaped(block.code)}</code></pre>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${item.map(runHtml).join('')}</li>`).join('')}</${tag}>`;
    }
  }
}

function runHtml(run: TextRun): string {
  switch (run.kind) {
    case 'text':
      return escaped(run.text);
    case 'link':
      return linkHtml(run.uri, run.text);
    default:
      return `<${run.kind}>${escaped(run.text)}</${run.kind}>`;
  }
}
