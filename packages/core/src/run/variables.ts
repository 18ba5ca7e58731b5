/** The session's variables as a command sees them. Names ignore case. */
export interface VariableScope {
  get(name: string): unknown;
  has(name: string): boolean;
  set(name: string, value: unknown): void;
  remove(name: string): void;
}

/** Variables of one scope; what it lacks is looked up in the outer one. */
export class VariableTable implements VariableScope {
  readonly #values = new Map<string, unknown>();

  constructor(private readonly outer?: VariableScope) {}

  get(name: string): unknown {
    const key = name.toLowerCase();
    return this.#values.has(key) ? this.#values.get(key) : this.outer?.get(name);
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase()) || (this.outer?.has(name) ?? false);
  }

  set(name: string, value: unknown): void {
    this.#values.set(name.toLowerCase(), value);
  }

  remove(name: string): void {
    this.#values.delete(name.toLowerCase());
  }
}
