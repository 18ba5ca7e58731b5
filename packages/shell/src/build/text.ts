/** Everything the build says to people by itself. */
export const text = {
  typeScriptNotFound: (folder: string) =>
    `${folder} has no TypeScript installed. Write "npm install --save-dev typescript", or remove tsconfig.json if the pack is in JavaScript.`,
  typeScriptWithoutApi: (folder: string) =>
    `The TypeScript installed for ${folder} cannot be asked about sources. Install version 5.4 to 6.`,
  noManifest: (folder: string) => `${folder} holds no package.json, so it is no pack.`,
  unreadableManifest: (path: string, reason: string) => `${path} cannot be read: ${reason}`,
  noPackField: (path: string) =>
    `${path} has no field "cmdlets". Write "cmdlets": { "module": "./dist/index.js", "index": "./dist/cmdlets.json" }.`,
  noIndexNamed: (path: string) =>
    `${path} names no index, so none is written. Write "cmdlets": { "module": …, "index": "./dist/cmdlets.json" }.`,
  notBuilt: (module: string, reason: string) => `${module}, which package.json names as the pack, ${reason}`,
  isMissing: 'is not there.',
  endedThread: 'it ended the thread that loads it.',
  noEmit: 'is not there, and tsconfig.json says noEmit: build it first, or remove noEmit.',
  notLoaded: (module: string, reason: string) => `${module} cannot be loaded: ${reason}`,
  exportsNoPack: (module: string) => `${module} exports no pack. Export the result of definePack as default.`,
  coreNotFound: (folder: string) => `${folder} has no @cmdlet/core installed.`,
  outputOutdated: (file: string) => `${file} is not what the sources say. Run cmdlet build.`,
  indexOutdated: (file: string) => `${file} is not what the classes of the pack say. Run cmdlet build.`,
  typeUnknown: (place: string, actual: string) =>
    `${place} is ${actual}, which does not tell what the parameter takes. Write type: String, Number, [String] for a list …, or Object for anything.`,
  typeDiffers: (place: string, declared: string, actual: string, right: string) =>
    `type: ${declared} is declared for ${place}, which is ${actual}. Write type: ${right}, or leave it out.`,
  valuesDiffer: (place: string, missing: readonly string[], surplus: readonly string[], values: readonly string[]) =>
    [
      `@ValidateSet and the type of ${place} do not name the same values:`,
      ...(missing.length === 0 ? [] : [`${quoted(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`]),
      ...(surplus.length === 0 ? [] : [`The type has no ${quoted(surplus)}.`]),
      `Write @ValidateSet(${quoted(values)}), or leave it out.`,
    ].join(' '),
  mandatoryOptional: (place: string) =>
    `${place} is mandatory, and its ? says that it may be missing. Write ! in the place of ?, or leave mandatory out.`,
  mandatoryDefault: (place: string, value: string) =>
    `${place} is mandatory, so it never has its initial value ${value}. Leave out one of them.`,
  defaultDiffers: (place: string, declared: string, actual: string) =>
    `defaultValueNote of ${place} says ${declared}, and its initial value is ${actual}. Leave the note out.`,
  unknownOption: (word: string, usage: string) => `${word} is no option here. ${usage}`,
  flagTakesNoValue: (name: string, usage: string) => `--${name} takes no value. ${usage}`,
  optionNeedsValue: (name: string, usage: string) => `--${name} needs a value. ${usage}`,
  tooManyWords: (word: string, usage: string) => `'${word}' is too much. ${usage}`,
  watchOrCheck: 'Write --watch or --check, not both: a check writes nothing.',
  usage: 'Write cmdlet build [folder] [--watch] [--check] [--check-api].',
  built: (commands: number, index: string | undefined, milliseconds: number) =>
    `${counted(commands, 'command')}${index === undefined ? '' : ` in ${index}`}, ${milliseconds} ms`,
  apiChanged: (file: string) => `${file} is written anew, since the API has changed. Commit it.`,
  checked: (commands: number, milliseconds: number) => `${counted(commands, 'command')} checked, ${milliseconds} ms`,
  failed: (errors: number) => `Not built: ${counted(errors, 'error')}.`,
  watching: (folder: string) => `Watching ${folder}. Ctrl+C ends it.`,
};

function quoted(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
