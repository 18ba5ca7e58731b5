/** A value that is put into a decorator call, as data: written as syntax only when the compiler emits the file. */
export type DerivedValue = string | number | boolean | readonly DerivedValue[] | DerivedObject | Reference | Call;

export interface DerivedObject {
  readonly [name: string]: DerivedValue;
}

/** Something the emitted file refers to: a global, something declared in the file, or what a module exports. */
export class Reference {
  constructor(
    readonly name: string,
    /** The specifier of the module, as the file would import it; undefined for what is in scope. */
    readonly module?: string,
  ) {}
}

/** A call of a function: `nullable(String)`. */
export class Call {
  constructor(
    readonly callee: Reference,
    readonly parameters: readonly DerivedValue[],
  ) {}
}

/** The module that decorators come from. */
export const CORE = '@cmdlet/core';

/** Something that the core exports. */
export function ofCore(name: string): Reference {
  return new Reference(name, CORE);
}
