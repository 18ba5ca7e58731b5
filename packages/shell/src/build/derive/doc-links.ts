import type { RelatedLink } from '@cmdlet/core';

/**
 * The link that an `@see` block names: `Get-Other`, `https://…`, `{@link https://… | the page}`, `[the page](https://…)`.
 */
export function linkOf(text: string): RelatedLink | undefined {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') return undefined;
  const inline = /^\{@link\s+(?<target>[^\s|}]+)(?:\s*\|\s*|\s+)?(?<title>[^}]*)\}$/u.exec(line)?.groups;
  if (inline !== undefined) return link(inline['title'] ?? '', inline['target'] ?? '');
  const markdown = /^\[(?<title>[^\]]+)\]\((?<target>[^)\s]+)\)\.?$/u.exec(line)?.groups;
  if (markdown !== undefined) return link(markdown['title'] ?? '', markdown['target'] ?? '');
  const uri = /https?:\/\/\S+/u.exec(line)?.[0];
  return uri === undefined
    ? { text: line }
    : link(
        line
          .replace(uri, '')
          .replace(/[\s:–-]+$/u, '')
          .trim(),
        uri,
      );
}

function link(title: string, target: string): RelatedLink {
  const text = title.trim() === '' ? target : title.trim();
  return /^[a-z]+:\/\//iu.test(target) ? { text, uri: target } : { text };
}
