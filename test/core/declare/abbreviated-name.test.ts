import { expect, it } from 'vitest';
import { abbreviatedName } from '../../../packages/core/src/declare/abbreviated-name.js';

it.each([
  ['Import-PowerShellDataFile', 'I-PSDF'],
  ['Get-WidgetPart', 'G-WP'],
  ['Get-H2Part', 'G-HP'],
  ['Get-ÄpfelUndBirnen', 'G-ÄUB'],
  ['get-widget', '-'],
  ['gcm', ''],
])('%s is abbreviated %j', (name, expected) => {
  expect(abbreviatedName(name)).toBe(expected);
});
