import { readFileSync } from 'node:fs';
import { type Options, transformSync } from '@swc/core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Project, runNode } from './run-node.js';

const source = readFileSync(new URL('fixtures/forecast.ts', import.meta.url), 'utf8');
const project = new Project();
afterAll(() => project.remove());

function byTsc(options: ts.CompilerOptions): string {
  const common = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: false };
  return ts.transpileModule(source, { compilerOptions: { ...common, ...options } }).outputText;
}

function bySwc(transform: NonNullable<NonNullable<Options['jsc']>['transform']>): string {
  const parser = { syntax: 'typescript', decorators: true } as const;
  return transformSync(source, { configFile: false, swcrc: false, jsc: { target: 'es2022', parser, transform } }).code;
}

const dialects: readonly (readonly [title: string, compile: () => string, decorate: RegExp])[] = [
  [
    'tsc, legacy with design types',
    () => byTsc({ experimentalDecorators: true, emitDecoratorMetadata: true }),
    /design:type/,
  ],
  ['tsc, legacy without design types', () => byTsc({ experimentalDecorators: true }), /__decorate\(/],
  [
    'tsc, legacy with assigned fields',
    () => byTsc({ experimentalDecorators: true, emitDecoratorMetadata: true, useDefineForClassFields: false }),
    /this\.days = 1/,
  ],
  ['tsc, TC39', () => byTsc({}), /__esDecorate\(/],
  [
    'swc, legacy with design types',
    () => bySwc({ legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true }),
    /design:type/,
  ],
  ['swc, legacy without design types', () => bySwc({ legacyDecorator: true }), /_ts_decorate\(/],
  ['swc, TC39', () => bySwc({ decoratorVersion: '2022-03' }), /_apply_decs_2203_r\(/],
];

describe('A cmdlet class compiled by', () => {
  let expected: unknown;
  beforeAll(() => {
    expected = {
      name: 'Get-Forecast',
      aliases: ['gfc'],
      defaultParameterSetName: 'City',
      parameters: [
        ['Detailed', 'switch', ['__AllParameterSets']],
        ['City', 'string', ['City']],
        ['Latitude', 'double', ['Coordinates']],
        ['Days', 'int', ['__AllParameterSets']],
        ['Tags', 'string[]', ['__AllParameterSets']],
        ['Note', 'string', ['__AllParameterSets']],
        ['Level', 'double', ['__AllParameterSets']],
      ],
      byCity: ['["City","Oslo",null,3,["a"],null,7,true,"C"]', 'count 1'],
      byLatitude: ['["Coordinates",null,60,1,["none"],"n",7,false,"C"]', 'count 1'],
      records: [
        '["City","Oslo",null,1,["none"],null,7,false,"C"]',
        '["City","Rome",null,1,["none"],null,7,false,"C"]',
        'count 2',
      ],
      failures: ['ParameterArgumentValidationError', 'MissingMandatoryParameter', 'CannotConvertArgumentNoMessage'],
      job: ['Completed', ['["City","Rome",null,1,["none"],null,7,false,"C"]', 'count 1']],
    };
  });

  it.each(dialects)('%s runs on the built package', async (title, compile, decorate) => {
    const code = compile();
    expect(code).toMatch(decorate);
    const path = project.write(`${title.replaceAll(/\W+/g, '-')}.mjs`, code);
    expect(JSON.parse(await runNode(path))).toEqual(expected);
  });
});
