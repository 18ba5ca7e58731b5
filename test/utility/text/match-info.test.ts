import { Session } from '@cmdlet/core';
import { OutString, SelectString, utilityPack } from '@cmdlet/utility';
import { expect, it, onTestFinished } from 'vitest';

async function drawn(parameters: object, rendering: 'PlainText' | 'Ansi'): Promise<string> {
  const session = await Session.create({
    packs: [utilityPack],
    variables: { PSStyle: { OutputRendering: rendering } },
  });
  onTestFinished(() => session.dispose());
  const lines = ['one', 'bar baz', 'three'];
  const [text] = await session
    .from(lines)
    .pipe(SelectString, { pattern: ['ba.'], ...parameters })
    .pipe(OutString);
  return String(text);
}

it.each([
  ['the line', {}, '\nbar baz\n\n'],
  ['the lines around it with context', { context: [1] }, '\n  one\n> bar baz\n  three\n\n'],
])('A match is drawn as %s', async (_what, parameters, text) => {
  expect(await drawn(parameters, 'PlainText')).toBe(text);
});

it.each([
  ['the first match', {}, '\u001b[7mbar\u001b[0m baz'],
  ['all matches', { allMatches: true }, '\u001b[7mbar\u001b[0m \u001b[7mbaz\u001b[0m'],
  ['nothing', { noEmphasis: true }, 'bar baz'],
])('where colours are shown, %s is inverted with %j', async (_what, parameters, line) => {
  expect(await drawn(parameters, 'Ansi')).toBe(`\n${line}\n\n`);
});
