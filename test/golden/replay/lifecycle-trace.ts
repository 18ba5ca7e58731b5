import type { CmdletSpec, CmdletsSpec, StageSpec, StepName } from './lifecycle-case.js';

/** The cmdlets of a pipeline that a case declares, under their names in the trace. */
export function labelsOf(stages: readonly StageSpec[], cmdlets: CmdletsSpec): (readonly [string, CmdletSpec])[] {
  return stages.flatMap(({ cmdlet }, index) => {
    const spec = cmdlets[cmdlet];
    const isTwice = stages.filter((stage) => stage.cmdlet === cmdlet).length > 1;
    const short = cmdlet.replace(/^Test-/, '');
    return spec === undefined ? [] : [[isTwice ? `${short}@${index + 1}` : short, spec] as const];
  });
}

/** The step that a line of the trace says was entered, if it says so. */
export function stepOf(line: string): StepName | undefined {
  const step = /^[^\s:.]+\.(begin|process|end|stop|dispose)(?:\(.*\))?$/s.exec(line)?.[1];
  return step as StepName | undefined;
}

/** A parameter of a stage, by name or alias in any case. */
export function parameterOf({ parameters = {} }: StageSpec, ...names: readonly string[]): unknown {
  const wanted = names.map((name) => name.toLowerCase());
  return Object.entries(parameters).find(([name]) => wanted.includes(name.toLowerCase()))?.[1];
}

export function isPrefix(part: readonly unknown[] = [], whole: readonly unknown[] = []): boolean {
  return JSON.stringify(part) === JSON.stringify(whole.slice(0, part.length));
}

export function isSubsequence(part: readonly unknown[] = [], whole: readonly unknown[] = []): boolean {
  let at = 0;
  for (const element of whole) {
    if (at < part.length && JSON.stringify(element) === JSON.stringify(part[at])) at++;
  }
  return at === part.length;
}

export function sameList(left: readonly unknown[] = [], right: readonly unknown[] = []): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Every object inside a value that a test accepts. */
export function findAll(value: unknown, test: (value: Record<string, unknown>) => boolean): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((entry) => findAll(entry, test));
  return !Array.isArray(value) && test(value as Record<string, unknown>)
    ? [value as Record<string, unknown>, ...inner]
    : inner;
}

export function beforeDispose(trace: readonly string[] = []): readonly string[] {
  const first = trace.findIndex((line) => stepOf(line) === 'dispose');
  return first < 0 ? trace : trace.slice(0, first);
}
