import { approvedVerbs } from '@cmdlet/core';

/** Everything `cmdlet new` says to people. */
export const text = {
  usage: 'Write cmdlet new cmdlet Get-Thing, cmdlet new job Name, or cmdlet new test Get-Thing.',
  unknownKind: (kind: string) => `Nothing of the kind '${kind}' can be made here.`,
  noName: (kind: string) => `How is the ${kind} to be called?`,
  badCommandName: (name: string) =>
    `'${name}' is no name of a cmdlet. Write a verb, a dash and a singular noun: Get-Thing.`,
  badClassName: (name: string) =>
    `'${name}' is no name of a class. Write letters and digits in Pascal case: FolderJob.`,
  unapprovedVerb: (verb: string, suggested: readonly string[], noun: string) =>
    suggested.length === 0
      ? `'${verb}' is no approved verb, so nobody guesses the command. Those that are: ${approvedVerbs()
          .map(({ verb: each }) => each)
          .join(', ')}.`
      : `'${verb}' is no approved verb, so nobody guesses the command. Write ${suggested.map((each) => `${each}-${noun}`).join(' or ')}.`,
  isThere: (path: string) => `${path} is there already. Nothing was changed.`,
  noPack: (folder: string) => `${folder} holds no pack: it has no src/index.ts and no src/index.js.`,
  noSource: (command: string, path: string) => `There is no ${path}, so ${command} cannot be tested.`,
  made: (path: string) => `Made ${path}`,
  changed: (path: string) => `Changed ${path}`,
  listYourself: (path: string, name: string) =>
    `${path} has no list "cmdlets: [ … ]" that could be added to. Add ${name} to the pack by hand.`,
};
