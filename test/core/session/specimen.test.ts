import { setFlagsFromString } from 'node:v8';
import { Cmdlet, type CmdletClass, defineCmdlet, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it, vi } from 'vitest';
import { withRuntime } from '../../../packages/core/src/run/construction.js';
import { DetachedRuntime } from '../../../packages/core/src/run/detached-runtime.js';
import { shapeOf } from '../../../packages/core/src/session/cmdlet-shape.js';
import { turn } from '../run/traced-cmdlet.js';

setFlagsFromString('--allow-natives-syntax');
// eslint-disable-next-line @typescript-eslint/no-implied-eval -- V8's own question, which is no JavaScript.
const haveSameMap = new Function('one', 'other', 'return %HaveSameMap(one, other)') as (...pair: unknown[]) => boolean;

let constructed = 0;

@Cmdlet('Get', 'Shape')
class GetShape extends PSCmdlet<number> {
  @Parameter() number = 1;
  @Parameter({ type: String }) text?: string;
  constructor() {
    super();
    constructed++;
  }
  override processRecord(): void {
    void this.writeObject(this.number);
  }
}

@Cmdlet('Get', 'DerivedShape')
class GetDerivedShape extends GetShape {
  @Parameter({ type: [String] }) more: readonly string[] = [];
}

const GetDefinedShape = defineCmdlet({ verb: 'Get', noun: 'DefinedShape', parameters: { first: { type: Number } } });

describe('The shape of a cmdlet', () => {
  it.each<[title: string, cmdlet: CmdletClass]>([
    ['a class', GetShape],
    ['a class that extends another', GetDerivedShape],
    ['a defined cmdlet', GetDefinedShape],
  ])('of %s is that of its instances to V8, holds nothing of them, and runs no code of its author', (_, cmdlet) => {
    const instance = new cmdlet();
    Reflect.set(instance, 'text', 'something large');
    const before = constructed;
    const shape = shapeOf(new cmdlet(), cmdlet) as Record<string, unknown>;
    expect(constructed - before).toBe(cmdlet === GetDefinedShape ? 0 : 1);
    expect(haveSameMap(shape, new cmdlet())).toBe(true);
    expect([shape['text'], shape['more']]).toEqual([undefined, undefined]);
  });

  it('does not hold the run that its instance was made for, nor its session', () => {
    const runtime = new DetachedRuntime();
    const instance = withRuntime(runtime, () => new GetShape());
    const shape = withRuntime(runtime, () => shapeOf(instance, GetShape)) as GetShape;
    expect(instance.commandRuntime).toBe(runtime);
    expect(shape.commandRuntime).not.toBe(runtime);
    expect(haveSameMap(shape, instance)).toBe(true);
  });

  it('is none for an instance whose properties are not plain', () => {
    const instance = Object.defineProperty(new GetShape(), 'fixed', { value: 1 });
    expect(shapeOf(instance, GetShape)).toBeUndefined();
  });
});

describe('Specimens', () => {
  it('are made once in a process, after many calls, in a session of their own that is disposed', async () => {
    const session = await Session.create();
    const create = vi.spyOn(Session, 'create');
    for (let call = 0; call < 199; call++) await session.invoke(GetShape);
    expect(create).not.toHaveBeenCalled();
    for (let call = 0; call < 300; call++) await session.invoke(GetShape);
    expect(create).toHaveBeenCalledOnce();
    const own = await (create.mock.results[0]?.value as Promise<Session>);
    await vi.waitFor(async () => {
      await expect(own.invoke(GetShape)).rejects.toMatchObject({ errorId: 'InvalidOperation' });
    });
    expect([session.jobs.jobs, session.errors.length]).toEqual([[], 0]);
    expect([own.jobs.unfinished, own.errors.length]).toEqual([[], 0]);
    await session.dispose();
  });

  it('that cannot be made are done without', async () => {
    vi.resetModules();
    const { noteCall } = await import('../../../packages/core/src/session/specimen.js');
    const unhandled = vi.fn<(reason: unknown) => void>();
    const create = vi.fn(() => Promise.reject(new Error('no session')));
    process.on('unhandledRejection', unhandled);
    for (let call = 0; call < 200; call++) noteCall(create);
    await turn();
    process.off('unhandledRejection', unhandled);
    expect([create.mock.calls.length, unhandled.mock.calls]).toEqual([1, []]);
  });

  it('that fail to be made leave no session behind', async () => {
    vi.resetModules();
    const { noteCall } = await import('../../../packages/core/src/session/specimen.js');
    const own = await Session.create();
    vi.spyOn(own, 'pipeline').mockImplementation(() => {
      throw new Error('no pipeline');
    });
    for (let call = 0; call < 200; call++) noteCall(() => Promise.resolve(own));
    await vi.waitFor(() => expect(() => own.resolve(Session)).toThrow());
  });
});
