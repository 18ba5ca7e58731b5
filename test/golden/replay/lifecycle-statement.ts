import type { StageSpec } from './lifecycle-case.js';

/** The pipeline that a simple statement means: commands, `|`, `-Name value` and `-Switch`. */
export function parseStatement(statement: string): StageSpec[] {
  return statement.split('|').map((part) => {
    const [cmdlet = '', ...words] = part.trim().split(/\s+/);
    const parameters: Record<string, unknown> = {};
    for (let index = 0; index < words.length; index++) {
      const word = words[index] as string;
      const next = words[index + 1];
      if (!word.startsWith('-')) throw new Error(`'${word}' in '${statement}' is no parameter.`);
      if (next === undefined || next.startsWith('-')) parameters[word.slice(1)] = true;
      else parameters[word.slice(1)] = argumentOf(words[++index] as string);
    }
    return Object.keys(parameters).length === 0 ? { cmdlet } : { cmdlet, parameters };
  });
}

function argumentOf(word: string): unknown {
  const unquoted = /^(['"])(.*)\1$/.exec(word);
  if (unquoted !== null) return unquoted[2];
  return /^-?\d+$/.test(word) ? Number(word) : word;
}
