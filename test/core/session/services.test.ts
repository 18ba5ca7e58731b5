import { Cmdlet, definePack, inject, PSCmdlet, Session } from '@cmdlet/core';
import { Container, Service } from 'typedi';
import { beforeEach, describe, expect, it } from 'vitest';

const log: string[] = [];
beforeEach(() => {
  log.length = 0;
});

class Clock {
  readonly id = ++made;
  readonly now = 'noon';
}
let made = 0;

class Database implements AsyncDisposable {
  readonly clock = inject(Clock);
  constructor() {
    log.push('Database made');
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.resolve();
    log.push('Database disposed');
  }
}

class Cache implements Disposable {
  private readonly database = inject(Database);
  constructor() {
    log.push(`Cache made at ${this.database.clock.now}`);
  }
  [Symbol.dispose](): void {
    log.push('Cache disposed');
  }
}

abstract class Greeter {
  abstract greet(name: string): string;
}
class Norwegian extends Greeter {
  greet(name: string): string {
    return `Hei ${name}`;
  }
}

@Cmdlet('Get', 'Service')
class GetService extends PSCmdlet<unknown> {
  private readonly cache = inject(Cache);
  private readonly clock = inject(Clock);
  override processRecord(): void {
    void this.writeObject([this.cache, this.clock]);
  }
}

@Cmdlet('Get', 'Greeting')
class GetGreeting extends PSCmdlet<string> {
  constructor(
    private readonly greeter: Greeter,
    private readonly session: Session,
    private readonly name: string = 'you',
  ) {
    super();
  }
  override processRecord(): void {
    void this.writeObject(`${this.greeter.greet(this.name)} ${this.session instanceof Session}`);
  }
}

const services = [Clock, Database, Cache];

describe('Services of a session', () => {
  it('are made when first asked for, once, for cmdlets and services alike', async () => {
    const session = await Session.create({ services });
    expect(log).toEqual([]);
    const [first] = await session.invoke(GetService);
    const [second] = await session.invoke(GetService);
    expect(second).toEqual(first);
    expect(log).toEqual(['Database made', 'Cache made at noon']);
    expect(session.resolve(Database).clock).toBe(session.resolve(Clock));
  });

  it('are disposed in the reverse order, before dispose is over', async () => {
    const session = await Session.create({ services });
    session.resolve(Cache);
    log.length = 0;
    await session.dispose();
    expect(log).toEqual(['Cache disposed', 'Database disposed']);
  });

  it('are not made to be disposed', async () => {
    const session = await Session.create({ services });
    await session[Symbol.asyncDispose]();
    expect(log).toEqual([]);
  });

  it('are its own: two sessions share nothing', async () => {
    const [one, other] = await Promise.all([Session.create({ services }), Session.create({ services })]);
    expect(one.resolve(Clock)).not.toBe(other.resolve(Clock));
    one.resolve(Cache);
    await other.dispose();
    expect(log).not.toContain('Cache disposed');
    expect(one.resolve(Cache)).toBeInstanceOf(Cache);
  });

  it('leave nothing behind in typedi', async () => {
    const containers = Container as unknown as { readonly instances: readonly unknown[] };
    const before = containers.instances.length;
    const session = await Session.create({ services });
    session.resolve(Cache);
    await session.dispose();
    expect(containers.instances).toHaveLength(before);
    expect(Container.has(Cache)).toBe(false);
  });

  it('come by the constructor too, what has a default keeps it', async () => {
    const session = await Session.create({ services: [[Greeter, new Norwegian()]] });
    expect(await session.invoke(GetGreeting)).toEqual(['Hei you true']);
  });

  it('come with packs; those of the session win, a later pack over an earlier', async () => {
    const greeting = (text: string): Greeter => ({ greet: () => text });
    const pack = (name: string) =>
      definePack({ name, cmdlets: [GetGreeting], services: [[Greeter, greeting(name)] as const] });
    const byPack = await Session.create({ packs: [pack('a'), pack('b')] });
    expect(await byPack.invoke('Get-Greeting')).toEqual(['b true']);
    const bySession = await Session.create({ packs: [pack('a')], services: [[Greeter, greeting('own')]] });
    expect(await bySession.invoke('Get-Greeting')).toEqual(['own true']);
  });

  it('may be made by a function, which can inject', async () => {
    const session = await Session.create({
      services: [Clock, { token: Greeter, factory: () => ({ greet: () => inject(Clock).now }) }],
    });
    expect(() => session.resolve(Greeter).greet('')).toThrow(expect.objectContaining({ errorId: 'InvalidOperation' }));
    const eager = await Session.create({
      services: [Clock, { token: Greeter, factory: () => Object.assign(new Norwegian(), { clock: inject(Clock) }) }],
    });
    expect(eager.resolve(Greeter)).toHaveProperty('clock', eager.resolve(Clock));
  });

  it('that were handed in stay with whoever made them', async () => {
    const handed = { [Symbol.dispose]: () => log.push('disposed'), destroy: () => log.push('destroyed') };
    const session = await Session.create({ services: [[Clock, handed]] });
    expect(session.resolve(Clock)).toBe(handed);
    await session.dispose();
    expect(log).toEqual([]);
  });
});

