/** Help from comments. */
import { describe, expect, it } from 'vitest';
import { helpTextOf, parseDocComment, splitSentence } from '../../../packages/shell/src/build/derive/doc-comment.js';
import { exampleOf } from '../../../packages/shell/src/build/derive/doc-examples.js';
import { linkOf } from '../../../packages/shell/src/build/derive/doc-links.js';
import { DerivedSources, rowOf, typesSource } from './derive.js';

describe('a comment', () => {
  it('is its summary and its tags', () => {
    const comment = '/**\n * First.\n *\n * Second.\n * @remarks One\n *   two\n * @See three\n */';
    expect(parseDocComment(comment)).toEqual({
      summary: 'First.\n\nSecond.',
      tags: [
        { name: 'remarks', text: 'One\n  two' },
        { name: 'see', text: 'three' },
      ],
    });
  });

  it('has no tags within fenced code', () => {
    const { tags } = parseDocComment('/**\n * @example\n * ```ts\n * @Cmdlet()\n * ```\n * @remarks R\n */');
    expect(tags.map(({ name, text }) => [name, text])).toEqual([
      ['example', '```ts\n@Cmdlet()\n```'],
      ['remarks', 'R'],
    ]);
  });

  it.each([
    ['/** One line. */', 'One line.'],
    ['/**\r\n * With Windows line ends.\r\n */', 'With Windows line ends.'],
    ['/** */', ''],
    ['/**\n No stars.\n */', ' No stars.'],
  ])('%j', (comment, summary) => expect(parseDocComment(comment)).toEqual({ summary, tags: [] }));
});

describe('help text', () => {
  it.each([
    ['one\ntwo', 'one two'],
    ['one\n\ntwo', 'one\n\ntwo'],
    ['list:\n- one\n  more\n- two', 'list:\n- one more\n- two'],
    ['1. one\n2. two', '1. one\n2. two'],
    ['code:\n```\na\n  b\n```\nend', 'code:\n```\na\n  b\n```\nend'],
    ['see {@link City}', 'see City'],
    ['see {@link City.name | the name}', 'see the name'],
    ['see {@link https://example.org the page}.', 'see the page.'],
    ['| a | b |\n| - | - |', '| a | b |\n| - | - |'],
  ])('%j', (text, expected) => expect(helpTextOf(text)).toBe(expected));

  it.each([
    ['One. Two.', 'One.', 'Two.'],
    ['One, e.g. this. Two.', 'One, e.g. this.', 'Two.'],
    ['Uses Node.js well. Two.', 'Uses Node.js well.', 'Two.'],
    ['Is it? Yes.', 'Is it?', 'Yes.'],
    ['No stop\n\nMore.', 'No stop', 'More.'],
    ['One.', 'One.', ''],
    ['', '', ''],
  ])('%j begins with %j', (text, first, rest) => expect(splitSentence(text)).toEqual({ first, rest }));
});

describe('an example', () => {
  it.each([
    [
      'Title\n```powershell\nGet-Row a\n```\n```text\na\nb\n```\nThat is all.',
      { title: 'Title', code: 'Get-Row a', output: ['a', 'b'], remarks: 'That is all.' },
    ],
    ['```\nPS> Get-Row a\n```', { code: 'Get-Row a' }],
    [
      'Title\nPS> Get-Row a\na\nb\n\nRemarks.',
      { title: 'Title', code: 'Get-Row a', output: ['a', 'b'], remarks: 'Remarks.' },
    ],
    ['PS C:\\> Get-Row a', { code: 'Get-Row a' }],
    ['Title\nGet-Row a', { title: 'Title', code: 'Get-Row a' }],
    ['<caption>Title</caption>\nGet-Row a', { title: 'Title', code: 'Get-Row a' }],
    ['Get-Row a', { code: 'Get-Row a' }],
    ['```ts\nawait session.invoke(GetRow)\n```', undefined],
    ['new GetRow()', undefined],
  ])('%j', (text, expected) => expect(exampleOf(text)).toEqual(expected));
});

describe('a link', () => {
  it.each([
    ['Get-Other', { text: 'Get-Other' }],
    ['https://example.org/a', { text: 'https://example.org/a', uri: 'https://example.org/a' }],
    ['The page: https://example.org/a', { text: 'The page', uri: 'https://example.org/a' }],
    ['{@link https://example.org/a | The page}', { text: 'The page', uri: 'https://example.org/a' }],
    ['{@link https://example.org/a}', { text: 'https://example.org/a', uri: 'https://example.org/a' }],
    ['[The page](https://example.org/a)', { text: 'The page', uri: 'https://example.org/a' }],
    ['{@link GetOther}', { text: 'GetOther' }],
    ['', undefined],
  ])('%j', (text, expected) => expect(linkOf(text)).toEqual(expected));
});

describe('the comment of a cmdlet', () => {
  const comment = `/**
 * Gets rows, one by one. They are
 * read when asked for.
 *
 * @remarks Slow.
 * @remarks And careful.
 * @example One row
 * \`\`\`powershell
 * Get-Row a
 * \`\`\`
 * @see Get-Column
 */`;
  const property = '/** Name of\n   * the row. @internal */\n  @Parameter() name!: string;';
  const noted = '/** @defaultValue that of the system */ @Parameter() name = initial();';
  const sources = new DerivedSources({
    '/types.ts': typesSource,
    '/commented.ts': rowOf(property, comment),
    '/declared.ts': rowOf(property, comment).replace("'Row')", "'Row', { synopsis: 'Mine.', notes: 'Mine.' })"),
    '/noted.ts': rowOf(noted),
    '/other.ts': 'export class Row { /** Text. */ name = 1; }',
  });

  it('is its help', () => {
    const help =
      '{ synopsis: "Gets rows, one by one.", description: "They are read when asked for.", ' +
      'examples: [{ "title": "One row", "code": "Get-Row a" }], notes: "Slow.\\n\\nAnd careful.", ' +
      'links: [{ "text": "Get-Column" }] }';
    expect(sources.emitted('/commented.ts')).toContain(`Cmdlet('Get', 'Row', ${help})`);
    expect(sources.emitted('/commented.ts')).toContain('description: "Name of the row. @internal"');
  });

  it('says nothing about what its author declares', () => {
    const code = sources.emitted('/declared.ts');
    expect(code).toContain("synopsis: 'Mine.', notes: 'Mine.' })");
    expect(code).toContain('{ description: "They are read when asked for.", examples:');
  });

  it('tells the default of a property', () => {
    expect(sources.emitted('/noted.ts')).toContain('defaultValueNote: "that of the system"');
  });

  it('is not looked at in a file without cmdlets', () => {
    expect(sources.derivation('/other.ts')).toBeUndefined();
  });
});
