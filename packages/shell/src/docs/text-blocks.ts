/** A piece of a help text, as formats other than Markdown need it. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly inline: readonly TextRun[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly TextRun[])[] }
  | { readonly kind: 'code'; readonly code: string };

/** A run of text in one style. */
export type TextRun =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly uri: string };

const ITEM = /^\s*(?:[-*+]|(?<number>\d+)[.)])\s+(?<text>.*)$/u;

/** Takes a help text apart: paragraphs, lists and fenced code, and in them code, strong text and links. */
export function textBlocks(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as string;
    if (line.trim() === '') {
      index++;
    } else if (isFence(line)) {
      const end = lines.findIndex((other, place) => place > index && isFence(other));
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', code: lines.slice(index + 1, last).join('\n') });
      index = last + 1;
    } else if (ITEM.test(line)) {
      const last = endOf(lines, index, (other) => other.trim() !== '' && !isFence(other));
      blocks.push(listOf(lines.slice(index, last)));
      index = last;
    } else {
      const last = endOf(lines, index, (other) => other.trim() !== '' && !isFence(other) && !ITEM.test(other));
      blocks.push({ kind: 'paragraph', inline: textRuns(lines.slice(index, last).join(' ')) });
      index = last;
    }
  }
  return blocks;
}

/** Text in which some is code, strong or a link. */
export function textRuns(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  const marks =
    /`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|\[(?<title>[^\]]+)\]\((?<uri>[^)\s]+)\)|(?<bare>https?:\/\/[^\s)>]*[^\s)>.,;:])/gu;
  let place = 0;
  for (const found of text.matchAll(marks)) {
    if (found.index > place) runs.push({ kind: 'text', text: text.slice(place, found.index) });
    const { code, strong, title, uri, bare } = found.groups ?? {};
    if (code !== undefined) runs.push({ kind: 'code', text: code });
    else if (strong !== undefined) runs.push({ kind: 'strong', text: strong });
    else runs.push({ kind: 'link', text: title ?? bare ?? '', uri: uri ?? bare ?? '' });
    place = found.index + found[0].length;
  }
  if (place < text.length) runs.push({ kind: 'text', text: text.slice(place) });
  return runs;
}

function listOf(lines: readonly string[]): TextBlock {
  const items: string[] = [];
  for (const line of lines) {
    const item = ITEM.exec(line)?.groups?.['text'];
    if (item !== undefined) items.push(item);
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  const ordered = ITEM.exec(lines[0] ?? '')?.groups?.['number'] !== undefined;
  return { kind: 'list', ordered, items: items.map(textRuns) };
}

function endOf(lines: readonly string[], start: number, belongs: (line: string) => boolean): number {
  const end = lines.findIndex((line, place) => place > start && !belongs(line));
  return end < 0 ? lines.length : end;
}

function isFence(line: string): boolean {
  return /^\s*(?:```|~~~)/u.test(line);
}
