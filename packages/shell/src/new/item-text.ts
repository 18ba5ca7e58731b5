import type { CmdletNames } from './item-names.js';

/** The languages that items are written in. */
export type ItemLanguage = 'ts' | 'js';

/** A cmdlet that takes a name and writes it: something that runs, to be changed. */
export function cmdletText(names: CmdletNames, language: ItemLanguage): string {
  const changes = CHANGING_VERBS.has(names.verb);
  return language === 'ts' ? classText(names, changes) : objectText(names, changes);
}

/** Commands that are asked about before they change something. */
const CHANGING_VERBS: ReadonlySet<string> = new Set(
  'Clear Disable Enable Install Move New Publish Remove Rename Reset Restart Restore Revoke Set Start Stop Suspend Undo Uninstall Unpublish Unregister Update'.split(
    ' ',
  ),
);

function classText({ verb, noun, command, className }: CmdletNames, changes: boolean): string {
  const options = changes ? '{ supportsShouldProcess: true, outputType: String }' : '{ outputType: String }';
  const step = changes
    ? [
        '  override async *processRecord(): AsyncGenerator<string> {',
        '    if (await this.shouldProcess(this.name)) yield this.name;',
        '  }',
      ]
    : ['  override *processRecord(): Generator<string> {', '    yield this.name;', '  }'];
  return lines(
    "import { Cmdlet, Parameter, PSCmdlet } from '@cmdlet/core';",
    '',
    '/**',
    ` * ${sentence(verb, noun)}`,
    ' *',
    ` * @example ${capitalised(phrase(noun))} of that name`,
    ' * ```powershell',
    ` * ${command} one`,
    ' * ```',
    ' * ```text',
    ' * one',
    ' * ```',
    ' */',
    `@Cmdlet('${verb}', '${noun}', ${options})`,
    `export class ${className} extends PSCmdlet<string> {`,
    `  /** Name of the ${words(noun)}. */`,
    '  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true })',
    '  name!: string;',
    '',
    ...step,
    '}',
  );
}

function objectText({ verb, noun, command, className }: CmdletNames, changes: boolean): string {
  return lines(
    "import { defineCmdlet } from '@cmdlet/core';",
    '',
    `export const ${className} = defineCmdlet({`,
    `  verb: '${verb}',`,
    `  noun: '${noun}',`,
    '  outputType: String,',
    ...(changes ? ['  supportsShouldProcess: true,'] : []),
    `  synopsis: '${sentence(verb, noun)}',`,
    `  examples: [{ title: '${capitalised(phrase(noun))} of that name', code: '${command} one', output: ['one'] }],`,
    '  parameters: {',
    '    name: {',
    '      type: String,',
    '      mandatory: true,',
    '      position: 0,',
    '      valueFromPipeline: true,',
    `      helpMessage: 'Name of the ${words(noun)}.',`,
    '    },',
    '  },',
    '  async process() {',
    changes
      ? '    if (await this.shouldProcess(this.name)) await this.writeObject(this.name);'
      : '    await this.writeObject(this.name);',
    '  },',
    '});',
  );
}

/** A job class that has a child for each record. */
export function jobText(className: string, language: ItemLanguage): string {
  const typed = language === 'ts';
  return lines(
    typed ? "import { Job, type JobWork } from '@cmdlet/core';" : "import { Job } from '@cmdlet/core';",
    '',
    '/** Gives each record to a child job of its own; as many work at the same time as `-ThrottleLimit` says. */',
    `export class ${className} extends Job {`,
    typed ? '  protected override async run(work: JobWork): Promise<void> {' : '  async run(work) {',
    '    if (!work.expectingInput) return super.run(work);',
    '    for await (const record of work.input) {',
    '      this.startChild({ name: String(record), run: (sink) => work.invoke([record], sink) });',
    '    }',
    '  }',
    '}',
  );
}

