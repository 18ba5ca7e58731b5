import { Container, ContainerInstance } from 'typedi';
import type { Class } from '../declare/types/parameter-type.js';
import { CmdletException } from '../records/cmdlet-exception.js';
import { withRuntime } from '../run/construction.js';
import { DetachedRuntime } from '../run/detached-runtime.js';
import { type ServiceToken, tokenKey } from '../run/service-token.js';
import { construct } from './construct.js';
import { text } from './text.js';

/** A class of services, constructed when first asked for; its constructor's parameters are services too. */
export type ServiceClass<T = unknown> = new (...parameters: never[]) => T;

/**
 * How a session gets a service: a class, a token with an instance, or a token with a factory.
 *
 * A token is any class, abstract ones too.
 */
export type ServiceProvider =
  | ServiceClass
  | readonly [token: ServiceToken, instance: object]
  | { readonly token: ServiceToken; readonly factory: () => object };

/**
 * The services of one session: one instance per token, made on first use, disposed in reverse order with the session.
 *
 * Classes marked with typedi's `@Service` are found too: a typedi container of the session's own makes them. It is not
 * listed anywhere, so that a session that nobody disposes goes away with its last user.
 */
export class ServiceScope implements AsyncDisposable {
  readonly #container = new ContainerInstance('@cmdlet/core');
  readonly #providers = new Map<unknown, Provider>();
  readonly #instances = new Map<unknown, unknown>();
  /** What the session made, and so disposes, in the order in which it was finished. */
  readonly #made: { readonly token: ServiceToken; readonly instance: unknown }[] = [];
  /** What is under construction, each for the one before it. */
  readonly #making: ServiceToken[] = [];
  readonly #runtime = new DetachedRuntime((token) => this.resolve(token));

  /** Makes a service known. Of several for one token the last counts, for those who ask from now on. */
  add(given: ServiceProvider): void {
    const provider = providerOf(given);
    const { token } = provider;
    this.#providers.set(tokenKey(token), provider);
    this.#instances.delete(tokenKey(token));
    // Transient: the container is to ask anew each time, and must not end what is not its own.
    this.#container.set({ id: identifier(token), transient: true, factory: () => this.resolve(token) });
  }

  /**
   * The instance of a token.
   *
   * @throws CmdletException `ServiceNotFound` for one that neither the session nor typedi knows, `ServiceCycle` for one
   *   that needs itself
   */
  resolve<T>(token: ServiceToken<T>): T {
    const key = tokenKey(token);
    if (!this.#instances.has(key)) this.#instances.set(key, this.#make(token));
    return this.#instances.get(key) as T;
  }

  /** Disposes what was made, newest first. All are tried; failures come as one AggregateError. */
  async [Symbol.asyncDispose](): Promise<void> {
    const failures: Error[] = [];
    for (const { token, instance } of this.#made.reverse()) {
      try {
        await disposeInstance(instance);
      } catch (error) {
        failures.push(new Error(text.serviceDisposal(token.name), { cause: error }));
      }
    }
    this.#made.length = 0;
    this.#instances.clear();
    this.#container.reset({ strategy: 'resetServices' });
    if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('\n'));
  }

  #make(token: ServiceToken): unknown {
    const provider = this.#providers.get(tokenKey(token));
    if (provider === undefined && !Container.has(identifier(token))) throw serviceNotFound(token);
    if (this.#making.includes(token)) throw serviceCycle([...this.#making, token]);
    this.#making.push(token);
    try {
      const instance: unknown = withRuntime(this.#runtime, () =>
        provider === undefined
          ? this.#container.get<unknown>(identifier(token))
          : provider.make((wanted) => this.resolve(wanted)),
      );
      if (provider?.owned ?? this.#container.has(identifier(token))) this.#made.push({ token, instance });
      return instance;
    } finally {
      this.#making.pop();
    }
  }
}

interface Provider {
  readonly token: ServiceToken;
  readonly make: (resolve: (token: ServiceToken) => unknown) => unknown;
  /** An instance that was handed in belongs to whoever made it; the session disposes only what it made itself. */
  readonly owned: boolean;
}

function providerOf(provider: ServiceProvider): Provider {
  if (typeof provider === 'function') {
    return { token: provider, make: (resolve) => construct(provider as Class, resolve), owned: true };
  }
  if ('factory' in provider) return { token: provider.token, make: () => provider.factory(), owned: true };
  const [token, instance] = provider;
  return { token, make: () => instance, owned: false };
}

/** typedi has no type for a class whose constructor is private; at run time any class will do. */
function identifier<T>(token: ServiceToken<T>): CallableFunction & { prototype: T } {
  return token as CallableFunction & { prototype: T };
}

function serviceNotFound({ name }: ServiceToken): CmdletException {
  return new CmdletException(text.noService(name), {
    errorId: 'ServiceNotFound',
    category: 'ObjectNotFound',
    target: name,
  });
}

function serviceCycle(tokens: readonly ServiceToken[]): CmdletException {
  const names = tokens.map(({ name }) => name);
  return new CmdletException(text.serviceCycle(names), {
    errorId: 'ServiceCycle',
    category: 'InvalidOperation',
    target: names[0],
  });
}

async function disposeInstance(instance: unknown): Promise<void> {
  if (typeof instance !== 'object' || instance === null) return;
  if (Symbol.asyncDispose in instance) await (instance as AsyncDisposable)[Symbol.asyncDispose]();
  else if (Symbol.dispose in instance) (instance as Disposable)[Symbol.dispose]();
}
