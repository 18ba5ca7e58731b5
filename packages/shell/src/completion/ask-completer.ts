import type { ArgumentCompleter, CompletionRequest, CompletionResult } from '@cmdlet/core';
import type { CompletionMatch } from './completion-match.js';

const DEFAULT_TIMEOUT = 1000;

/**
 * What a completer proposes. It is code of somebody else that runs while a user types: what it throws is swallowed, and
 * after its time is over what came until then is the answer.
 *
 * @param load gets the completer; what it takes counts too
 * @param timeout in milliseconds
 * @returns undefined if there is none, or it threw
 */
export async function askCompleter(
  load: () => Promise<ArgumentCompleter | undefined>,
  request: CompletionRequest,
  timeout = DEFAULT_TIMEOUT,
): Promise<CompletionMatch[] | undefined> {
  const collected: CompletionMatch[] = [];
  const asking = (async (): Promise<CompletionMatch[] | undefined> => {
    try {
      const completer = await load();
      if (completer === undefined) return undefined;
      for await (const result of completer(request) ?? []) collected.push(...matchOf(result));
      return collected;
    } catch {
      return undefined;
    }
  })();
  let timer: NodeJS.Timeout | undefined;
  const timeIsOver = new Promise<CompletionMatch[]>((resolve) => {
    timer = setTimeout(() => resolve([...collected]), timeout);
  });
  try {
    return await Promise.race([asking, timeIsOver]);
  } finally {
    clearTimeout(timer);
  }
}

/** Empty texts are no proposals. */
function matchOf(result: string | CompletionResult): CompletionMatch[] {
  const { completionText, listItemText, resultType, toolTip }: CompletionResult =
    typeof result === 'string' ? { completionText: result } : result;
  if (completionText === '') return [];
  return [
    {
      completionText,
      listItemText: listItemText ?? completionText,
      resultType: resultType ?? 'Text',
      toolTip: toolTip ?? completionText,
    },
  ];
}
