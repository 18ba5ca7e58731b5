import { describe, expect, it } from 'vitest';
import { argumentsOf } from '../../../packages/core/src/bind/arguments-of.js';
import { commandText } from '../../../packages/core/src/session/command-text.js';

describe('commandText', () => {
  it.each([
    ['switches alone', { force: true, recurse: false }, 'Get-Row -Force -Recurse:$false'],
    ['texts, quoted where they need it', { name: 'a', title: "it's" }, "Get-Row -Name a -Title 'it''s'"],
    ['lists', { id: [1, 2, 3] }, 'Get-Row -Id 1,2,3'],
    ['long lists by their beginning', { id: [1, 2, 3, 4, 5, 6] }, 'Get-Row -Id 1,2,3,4,5,…'],
    ['nothing that is about the job alone', { id: 1, asJob: true, jobName: 'x' }, 'Get-Row -Id 1'],
  ])('shows %s', (_title, parameters, expected) => {
    expect(commandText({ invocationName: 'Get-Row', arguments: argumentsOf(parameters) })).toBe(expected);
  });
});
