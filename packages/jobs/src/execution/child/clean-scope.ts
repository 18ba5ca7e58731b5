/**
 * Tells whether a thread is as it was before it did some work: the global object and all objects that are reached from it
 * by one name, their prototypes, and what keeps the event loop busy.
 *
 * It compares values, one by one, which takes less than a new thread by far; what is set on the methods themselves it
 * does not see. What cannot be compared, as modules that were
 * loaded, is excluded before: see {@link Traces}.
 */
export class CleanScope {
  readonly #owners: object[] = [];
  /** How many properties they have, and how many of those can be enumerated. */
  readonly #counts: number[] = [];
  readonly #enumerable: number[] = [];
  readonly #writable = new PropertyList();
  /** Properties that can only be changed by defining them again. */
  readonly #constant = new PropertyList();
  readonly #accessors: { readonly holder: object; readonly name: PropertyKey; readonly get: unknown }[] = [];
  readonly #resources: string;

  /** Remembers how the scope is now. */
  constructor() {
    const met = new Set<object>();
    const remember = (value: unknown): void => {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || met.has(value)) return;
      met.add(value);
      this.#remember(value);
    };
    remember(globalThis);
    for (const name of Reflect.ownKeys(globalThis)) {
      const value: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
      remember(value);
      if (typeof value === 'function') remember(Reflect.get(value, 'prototype'));
    }
    for (const hidden of HIDDEN) remember(hidden);
    this.#resources = process.getActiveResourcesInfo().join();
  }

  /**
   * Whether it is still so.
   *
   * @param closely looks for what cannot be enumerated, too, which takes four times as long: see {@link Traces}
   */
  isClean(closely: boolean): boolean {
    return (
      process.getActiveResourcesInfo().join() === this.#resources &&
      this.#hasSameEnumerable() &&
      this.#writable.isSame() &&
      (!closely || this.#hasSameHidden())
    );
  }

  #hasSameEnumerable(): boolean {
    const owners = this.#owners;
    const enumerable = this.#enumerable;
    for (let index = 0; index < owners.length; index++) {
      if (Object.keys(owners[index] as object).length !== enumerable[index]) return false;
    }
    return true;
  }

  #hasSameHidden(): boolean {
    for (let index = 0; index < this.#owners.length; index++) {
      if (Reflect.ownKeys(this.#owners[index] as object).length !== this.#counts[index]) return false;
    }
    for (const { holder, name, get } of this.#accessors) {
      if (Object.getOwnPropertyDescriptor(holder, name)?.get !== get) return false;
    }
    return this.#constant.isSame();
  }

  #remember(owner: object): void {
    const names = Reflect.ownKeys(owner);
    this.#owners.push(owner);
    this.#counts.push(names.length);
    this.#enumerable.push(Object.keys(owner).length);
    for (const name of names) {
      const property = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
      if ('value' in property) {
        const list = property.writable === true ? this.#writable : this.#constant;
        list.add(owner, name, property.value);
      } else {
        // eslint-disable-next-line @typescript-eslint/unbound-method -- Compared, and not called.
        this.#accessors.push({ holder: owner, name, get: property.get });
      }
    }
  }
}

/** Properties and their values, in parallel lists: to go through them takes least time so. */
class PropertyList {
  readonly #holders: Record<PropertyKey, unknown>[] = [];
  readonly #names: PropertyKey[] = [];
  readonly #values: unknown[] = [];

  add(holder: object, name: PropertyKey, value: unknown): void {
    this.#holders.push(holder as Record<PropertyKey, unknown>);
    this.#names.push(name);
    this.#values.push(value);
  }

  isSame(): boolean {
    const holders = this.#holders;
    const names = this.#names;
    const values = this.#values;
    for (let index = 0; index < holders.length; index++) {
      const now = (holders[index] as Record<PropertyKey, unknown>)[names[index] as PropertyKey];
      if (!Object.is(now, values[index])) return false;
    }
    return true;
  }
}

/** Prototypes that no global name leads to. */
const HIDDEN: readonly unknown[] = [
  Object.getPrototypeOf(Int8Array),
  Object.getPrototypeOf(Int8Array.prototype),
  Object.getPrototypeOf([][Symbol.iterator]()),
  Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
  Object.getPrototypeOf(new Map()[Symbol.iterator]()),
  Object.getPrototypeOf(new Set()[Symbol.iterator]()),
  Object.getPrototypeOf(''[Symbol.iterator]()),
  Object.getPrototypeOf(function* () {}),
  Object.getPrototypeOf(async function* () {}),
  Object.getPrototypeOf(async () => {}),
];
