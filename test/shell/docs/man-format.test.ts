/** Manual pages. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { manFormat } from '../../../packages/shell/src/docs/man-format.js';
import { forecastPages } from './help-pages.js';

const files = manFormat.files(await forecastPages);
const [forecast] = files;

it('has a page of section 1 for each command', () => {
  expect(files.map(({ path }) => path)).toEqual(['man1/Get-Forecast.1', 'man1/Remove-Row.1']);
  const lines = forecast?.content.split('\n') ?? [];
  expect(lines.filter((line) => /^\.(?:TH|SH)/.test(line))).toEqual([
    '.TH "GET\\-FORECAST" 1 "" "weather 1.2.0" "weather"',
    '.SH NAME',
    '.SH SYNOPSIS',
    '.SH DESCRIPTION',
    '.SH PARAMETERS',
    '.SH INPUTS',
    '.SH OUTPUTS',
    '.SH EXAMPLES',
    '.SH NOTES',
    '.SH SEE ALSO',
  ]);
  expect(lines).toEqual(
    expect.arrayContaining([
      'Get\\-Forecast \\- Tells the weather & more.',
      'Asks \\fBapi.example\\fP <twice>.',
      '    .code "here" \\e there',
      '\\&.Begins with a dot.',
      '.IP \\(bu 2',
      '\\fBthen\\fP again',
      '.B \\-City',
      '.SS "Example 1: One city"',
      '\\fBRemove\\-Row\\fP(1)',
      'The site <https://example.org/>',
    ]),
  );
});

it('begins no line of text with a request, and leaves no request unknown', () => {
  const known = /^\.(?:TH|SH|SS|TP|IP|PP|B|I|RS|RE|nf|fi|nh|hy)\b/;
  for (const { content } of files) {
    expect(content.split('\n').filter((line) => /^[.']/.test(line) && !known.test(line))).toEqual([]);
  }
});

it('is drawn without a warning', () => {
  for (const { content } of files) {
    const { error, stderr, stdout } = spawnSync('groff', ['-man', '-ww', '-Tascii'], {
      input: content,
      encoding: 'utf8',
    });
    // Nothing can be said where no groff is installed.
    if (error !== undefined) return;
    expect(stderr).toBe('');
    expect(stdout.length).toBeGreaterThan(content.length / 2);
  }
});
