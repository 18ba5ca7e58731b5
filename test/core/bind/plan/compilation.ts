import type * as recordStep from '../../../../packages/core/src/bind/plan/record-step.js';

/** Switches compilation off, and counts what compiled steps do; see {@link watched}. */
export const compilation = {
  enabled: true,
  /** Steps that were made. */
  compiled: 0,
  /** Records that a compiled step took. */
  hits: 0,
  /** Records that a compiled step handed back to the binder. */
  misfits: 0,
  reset(enabled: boolean): void {
    Object.assign(this, { enabled, compiled: 0, hits: 0, misfits: 0 });
  },
};

/** The module that compiles steps, for `vi.mock`: it counts, and compiles nothing while {@link compilation} is off. */
export function watched(original: typeof recordStep): typeof recordStep {
  return {
    ...original,
    compileRecordStep(binding, cmdlet, record) {
      if (!compilation.enabled) return undefined;
      const step = original.compileRecordStep(binding, cmdlet, record);
      if (step === undefined) return undefined;
      compilation.compiled++;
      return (target, value) => {
        const result = step(target, value);
        if (result === original.MISFIT) compilation.misfits++;
        else compilation.hits++;
        return result;
      };
    },
  };
}
