/** A block tag with the text up to the next one. */
export interface DocTag {
  /** Without the at sign, in lower case. */
  readonly name: string;
  readonly text: string;
}

/** A doc comment taken apart. */
export interface DocComment {
  /** All that stands before the first block tag. */
  readonly summary: string;
  readonly tags: readonly DocTag[];
}

/**
 * Takes a comment from its opening to its closing mark apart. A line that begins with an at sign begins a tag, but not
 * within a fenced block of code.
 */
export function parseDocComment(comment: string): DocComment {
  const lines = comment
    .replace(/^\/\*\* ?/u, '')
    .replace(/\*\/$/u, '')
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*\* ?/u, '').trimEnd());
  const summary: string[] = [];
  const tags: { name: string; lines: string[] }[] = [];
  let fenced = false;
  for (const line of lines) {
    if (isFence(line)) fenced = !fenced;
    const tag = fenced ? null : /^\s*@(?<name>\w+)\s*(?<rest>.*)$/u.exec(line);
    if (tag?.groups === undefined || tag === null) (tags.at(-1)?.lines ?? summary).push(line);
    else tags.push({ name: (tag.groups['name'] ?? '').toLowerCase(), lines: [tag.groups['rest'] ?? ''] });
  }
  return {
    summary: trimmed(summary),
    tags: tags.map((tag) => ({ name: tag.name, text: trimmed(tag.lines) })),
  };
}

/** Whether a line opens or closes a block of code. */
export function isFence(line: string): boolean {
  return /^\s*(?:```|~~~)/u.test(line);
}

/**
 * Text of a comment as help shows it: lines of a paragraph joined, paragraphs apart, lists and code as they are, and
 * inline links as their texts.
 */
export function helpTextOf(text: string): string {
  const lines: string[] = [];
  let fenced = false;
  let joinable = false;
  for (const line of withoutInlineTags(text).split('\n')) {
    const fence = isFence(line);
    const apart = fence || fenced || line.trim() === '' || /^\s*(?:[-*+|]|\d+\.)\s/u.test(line) || /^\s*\|/u.test(line);
    if (joinable && !apart) lines.push(`${lines.pop() ?? ''} ${line.trim()}`);
    else lines.push(fenced || fence ? line : line.trimEnd());
    if (fence) fenced = !fenced;
    joinable = !fence && !fenced && line.trim() !== '' && !/^\s*\|/u.test(line);
  }
  return lines.join('\n').trim();
}

/** The first sentence of a help text, and what follows it. */
export function splitSentence(text: string): { readonly first: string; readonly rest: string } {
  const end = text.indexOf('\n');
  const paragraph = end < 0 ? text : text.slice(0, end);
  // A full stop before a small letter belongs to an abbreviation.
  const sentence = /^.*?[.!?](?=\s+[^\p{Ll}\s]|\s*$)/u.exec(paragraph)?.[0] ?? paragraph;
  return { first: sentence.trim(), rest: text.slice(sentence.length).trim() };
}

/** `{@link City}` → `City`, `{@link https://… | the page}` → `the page`. */
function withoutInlineTags(text: string): string {
  return text.replace(
    /\{@(?:link|linkcode|linkplain|inheritDoc)\s+(?<target>[^\s|}]+)(?:\s*\|\s*|\s+)?(?<title>[^}]*)\}/gu,
    (_all, target: string, title: string) => (title.trim() === '' ? target : title.trim()),
  );
}

function trimmed(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/u, '')
    .trimEnd();
}
