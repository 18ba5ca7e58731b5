/** Reference pages in Markdown. */
import { expect, it } from 'vitest';
import { helpPages } from '../../../packages/shell/src/docs/help-page.js';
import { markdownFormat } from '../../../packages/shell/src/docs/markdown-format.js';
import { forecastIndex, forecastPages } from './help-pages.js';

const files = new Map(markdownFormat.files(await forecastPages).map(({ path, content }) => [path, content]));

it('has a page for each command, and a list of them', () => {
  expect([...files.keys()]).toEqual(['README.md', 'Get-Forecast.md', 'Remove-Row.md']);
  expect(files.get('README.md')).toBe(`# Commands of weather

| Command | Synopsis |
| --- | --- |
| [Get-Forecast](Get-Forecast.md) | Tells the weather & more. |
| [Remove-Row](Remove-Row.md) |  |
`);
});

it('writes the name of a package with a scope as YAML takes it', async () => {
  const pages = (await forecastPages).map((page) => ({ ...page, pack: '@example/weather' }));
  expect(markdownFormat.files(pages)[1]?.content).toContain("\nModule Name: '@example/weather'\n");
});

it('lays a page out as PowerShell does', () => {
  expect(files.get('Get-Forecast.md')).toBe(`---
Module Name: weather
schema: 2.0.0
title: Get-Forecast
---

# Get-Forecast

## SYNOPSIS

Tells the weather & more.

## SYNTAX

### City (Default)

\`\`\`
Get-Forecast [-City] <string[]> [[-Days] <int>] [-Scale <string>] [-Secret] [-Detailed] [<CommonParameters>]
\`\`\`

### Position

\`\`\`
Get-Forecast -Latitude <double> -Days <int> [-Scale <string>] [-Secret] [-Detailed] [<CommonParameters>]
\`\`\`

## DESCRIPTION

Asks \`api.example\` <twice>.

- first
- **then** again

\`\`\`
.code "here" \\ there
\`\`\`

.Begins with a dot.

Aliases: \`gfc\`

## EXAMPLES

### Example 1: One city

\`\`\`powershell
Get-Forecast Oslo
\`\`\`

\`\`\`Output
Oslo: rain
\`\`\`

See [the site](https://example.org/a?b=1&c).

### Example 2

\`\`\`powershell
Get-Forecast -Latitude -5.5 |
  Out-Null
\`\`\`

## PARAMETERS

### -City

City to look up.

\`\`\`yaml
Type: string[]
Parameter Sets: City
Aliases: Town, Place

Required: True
Position: 0
Default value: None
Accept pipeline input: True (ByPropertyName, ByValue)
Accept wildcard characters: True
\`\`\`

### -Days

\`\`\`yaml
Type: int
Parameter Sets: City
Aliases:

Required: False
Position: 1
Default value: None
Accept pipeline input: False
Accept wildcard characters: False
\`\`\`

\`\`\`yaml
Type: int
Parameter Sets: Position
Aliases:

Required: True
Position: Named
Default value: None
Accept pipeline input: False
Accept wildcard characters: False
\`\`\`

### -Detailed

Tells all.

\`\`\`yaml
Type: switch
Parameter Sets: (All)
Aliases:

Required: False
Position: Named
Default value: False
Accept pipeline input: False
Accept wildcard characters: False
\`\`\`

### -Latitude

Degrees.

\`\`\`yaml
Type: double
Parameter Sets: Position
Aliases:

Required: True
Position: Named
Default value: None
Accept pipeline input: False
Accept wildcard characters: False
\`\`\`

### -Scale

\`\`\`yaml
Type: string
Parameter Sets: (All)
Aliases:
Accepted values: Celsius, Fahrenheit

Required: False
Position: Named
Default value: Celsius
Accept pipeline input: False
Accept wildcard characters: False
\`\`\`

### CommonParameters

This command has the common parameters -Debug, -ErrorAction, -ErrorVariable, -InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable, -ProgressAction, -Verbose, -WarningAction and -WarningVariable. -AsJob runs it as a background job, which -JobName names.

## INPUTS

### string[]

## OUTPUTS

### string

## NOTES

Nobody knows.

## RELATED LINKS

[Remove-Row](Remove-Row.md)

[The site](https://example.org/)

[Script](javascript:alert(1))

about_Weather
`);
});

it('says little of a command that says little of itself', () => {
  const page = files.get('Remove-Row.md') ?? '';
  expect(page).toContain('## SYNTAX\n\n### (All)\n\n```\nRemove-Row [<CommonParameters>]\n```');
  expect(page).toContain('**Obsolete.** Write Clear-Row.');
  expect(page).toContain('## INPUTS\n\n### None\n\n## OUTPUTS\n\n### Object\n');
  expect(page).not.toContain('-AsJob');
});

it('calls commands as their pack prefixes them', async () => {
  const [page] = helpPages({ ...(await forecastIndex), commandPrefix: 'Contoso', aliases: { rr: 'Remove-Row' } }).slice(
    1,
  );
  expect(page).toMatchObject({ command: 'Remove-ContosoRow', aliases: ['Contosorr'] });
  expect(page?.syntax[0]?.text).toBe('Remove-ContosoRow [<CommonParameters>]');
});
