/** Every text of this package that somebody may read. */
export const text = {
  noTimeSpan: (given: string): string =>
    `'${given}' is no length of time. Write milliseconds, or a text as '5m', '1h30m', '250ms', '00:05:00'.`,
  noDate: (given: string): string => `'${given}' is no date. Write it as 2024-01-01T00:00:00Z.`,
  notAhead: (moment: string, now: string): string =>
    `Time cannot be moved to ${moment}: it is ${now} already, and time only goes forward.`,
  neverSettles: (turns: number): string =>
    `The work has given way to others ${turns} times and goes on. It does not wait for time: something in it loops.`,
  dueIn: (milliseconds: number): string => `due in ${milliseconds} ms`,

  badMarbles: (notation: string, index: number): string =>
    `'${notation}' is no marble diagram: ${index < notation.length ? `'${notation.charAt(index)}' cannot stand at place ${index}` : 'a group is not closed'}. Write '-' for nothing, letters for records, '(ab)' for several at once, '|', '#' or '!' for the end, '9ms' between blanks for time.`,
  otherMarbles: (notation: string, actual: readonly string[]): string =>
    `The records are not those of '${notation}'. Written: ${actual.length === 0 ? 'nothing' : actual.join(', ')}.`,

  leak: (kind: string, description: string, origin: string): string =>
    `${kind}${description === '' ? '' : ` ${description}`}${origin === '' ? '' : `, begun at ${origin}`}`,
  leaks: (leaks: readonly string[]): string =>
    `${leaks.length === 1 ? 'Something was' : `${leaks.length} things were`} left behind:\n${leaks.map((leak) => `  ${leak}`).join('\n')}`,

  inputBesidePipeline:
    'A pipeline has its own input, so the option input says nothing about it. Begin the pipeline with it: run((session) => session.from(input).pipe(…)).',

  notClosed: (failures: readonly unknown[]): string =>
    `${failures.length === 1 ? 'A session' : `${failures.length} sessions`} could not be closed: ${failures.map(String).join('; ')}`,

  noSuchChoice: (answer: string, message: string, options: readonly string[]): string =>
    `The answer '${answer}' is none of the choices of "${message}". There are: ${options.join(', ')}.`,
  noAnswerLeft: (message: string, given: number): string =>
    `The test gives ${given} ${given === 1 ? 'answer' : 'answers'}, and this question comes after them: ${message}`,

  otherBinding: (error: string | undefined): string =>
    `The command line is bound in another way than the table says.${error === undefined ? '' : ` It is refused: ${error}`}`,

  otherExample: (code: string, errors: readonly string[], failure: string): string =>
    `The example '${code}' writes something else.${[...errors, failure]
      .filter((line) => line !== '')
      .map((line) => `\n  ${line}`)
      .join('')}`,
  foreignExample: (code: string): string => `The example '${code}' does not call the command that it is shown with.`,
  needsLanguage: (code: string): string =>
    `'${code}' needs the command language, and only plain command lines are read here. Give pipelineOf, which makes its pipeline.`,

  noMethod: (name: string, methods: readonly string[]): string =>
    `The service has no method '${name}' that could fail. It has: ${methods.join(', ')}.`,
  injectedFault: (method: string, call: number): string => `Call ${call} of ${method} fails, as the test says.`,
  hostRefuses: 'This host refuses to ask.',

  noJob: (state: string, errorIds: readonly string[]): string =>
    `The call gave no job: it is ${state}${errorIds.length === 0 ? '' : ` with ${errorIds.join(', ')}`}. A call that is declined or only says what it would do gives none either.`,
};
