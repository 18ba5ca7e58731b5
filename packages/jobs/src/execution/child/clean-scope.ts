/**
 * Tells whether a thread is as it was before it did some work: the global object and all objects that are reached from it
 * by one name, their prototypes, and what keeps the event loop busy.
 *
 * It compares values, one by one, which takes less than a new thread by far; what is set on the methods themselves it
 * does not see. What cannot be compared, as modules that were
 * loaded, is excluded before: see {@link mayLeaveTraces}.
 */
export class CleanScope {
  readonly #owners: object[] = [];
  /** How many properties they have, and how many of those can be enumerated. */
  readonly #counts: number[] = [];
  readonly #enumerable: number[] = [];
  /** Properties with a value, in three parallel lists. */
  readonly #holders: Record<PropertyKey, unknown>[] = [];
  readonly #names: PropertyKey[] = [];
  readonly #values: unknown[] = [];
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
   * @param closely looks for what cannot be enumerated, too, which takes four times as long: see {@link mayHideTraces}
   */
  isClean(closely: boolean): boolean {
    return (
      process.getActiveResourcesInfo().join() === this.#resources &&
      this.#hasSameEnumerable() &&
      this.#hasSameValues() &&
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

  #hasSameValues(): boolean {
    const holders = this.#holders;
    const names = this.#names;
    const values = this.#values;
    for (let index = 0; index < holders.length; index++) {
      const now = (holders[index] as Record<PropertyKey, unknown>)[names[index] as PropertyKey];
      if (!Object.is(now, values[index])) return false;
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
    return true;
  }

  #remember(owner: object): void {
    const names = Reflect.ownKeys(owner);
    this.#owners.push(owner);
    this.#counts.push(names.length);
    this.#enumerable.push(Object.keys(owner).length);
    for (const name of names) {
      const property = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
      if ('value' in property) {
        this.#holders.push(owner as Record<PropertyKey, unknown>);
        this.#names.push(name);
        this.#values.push(property.value);
      } else {
        // eslint-disable-next-line @typescript-eslint/unbound-method -- Compared, and not called.
        this.#accessors.push({ holder: owner, name, get: property.get });
      }
    }
  }
}

/** Whether the text of a function mentions what leaves traces that cannot be seen: modules, code made of text, the process. */
export function mayLeaveTraces(text: string): boolean {
  return TRACES.test(text);
}

const TRACES = /\b(?:import|require|eval|Function|constructor|process|WebAssembly|__vite_ssr_dynamic_import__)\b|\\u/;

/**
 * Whether the text of a function mentions what can make properties that are not enumerated, or accessors: what defines
 * them, symbols, and what leads to those under another name.
 */
export function mayHideTraces(text: string): boolean {
  return HIDING.test(text);
}

const HIDING =
  /\b(?:Object|Reflect|Symbol|globalThis|global|self|this|captureStackTrace|__define[GS]etter__|__proto__)\b/;

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
