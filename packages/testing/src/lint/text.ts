import type { LintReport } from './finding.js';

/** Every text of the lint: what is wrong, and what to write. */
export const lintText = {
  noCmdlet: {
    id: 'CmdletNotDeclared',
    severity: 'error',
    message: 'An entry of cmdlets has no cmdlet class in it.',
    remedy: 'Export a class that is decorated with @Cmdlet(verb, noun), or leave the entry out.',
  } satisfies LintReport,
  correctDeclaration: 'Correct the declaration.',
  write: (name: string): string => `Write ${name}.`,

  unapprovedVerb: (verb: string): string => `'${verb}' is no approved verb, so nobody guesses the command.`,
  useVerb: (names: readonly string[]): string =>
    names.length === 0 ? 'Choose one of approvedVerbs().' : `Write ${names.join(' or ')}.`,
  verbSpelling: (verb: string): string => `'${verb}' is spelled in another way than in other commands.`,
  restrictedCharacter: 'The name has a character in it that means something in a command line.',
  lettersAndDigits: 'Use letters and digits only.',
  pluralNoun: (noun: string): string => `'${noun}' is a plural, and nouns are singular however many there are.`,
  notPascalCase: (name: string): string => `'${name}' is not in Pascal case, as other names are.`,

  pluralParameter: (name: string): string =>
    `'${name}' is a plural, and names are singular however many values there are.`,
  nonStandard: (name: string, standard: string): string => `Other commands say -${standard} for -${name}.`,
  keepAsAlias: (standard: string, name: string): string =>
    `Call it -${standard}; @Alias('${name}') keeps the other name.`,
  mandatorySwitch: 'A switch that must be given is no choice.',
  makeOptional: 'Leave out mandatory; what it switches on is what the command does.',
  positionalSwitch: 'A switch has a position, and an unnamed true or false tells nobody what it is for.',
  leaveOutPosition: 'Leave out position.',
  plainTextSecret: 'A secret is taken as plain text, and so stands in histories, logs and lists of jobs.',
  hideSecret: 'Take it from a service or a file, or in a class of its own whose toString() tells nothing.',
  noParameterHelp: 'There is no help for the parameter.',
  writeDescription: "Write description: '…' in @Parameter.",
  obsoleteWithoutHint: 'It is obsolete, and nobody is told what to use.',
  sayInstead: 'Say in @Obsolete what to use.',

  ambiguousSets: (left: string, right: string): string =>
    `The parameter sets ${left} and ${right} cannot be told apart: a call with all that both need fits both.`,
  unreachableSet: (set: string, preset: string): string =>
    `The parameter set ${set} is never used: every call that fits it fits the default set ${preset} as well.`,
  ownMandatory: (left: string, right: string): string =>
    `Give ${left} or ${right} a mandatory parameter that the other has not, or make one of them the default.`,
  unknownDefault: (preset: string): string => `No parameter is in the default set ${preset}.`,
  useOneOf: (names: readonly string[]): string => `Unless that is meant, write one of ${names.join(', ')}.`,
  optionalFirst: (optional: string, mandatory: string, set: string): string =>
    `In the set ${set}, -${mandatory} must be given and comes after -${optional}, which need not: an unnamed argument goes to the wrong one.`,
  swapPositions: 'Give the mandatory one the lower position.',
  severalTakers: (names: readonly string[], set: string): string =>
    `In the set ${set}, a record from the pipeline goes to ${names.map((name) => `-${name}`).join(' and ')} at once.`,
  oneTaker: 'Let one of them take it, or put them into different sets.',

  noShouldProcess: (verb: string): string =>
    `People expect -WhatIf and -Confirm of a command that is called ${verb}-….`,
  declareShouldProcess:
    'Write supportsShouldProcess: true in @Cmdlet, and ask await this.shouldProcess(target, action) before each change.',
  needlessShouldProcess: (verb: string): string =>
    `A command that is called ${verb}-… changes nothing that could be asked about.`,
  leaveOutShouldProcess: 'Leave out supportsShouldProcess.',
  undeclaredShouldProcess: 'The command calls shouldProcess and does not declare it, so the call fails.',
  unusedShouldProcess: 'The command declares supportsShouldProcess, and its class never asks shouldProcess.',
  callShouldProcess: 'Ask await this.shouldProcess(target, action) before each change, unless a helper does.',
  noForce: 'The command asks shouldContinue, which -Confirm:$false does not answer, and has no -Force.',
  addForce: 'Add a switch force, and ask only if it is not given.',
  noPassThru: 'The command changes something and writes nothing, so a pipeline cannot go on with it.',
  addPassThru: 'Add a switch passThru that writes what was changed.',

  noHelp: 'There is no help for the command.',
  writeSynopsis: "Write synopsis: '…' in @Cmdlet.",
  noExample: 'There is no example.',
  writeExample: (command: string): string => `Write examples: [{ title: '…', code: '${command} …' }] in @Cmdlet.`,
  noOutputType: 'Nobody is told what the command writes.',
  declareOutputType: 'Write outputType: … in @Cmdlet: a class, or a name.',
  noCounterpart: (command: string, counterpart: string): string =>
    `Whoever finds ${command} looks for ${counterpart}, and the pack has none.`,
  addCounterpart: (counterpart: string): string => `Add ${counterpart}, if it makes sense.`,

  foreignExample: (code: string): string => `The example '${code}' does not call the command.`,
  ownExample: 'Show the command itself.',
  unknownInExample: (code: string, name: string): string =>
    `The example '${code}' uses -${name}, which the command has not.`,
  correctExample: 'Correct the example.',
};