describe('A service that typedi knows', () => {
  class Plain {}
  class Store implements Disposable {
    readonly clock = inject(Clock);
    constructor(readonly plain: Plain) {}
    [Symbol.dispose](): void {
      log.push('Store disposed');
    }
  }
  // typedi calls its decorators just functions.
  const service = Service() as ClassDecorator;
  service(Plain);
  Reflect.defineMetadata('design:paramtypes', [Plain], Store);
  service(Store);
  class Shared {
    [Symbol.dispose](): void {
      log.push('Shared disposed');
    }
  }
  (Service({ global: true }) as ClassDecorator)(Shared);

  it('is made by it, once per session, and disposed with the session', async () => {
    const [one, other] = await Promise.all([Session.create({ services }), Session.create({ services })]);
    expect(one.resolve(Store)).toBe(one.resolve(Store));
    expect(one.resolve(Store)).toMatchObject({ clock: one.resolve(Clock), plain: one.resolve(Plain) });
    expect(other.resolve(Store)).not.toBe(one.resolve(Store));
    await one.dispose();
    expect(log).toEqual(['Store disposed']);
  });

  it('and calls global is one for all sessions, and outlives them', async () => {
    const [one, other] = await Promise.all([Session.create(), Session.create()]);
    expect(one.resolve(Shared)).toBe(other.resolve(Shared));
    await one.dispose();
    expect(log).toEqual([]);
  });

  it('gives way to a provider of the session', async () => {
    const own = new Shared();
    const session = await Session.create({ services: [[Shared, own]] });
    expect(session.resolve(Shared)).toBe(own);
  });
});

describe('What goes wrong with services', () => {
  it('ServiceNotFound: nobody provides it', async () => {
    const session = await Session.create();
    expect(() => session.resolve(Clock)).toThrow(
      expect.objectContaining({ errorId: 'ServiceNotFound', message: expect.stringContaining('Clock') as string }),
    );
    await expect(session.invoke(GetGreeting)).rejects.toMatchObject({
      errorId: 'ServiceNotFound',
      message: expect.stringContaining('Greeter') as string,
    });
  });

  it('ServiceNotFound: the type of a constructor parameter is not known at run time', async () => {
    class Untold {
      constructor(readonly clock: Clock) {}
    }
    const session = await Session.create({ services: [Untold, Clock] });
    expect(() => session.resolve(Untold)).toThrow(
      expect.objectContaining({ errorId: 'ServiceNotFound', message: expect.stringContaining('inject(') as string }),
    );
  });

  it('ServiceCycle: two need each other', async () => {
    class Hen {
      readonly egg: unknown = inject(Egg);
    }
    class Egg {
      readonly hen: unknown = inject(Hen);
    }
    const session = await Session.create({ services: [Hen, Egg] });
    expect(() => session.resolve(Hen)).toThrow(
      expect.objectContaining({
        errorId: 'ServiceCycle',
        message: expect.stringContaining('Hen → Egg → Hen') as string,
      }),
    );
    expect(() => session.resolve(Hen)).toThrow(expect.objectContaining({ errorId: 'ServiceCycle' }));
  });

  it('a constructor that throws: the next who asks tries again', async () => {
    let attempts = 0;
    class Moody {
      constructor() {
        if (++attempts === 1) throw new RangeError('not today');
      }
    }
    const session = await Session.create({ services: [Moody] });
    expect(() => session.resolve(Moody)).toThrow('not today');
    expect(session.resolve(Moody)).toBeInstanceOf(Moody);
  });

  it('disposal that fails: all are tried, the failures come together', async () => {
    const failing = (name: string) =>
      Object.defineProperty(
        class {
          async [Symbol.asyncDispose](): Promise<void> {
            throw new Error(`${name} is stuck`);
          }
        },
        'name',
        { value: name },
      );
    const [A, B] = [failing('A'), failing('B')];
    const session = await Session.create({ services: [A, ...services, B] });
    for (const token of [A, Cache, B]) session.resolve<unknown>(token);
    log.length = 0;
    const failure = await session.dispose().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AggregateError);
    expect((failure as AggregateError).errors.map((error: Error) => [error.message, error.cause])).toEqual([
      ['The service B could not be disposed.', new Error('B is stuck')],
      ['The service A could not be disposed.', new Error('A is stuck')],
    ]);
    expect(log).toEqual(['Cache disposed', 'Database disposed']);
  });

  it('inject outside of a construction is InvalidOperation', () => {
    expect(() => inject(Clock)).toThrow(expect.objectContaining({ errorId: 'InvalidOperation' }));
  });
});
