import type { ParameterMetadata } from '../declare/metadata.js';

/** What is bound, in the order in which it was bound, with the dictionary that a cmdlet sees of it. */
export class BoundParameters {
  /** Values, or where to read them. */
  readonly #values = new Map<ParameterMetadata, unknown>();
  /** Made when somebody looks; kept up to date from then on. */
  #view: Record<string, unknown> | undefined;

  has(parameter: ParameterMetadata): boolean {
    return this.#values.has(parameter);
  }

  set(parameter: ParameterMetadata, value: unknown): void {
    this.#values.set(parameter, value);
    if (this.#view !== undefined) show(this.#view, parameter, value);
  }

  /** Binds a parameter whose value is assigned from outside, and read from its receiver whenever somebody looks. */
  adopt(parameter: ParameterMetadata, receiver: object): void {
    this.set(parameter, new AdoptedValue(receiver, parameter.property));
  }

  /** @param keepEntry leaves the entry in the dictionary, with its last value */
  delete(parameter: ParameterMetadata, keepEntry: boolean): void {
    if (keepEntry) show(this.view, parameter, current(this.#values.get(parameter)));
    else if (this.#view !== undefined) delete this.#view[parameter.name];
    this.#values.delete(parameter);
  }

  /** Everything bound with its value, in the order in which it was bound. */
  *entries(): Generator<readonly [ParameterMetadata, unknown]> {
    for (const [parameter, value] of this.#values) yield [parameter, current(value)];
  }

  /** How many are bound. */
  get size(): number {
    return this.#values.size;
  }

  /** Whether somebody has looked. */
  get isViewed(): boolean {
    return this.#view !== undefined;
  }

  /** Everything bound, in the order in which it was bound. */
  parameters(): ParameterMetadata[] {
    return [...this.#values.keys()];
  }

  /** Names of everything bound. */
  names(): string[] {
    return Array.from(this.#values.keys(), (parameter) => parameter.name);
  }

  /** Shown name → converted value. Always the same object; it stays up to date. */
  get view(): Record<string, unknown> {
    if (this.#view === undefined) {
      this.#view = {};
      for (const [parameter, value] of this.#values) show(this.#view, parameter, value);
    }
    return this.#view;
  }
}

class AdoptedValue {
  readonly #receiver: object;
  readonly #property: string;
  constructor(receiver: object, property: string) {
    this.#receiver = receiver;
    this.#property = property;
  }
  read(): unknown {
    return Reflect.get(this.#receiver, this.#property);
  }
}

function current(value: unknown): unknown {
  return value instanceof AdoptedValue ? value.read() : value;
}

function show(view: Record<string, unknown>, { name }: ParameterMetadata, value: unknown): void {
  const entry = value instanceof AdoptedValue ? { get: () => value.read() } : { value, writable: true };
  Object.defineProperty(view, name, { ...entry, enumerable: true, configurable: true });
}
