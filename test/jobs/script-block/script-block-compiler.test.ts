import { CmdletException, type Job, Session } from '@cmdlet/core';
import { expect, it } from 'vitest';
import { jobPack } from '../../../packages/jobs/src/job-pack.js';
import { SCRIPT_BLOCK_TEXT } from '../../../packages/jobs/src/script-block/script-block-argument.js';
import {
  type CompiledBlock,
  type CompileRequest,
  ScriptBlockCompiler,
} from '../../../packages/jobs/src/script-block/script-block-compiler.js';
import { JobExecutors } from '../../../packages/jobs/src/start-job/job-executors.js';
import { errorIds } from '../job-session.js';
import { FakeExecutors } from '../start-job/fake-executors.js';

/** A language in which every text is a variable of the caller, whose value it gives. */
class VariableLanguage extends ScriptBlockCompiler {
  readonly requests: CompileRequest[] = [];

  override compile(request: CompileRequest): CompiledBlock {
    this.requests.push(request);
    const name = request.block.text.trim();
    const found = request.variable(name);
    if (found === undefined) {
      throw new CmdletException(`no ${name}`, { errorId: 'UsingVariableIsUndefined', category: 'InvalidOperation' });
    }
    const text = `({ using }) => using[${JSON.stringify(name)}]`;
    return { source: { kind: 'function', text }, using: { [name]: found.value } };
  }
}

async function started() {
  const language = new VariableLanguage();
  const session = await Session.create({
    packs: [jobPack],
    services: [
      [ScriptBlockCompiler, language],
      [JobExecutors, new FakeExecutors()],
    ],
    variables: { answer: 42 },
  });
  return { session, language };
}

it.each([
  ['a text', ' answer '],
  ['a function that stands for one', Object.assign(() => 'called here', { [SCRIPT_BLOCK_TEXT]: ' answer ' })],
])('%s goes to the compiler of the session, with the variables of the caller', async (_what, scriptBlock) => {
  const { session, language } = await started();
  const [job] = (await session.from([1]).pipe('Start-Job', { scriptBlock })) as Job[];
  await job?.finished;
  expect([job?.command, job?.output]).toEqual([' answer ', [42]]);
  expect(language.requests).toMatchObject([{ file: undefined, expectingInput: true }]);
  await session.dispose();
});

it('what is wrong with a text is an error of the call', async () => {
  const { session } = await started();
  expect(errorIds(await session.pipeline('Start-ThreadJob', { scriptBlock: 'question' }).run())).toEqual([
    'UsingVariableIsUndefined,@cmdlet/jobs.StartThreadJob',
  ]);
  expect(session.jobs.jobs).toEqual([]);
  await session.dispose();
});
