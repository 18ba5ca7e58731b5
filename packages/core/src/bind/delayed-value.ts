import type { BindableParameter } from './bindable-parameter.js';

/** Stands in the bound parameters for a function that waits for records. */
export class DelayedBinding {
  constructor(
    /** Called with each record; what it returns is bound. */
    readonly scriptBlock: (record: unknown) => unknown,
  ) {}
}

/** A parameter whose value is computed from each record. */
export interface DelayedValue {
  readonly parameter: BindableParameter;
  readonly scriptBlock: (record: unknown) => unknown;
}
