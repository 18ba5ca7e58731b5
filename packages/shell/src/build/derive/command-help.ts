import type { CommandExample, RelatedLink } from '@cmdlet/core';
import type { DerivedObject } from './derived-value.js';
import { type DocComment, helpTextOf, splitSentence } from './doc-comment.js';
import { exampleOf } from './doc-examples.js';
import { linkOf } from './doc-links.js';

/** The help that the comment of a cmdlet holds, as options of `@Cmdlet`. */
export function commandHelp(comment: DocComment | undefined): DerivedObject {
  if (comment === undefined) return {};
  const { first, rest } = splitSentence(helpTextOf(comment.summary));
  const blocks = (wanted: string): readonly string[] =>
    comment.tags.flatMap(({ name, text }) => (name === wanted ? [text] : []));
  const notes = blocks('remarks').map(helpTextOf).join('\n\n');
  const examples = blocks('example').flatMap((block) => exampleOf(block) ?? []);
  const links = blocks('see').flatMap((block) => linkOf(block) ?? []);
  return {
    ...(first === '' ? {} : { synopsis: first }),
    ...(rest === '' ? {} : { description: rest }),
    ...(examples.length === 0 ? {} : { examples: examples.map(exampleValue) }),
    ...(notes === '' ? {} : { notes }),
    ...(links.length === 0 ? {} : { links: links.map(linkValue) }),
  };
}

function exampleValue({ title, code, remarks, output }: CommandExample): DerivedObject {
  return {
    ...(title === undefined ? {} : { title }),
    code,
    ...(remarks === undefined ? {} : { remarks }),
    ...(output === undefined ? {} : { output: output.map(String) }),
  };
}

function linkValue({ text, uri }: RelatedLink): DerivedObject {
  return { text, ...(uri === undefined ? {} : { uri }) };
}
