import { describe, expect, test } from 'vitest';
import { namingWarnings } from '../../../packages/core/src/declare/naming-warnings.js';

describe('Naming warnings', () => {
  test('are none for good names', () => {
    expect(namingWarnings('weather', ['Get-Forecast', 'set-city', 'Sort-Object', 'Tee-Object'])).toEqual([]);
  });

  test('name the pack once, and each command with what to use instead', () => {
    const [warning, ...others] = namingWarnings('weather', ['Get-City', 'Delete-City', 'Frobnicate-City', 'Sort-City']);
    expect(others).toEqual([]);
    expect(warning?.ruleId).toBe('UnapprovedVerb');
    expect(warning?.message).toContain('weather');
    expect(warning?.details).toHaveLength(3);
    expect(warning?.details[0]).toMatch(/Delete-City.*Remove/);
    expect(warning?.details[1]).not.toContain('Use');
  });

  test.each('#,(){}[]&-/\\$^;:"\'<>|?@*%+=~`'.split(''))('tell of %s in a noun', (character) => {
    const warnings = namingWarnings('weather', [`Get-Ci${character}ty`]);
    expect(warnings).toMatchObject([{ ruleId: 'RestrictedCharacter' }]);
    expect(warnings[0]?.details[0]).toContain(`"${character}"`);
  });

  test('of both kinds come apart', () => {
    const warnings = namingWarnings('weather', ['Make-City-List']);
    expect(warnings.map(({ ruleId }) => ruleId)).toEqual(['UnapprovedVerb', 'RestrictedCharacter']);
  });
});
