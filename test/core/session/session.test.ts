import {
  type Clock,
  Cmdlet,
  defineCmdlet,
  definePack,
  inject,
  Parameter,
  PSCmdlet,
  Session,
  systemClock,
} from '@cmdlet/core';
import { describe, expect, it } from 'vitest';

@Cmdlet('Get', 'Echo')
class GetEcho extends PSCmdlet<string> {
  @Parameter({ position: 0 }) text = 'silence';
  override processRecord(): void {
    void this.writeObject(this.text);
  }
}

describe('invoke', () => {
  it('gives what one cmdlet writes', async () => {
    const session = await Session.create({ packs: [definePack({ name: 'echo', cmdlets: [GetEcho] })] });
    expect(await session.invoke(GetEcho)).toEqual(['silence']);
    expect(await session.invoke(GetEcho, { text: 'a' })).toEqual(['a']);
    expect(await session.invoke('get-echo', { TEXT: 'a' })).toEqual(['a']);
  });

  it('is stopped by the signal, and sees the variables, of its options', async () => {
    const session = await Session.create();
    const { variables } = await Session.create({ variables: { greeting: 'hello' } });
    const GetVariable = defineCmdlet({
      verb: 'Get',
      noun: 'It',
      process() {
        void this.writeObject([this.getVariableValue('Greeting'), this.getVariableValue('farewell', 'bye')]);
        this.sessionState.variables.set('farewell', 'so long');
      },
    });
    expect(await session.invoke(GetVariable, {}, { variables })).toEqual([['hello', 'bye']]);
    expect(variables.get('FAREWELL')).toBe('so long');
    expect(await session.invoke(GetVariable)).toEqual([[null, 'bye']]);
    await expect(session.invoke(GetVariable, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      errorId: 'PipelineStopped',
    });
  });

  describe('of a class with a parameter of another name', () => {
    @Cmdlet('Get', 'Titled')
    class GetTitled extends PSCmdlet<string> {
      @Parameter({ name: 'Title', valueFromPipeline: true }) heading = '-';
      @Parameter({ name: 'Body', aliases: ['footer'] }) text = '-';
      @Parameter({ name: 'End' }) footer = '-';
      override processRecord(): void {
        void this.writeObject([this.heading, this.text, this.footer].join(' '));
      }
    }

    it.each<[title: string, call: (session: Session) => PromiseLike<unknown>, expected: string]>([
      [
        'takes what compiles: its property',
        (session) => session.invoke(GetTitled, { heading: 'a', text: 'b' }),
        'a b -',
      ],
      ['takes its name', (session) => session.invoke(GetTitled, { Title: 'a', body: 'b' } as object), 'a b -'],
      ['takes a beginning of its name', (session) => session.invoke(GetTitled, { Tit: 'a' } as object), 'a - -'],
      ['lets names and aliases go before it', (session) => session.invoke(GetTitled, { footer: 'b' }), '- b -'],
      ['takes a function', (session) => session.from([1]).pipe(GetTitled, { heading: () => 'f' }), 'f - -'],
    ])('%s', async (_title, call, expected) => {
      await using session = await Session.create();
      expect(await call(session)).toEqual([expected]);
    });

    it('knows the property in no call by name', async () => {
      await using session = await Session.create({ packs: [{ name: 'titles', cmdlets: [GetTitled] }] });
      await expect(session.invoke('Get-Titled', { heading: 'a' })).rejects.toMatchObject({
        errorId: 'NamedParameterNotFound',
      });
    });
  });

  it('of a class that is no cmdlet is CmdletNotFoundException', async () => {
    class NoCmdlet extends PSCmdlet {}
    const session = await Session.create();
    await expect(session.invoke(NoCmdlet)).rejects.toMatchObject({ errorId: 'CmdletNotFoundException' });
  });
});

describe('A session', () => {
  it('injects itself, and takes its time from the clock it is given', async () => {
    const clock: Clock = { ...systemClock, now: () => 5 };
    const session = await Session.create({ clock });
    const GetNow = defineCmdlet({
      verb: 'Get',
      noun: 'Now',
      parameters: { given: { type: Object, default: () => inject(Session) } },
      process() {
        void this.writeObject(this.given);
      },
    });
    expect(await session.invoke(GetNow)).toEqual([session]);
    expect(session.clock.now()).toBe(5);
  });

  it('is disposed once, whoever asks, and by `await using`', async () => {
    let disposals = 0;
    class Service {
      async [Symbol.asyncDispose](): Promise<void> {
        disposals++;
      }
    }
    const session = await Session.create({ services: [Service] });
    session.resolve(Service);
    const first = session.dispose();
    expect(session.dispose()).toBe(first);
    await first;
    await session[Symbol.asyncDispose]();
    expect(disposals).toBe(1);
    expect(() => session.resolve(Service)).toThrow(expect.objectContaining({ errorId: 'InvalidOperation' }));
  });

  it('runs many pipelines at a time, each with its own errors and output', async () => {
    const session = await Session.create();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => session.pipeline(GetEcho, { text: String(index) }).run()),
    );
    expect(results.map(({ output }) => output)).toEqual(Array.from({ length: 20 }, (_, index) => [String(index)]));
  });
});
