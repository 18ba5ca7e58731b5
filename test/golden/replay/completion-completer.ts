import type { ArgumentCompleter, CompletionRequest, CompletionResult, CompletionResultType } from '@cmdlet/core';
import type { CompleterDeclaration } from './completion-case.js';

/** The completer of a declaration. */
export function goldenCompleter({ kind, values = [], results = [] }: CompleterDeclaration): ArgumentCompleter {
  switch (kind) {
    case 'prefix':
      return ({ wordToComplete }) =>
        values.filter((value) => value.toLowerCase().startsWith(wordToComplete.toLowerCase()));
    case 'fixed':
    case 'strings':
      return () => values;
    case 'results':
      return () =>
        results.map(({ text, listItem, type, toolTip }): CompletionResult => {
          const resultType = type as CompletionResultType;
          return { completionText: text, listItemText: listItem, resultType, toolTip };
        });
    case 'nothing':
    case 'null':
      return () => [];
    case 'throws':
      return () => {
        throw new Error('The completer fails.');
      };
    case 'report':
      return report;
  }
}

/** Says what it was handed. */
export function report(request: CompletionRequest): string[] {
  const { commandName, parameterName, wordToComplete, commandText, fakeBoundParameters } = request;
  const bound = Object.keys(fakeBoundParameters)
    .sort()
    .map((name) => [name, asJson(fakeBoundParameters[name])]);
  return [
    `command=${commandName}`,
    `parameter=${parameterName}`,
    `word=${wordToComplete}`,
    `ast=${commandText}`,
    `bound=${JSON.stringify(Object.fromEntries(bound))}`,
  ];
}

function asJson(value: unknown): unknown {
  const isBlock = typeof value === 'object' && value !== null && 'text' in value;
  return isBlock ? { $scriptblock: value.text } : value;
}
