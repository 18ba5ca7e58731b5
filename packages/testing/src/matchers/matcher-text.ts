/** Every text of the matchers. */
export const matcherText = {
  noRun: (matcher: string): string => `${matcher} looks at a result of run(), or where it makes sense at a job.`,
  noErrors: (matcher: string): string =>
    `${matcher} looks at a result of run(), a job, an exception or an error record.`,
  wrongReceiver: (looksAt: string, received: string): string => `${looksAt} It was given ${received}.`,
  noCmdlet: (matcher: string): string => `${matcher} looks at a cmdlet class.`,

  otherOutput: (errors: readonly string[]): string => `The output is another one.${listed('Errors', errors)}`,
  sameOutput: 'The output is the one that is not expected.',
  noErrorId: (id: string, errors: readonly string[]): string =>
    `There is no error with the id ${id}.${errors.length === 0 ? ' There is no error at all.' : listed('Errors', errors)}`,
  errorId: (id: string): string => `There is an error with the id ${id}, and none is expected.`,
  noWarning: (expected: string | undefined, warnings: readonly string[]): string =>
    `There is no warning${expected === undefined ? '' : ` that has ${expected} in it`}.${listed('Warnings', warnings)}`,
  warning: (warnings: readonly string[]): string =>
    `There is a warning, and none is expected.${listed('Warnings', warnings)}`,
  otherState: (expected: string, actual: string, reasons: readonly string[]): string =>
    `The state is ${actual}, not ${expected}.${listed('Errors', reasons)}`,
  sameState: (state: string): string => `The state is ${state}, and is expected not to be.`,
  notAsked: 'Nobody was asked that. What the cmdlets wanted to know, and how it was decided:',
  asked: 'Somebody was asked that, and is expected not to be.',
  otherBinding: (command: string): string => `${command} was bound in another way.`,
  sameBinding: (command: string): string => `${command} was bound in the way that is not expected.`,
  nothingBound: (command: string | undefined, errors: readonly string[]): string =>
    `${command ?? 'No command'} was ${command === undefined ? '' : 'not '}bound.${listed('Errors', errors)}`,
  leaks: (leaks: readonly string[]): string => `The run has left something behind.${listed('Left', leaks)}`,
  noLeaks: 'The run has left nothing behind, and is expected to.',

  surfaceOnlyMatches:
    'toMatchCommandSurface compares with a snapshot, and cannot be negated: a snapshot tells what is wanted. To tell two surfaces apart write expect(await commandSurface(pack)).not.toBe(…).',

  noParameter: (command: string, name: string, names: readonly string[]): string =>
    `${command} has no parameter ${name}. It has: ${names.join(', ')}.`,
  otherParameter: (command: string, name: string): string => `-${name} of ${command} is declared in another way.`,
  sameParameter: (command: string, name: string): string =>
    `-${name} of ${command} is declared in the way that is not expected.`,
  noWhatIf: (command: string): string =>
    `${command} has no -WhatIf. Write supportsShouldProcess: true in @Cmdlet, and ask shouldProcess before each change.`,
  declaresWhatIf: (command: string): string => `${command} has -WhatIf, and is expected not to.`,
  whatIfFailed: (command: string, state: string, said: boolean, errorIds: readonly string[]): string =>
    `${command} -WhatIf is ${state}${errorIds.length === 0 ? '' : ` with ${errorIds.join(', ')}`}, and has ${said ? '' : 'not '}said what it would do.`,
  doesWhatIf: (command: string): string => `${command} -WhatIf says what it would do, and is expected not to.`,
};

function listed(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