/** What a file of declarations beside a module in JavaScript says of a new cmdlet, or of a new job class. */
export function declarationText(className: string, kind: 'cmdlet' | 'job'): string {
  const core = "import('@cmdlet/core')";
  const type =
    kind === 'job' ? `typeof ${core}.Job` : `${core}.DefinedCmdletClass<${core}.PSCmdlet<string> & { name: string }>`;
  return lines('', `export declare const ${className}: ${type};`);
}

/** What a test is written with. */
export interface TestSetting {
  /** The module that `test` comes from. */
  readonly runner: string;
  /** The module that exports the class, as the test imports it. */
  readonly module: string;
}

/** A test of a new cmdlet. */
export function cmdletTestText({ command, className }: CmdletNames, { runner, module }: TestSetting): string {
  return lines(
    "import assert from 'node:assert/strict';",
    `import { test } from '${runner}';`,
    "import { bindingTable, defineTests, run } from '@cmdlet/testing';",
    `import { ${className} } from '${module}';`,
    '',
    `test('${command} takes names from the pipeline', async () => {`,
    `  const { output } = await run(${className}, {}, { input: ['one', 'two'] });`,
    "  assert.deepEqual(output, ['one', 'two']);",
    '});',
    '',
    'defineTests(',
    '  test,',
    `  bindingTable(${className}, [`,
    "    { arguments: ['one'], values: { name: 'one' } },",
    "    { errorId: 'MissingMandatoryParameter' },",
    '  ]),',
    ');',
  );
}

/** A test of a cmdlet that is there, whose parameters are the author's. */
export function plainTestText({ command, className }: CmdletNames, mandatory: boolean, setting: TestSetting): string {
  const { runner, module } = setting;
  const row = mandatory
    ? "{ title: 'needs to be told what to work on', errorId: 'MissingMandatoryParameter' }"
    : "{ title: 'needs no arguments', arguments: [] }";
  return lines(
    `import { test } from '${runner}';`,
    "import { bindingTable, defineTests } from '@cmdlet/testing';",
    `import { ${className} } from '${module}';`,
    '',
    `// How ${command} is called, and what it makes of that.`,
    `defineTests(test, bindingTable(${className}, [${row}]));`,
  );
}

/** A test of a new job class. */
export function jobTestText(className: string, language: ItemLanguage, { runner, module }: TestSetting): string {
  // Compilers know `await using`; Node itself has it from version 24 on.
  const declare = language === 'ts' ? 'await using' : 'const';
  return lines(
    "import assert from 'node:assert/strict';",
    `import { test } from '${runner}';`,
    "import { defineCmdlet } from '@cmdlet/core';",
    "import { run } from '@cmdlet/testing';",
    `import { ${className} } from '${module}';`,
    '',
    'const TestRecord = defineCmdlet({',
    "  verb: 'Test',",
    "  noun: 'Record',",
    `  job: ${className},`,
    '  throttleLimit: true,',
    '  parameters: { record: { type: String, valueFromPipeline: true } },',
    '  async process() {',
    '    await this.writeObject(this.record);',
    '  },',
    '});',
    '',
    `test('${className} has a child job for each record', async () => {`,
    `  ${declare} result = await run(TestRecord, { asJob: true }, { input: ['one', 'two'] });`,
    "  await result.job.untilState('Completed');",
    '  assert.deepEqual(',
    '    result.job.childJobs.map(({ name }) => name),',
    "    ['one', 'two'],",
    '  );',
    '});',
  );
}

/** `Gets a content hash.` */
function sentence(verb: string, noun: string): string {
  const [first = '', ...rest] = words(verb).split(' ');
  return `${[capitalised(thirdPerson(first)), ...rest].join(' ')} ${phrase(noun)}.`;
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|o)$/u.test(verb) ? `${verb}es` : `${verb}s`;
}

function phrase(noun: string): string {
  const name = words(noun);
  return `${/^[aeiou]/iu.test(name) ? 'an' : 'a'} ${name}`;
}

/** `ContentHash` → `content hash`; abbreviations stay. */
function words(name: string): string {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(' ')
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
