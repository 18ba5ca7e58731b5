/** docs/build.md says what a build does. */
import { readFileSync } from 'node:fs';
import { helpLines } from '@cmdlet/utility';
import { afterAll, describe, expect, it } from 'vitest';
import { compile } from '../../../packages/shell/src/build/compile.js';
import { runBuild } from '../../../packages/shell/src/build/run-build.js';
import { loadTypeScript } from '../../../packages/shell/src/build/typescript.js';
import { TemporaryPack, weatherFiles } from './temporary-pack.js';

const page = readFileSync(new URL('../../../docs/build.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```typescript\n(.*?)^```$/gms)].map(([, code = '']) => code);
const blockWith = (words: string): string => blocks.find((code) => code.includes(words)) ?? '';

describe('the page on building', () => {
  const pack = new TemporaryPack({
    ...weatherFiles,
    'src/get-forecast.ts': blockWith('class GetForecast'),
    'src/derived.d.ts': blockWith('interface DerivedByBuild'),
  });
  afterAll(() => pack.remove());

  it('shows the help of its cmdlet', { timeout: 60_000 }, async () => {
    const { index, messages } = await runBuild({ folder: pack.folder });
    expect(messages).toEqual([]);
    const [command] = index?.commands ?? [];
    const shown = /shows of it:\n\n```text\n(.*?)^```$/ms.exec(page)?.[1]?.trimEnd();
    expect(command && helpLines(command, 'full').join('\n')).toContain(shown);
    expect(command?.notes).toBe('Nobody knows what is later than a week.');
    expect(command?.links).toEqual([
      { text: 'Get-Station' },
      { text: 'How weather is made', uri: 'https://example.org/weather' },
    ]);
  });

  it('shows a contradiction as it is told', { timeout: 60_000 }, () => {
    const source = blockWith('class GetForecast');
    pack.write('src/get-forecast.ts', source.replace('mandatory: true', 'type: Number'));
    const { messages } = compile(loadTypeScript(pack.folder), `${pack.folder}/tsconfig.json`);
    const [{ text, line, column } = { text: '' }] = messages;
    const shown = /^src\/get-forecast\.ts.*$/m.exec(page)?.[0];
    expect(shown).toBe(`src/get-forecast.ts:${line}:${column} - error TypeDiffers: ${text}`);
  });
});
