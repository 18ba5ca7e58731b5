import type { CompletionStyle } from './completion-style.js';

/** Words as they arrive at a program: for shells that quote by themselves. A folder ends with a slash. */
export const plainStyle: CompletionStyle = {
  openWord: (word) => ({ text: word, quote: '' }),
  value: (text) => text,
  command: (name) => name,
  booleans: ['true', 'false'],
  path: ({ folder, name, isDirectory }) => `${folder}${name}${isDirectory ? '/' : ''}`,
  listPrefix: (word) => /^(?:\\,|[^,]|,(?=.*(?<!\\),))*,/su.exec(word)?.[0] ?? '',
  listElement: (text) => text.replaceAll(',', String.raw`\,`),
  authored: (text) => {
    const inner = /^(?<quote>['"])(?<text>.*)\k<quote>$/su.exec(text)?.groups?.['text'];
    return inner === undefined
      ? text
      : inner.replaceAll(/''|`(.)/gsu, (pair, escaped?: string) => escaped ?? pair[0] ?? '');
  },
  dotsPaths: false,
};
