import type { VariableScope } from '@cmdlet/core';

/** Variables of an inner scope, which have no types. */
export class UntypedVariables implements VariableScope {
  readonly #values = new Map<string, unknown>();
  constructor(private readonly outer: VariableScope) {}
  get(name: string): unknown {
    return this.#values.has(name.toLowerCase()) ? this.#values.get(name.toLowerCase()) : this.outer.get(name);
  }
  has(name: string): boolean {
    return this.#values.has(name.toLowerCase()) || this.outer.has(name);
  }
  set(name: string, value: unknown): void {
    this.#values.set(name.toLowerCase(), value);
  }
  remove(name: string): void {
    this.#values.delete(name.toLowerCase());
  }
}
