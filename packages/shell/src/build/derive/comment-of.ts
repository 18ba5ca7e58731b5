import type ts from 'typescript';
import type { TypeScript } from '../typescript.js';
import { type DocComment, parseDocComment } from './doc-comment.js';

/** The doc comment that stands last before a declaration. */
export function commentOf(ts: TypeScript, file: ts.SourceFile, node: ts.Node): DocComment | undefined {
  const comment = ts
    .getJSDocCommentsAndTags(node)
    .filter((part) => ts.isJSDoc(part))
    .at(-1);
  return comment && parseDocComment(file.text.slice(comment.pos, comment.end));
}

/** What the comment of a parameter, or else its initial value, says that it is by default. */
export function defaultNoteOf(comment: DocComment | undefined): string | undefined {
  return comment?.tags.find(({ name }) => name === 'defaultvalue' || name === 'default')?.text;
}
