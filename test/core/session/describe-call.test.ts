import { Cmdlet, describeCall, Int32, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { expect, it, onTestFinished } from 'vitest';

@Cmdlet('Get', 'Thing')
class GetThing extends PSCmdlet<string> {
  @Parameter({ position: 0 }) path = '';

  override getDynamicParameters(): object | undefined {
    if (this.path === 'broken') throw new Error('no parameters today');
    return this.path === 'tree' ? { depth: { name: 'Depth', type: Int32, mandatory: true } } : undefined;
  }
}

@Cmdlet('Get', 'Plain')
class GetPlain extends PSCmdlet<string> {
  @Parameter() name = '';
}

async function newSession(): Promise<Session> {
  const session = await Session.create();
  onTestFinished(() => session.dispose());
  return session;
}

it.each([
  [[], 'Get-Thing [[-Path] <string>] [<CommonParameters>]'],
  [['tree'], 'Get-Thing [[-Path] <string>] -Depth <int> [<CommonParameters>]'],
  [['broken'], 'Get-Thing [[-Path] <string>] [<CommonParameters>]'],
  [['tree', 'one too many'], 'Get-Thing [[-Path] <string>] -Depth <int> [<CommonParameters>]'],
])('with the arguments %j the command is typed %s', async (argumentList, line) => {
  const session = await newSession();
  expect(describeCall(session, GetThing, { argumentList }).syntax).toEqual([line]);
});

it('A command without dynamic parameters is described as it was declared', async () => {
  const session = await newSession();
  const { parameters } = describeCall(session, GetPlain);
  expect(parameters.map(({ name }) => name)).toEqual(['Name']);
  expect(describeCall(session, GetPlain, { allParameters: true }).parameters.length).toBeGreaterThan(10);
});

it('The arguments that decide may have names', async () => {
  const session = await newSession();
  const parametersFor = (name: string) =>
    describeCall(session, GetThing, {
      arguments: [{ name, value: 'tree', hasValue: true }],
      argumentList: ['not looked at'],
    }).parameters.map((parameter) => parameter.name);
  expect(parametersFor('pa')).toEqual(['Path', 'Depth']);
  expect(parametersFor('unknown')).toEqual(['Path']);
});
