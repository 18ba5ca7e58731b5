/** Every text about script blocks that a user may see. */
export const text = {
  notSendable: (name: string): string =>
    `The function ${name === '' ? '' : `${name} `}has no text that can be sent to where it runs: it is native, bound or a class. ` +
    'Write an arrow function that calls it by what it imports.',

  notParsed: (reason: string): string => `The text of the function cannot be read: ${reason}`,

  captures: (names: readonly string[], line: number): string =>
    `The script block uses ${quoted(names)} of the place where it was written (line ${line} of the block). ` +
    'It runs elsewhere and does not see it. Hand it over with -Using or -ArgumentList, or import it inside the block.',

  usingUndefined: (name: string, given: readonly string[]): string =>
    `The value of the using variable '${name}' cannot be retrieved because it has not been given with -Using. ` +
    (given.length === 0 ? 'Nothing was given.' : `Given were: ${given.join(', ')}.`),

  noCompiler: (what: string): string =>
    `${what} is text of a command language, and this session has no compiler for it. ` +
    'Give a function, or a file of .ts, .mts, .js, .mjs or .cjs, or register a ScriptBlockCompiler with the session.',

  noTypeScript: (file: string): string =>
    `${file} is TypeScript, and nothing was found that reads it. ` +
    'Install typescript or esbuild beside it, or give a JavaScript file.',

  cannotBeScriptBlock: 'A script block is a function or a text.',
};

function quoted(names: readonly string[]): string {
  const list = names.map((name) => `'${name}'`);
  const last = list.pop() ?? '';
  return list.length === 0 ? last : `${list.join(', ')} and ${last}`;
}
