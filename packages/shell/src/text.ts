/** Everything the command says to people by itself. */
export const text = {
  pipeWithoutCommand: 'A command must stand before and after --pipe.',
  unknownOption: (word: string, near: readonly string[]) =>
    near.length > 0
      ? `${word} is no option of cmdlet. Did you mean ${near.join(' or ')}?`
      : `${word} is no option of cmdlet. Options of a cmdlet stand after its name; cmdlet --help lists the others.`,
  optionMeant: (command: string, word: string, near: string) =>
    `${word} is no parameter of ${command}, and no option of cmdlet. Did you mean --${near}?`,
  helpMeant: (command: string, word: string) =>
    `${word} is no parameter of ${command}. Its help is shown by ${command} -?, or cmdlet help ${command}.`,
  unquotedWildcard: (message: string, first: string, second: string) =>
    `${message} ${first} and ${second} are files: a wildcard that is not meant for files, as *, is written in quotes.`,
  formattedOutput: (command: string, format: string) =>
    `${command} draws records for people, and --output ${format} writes the records themselves. Leave one of them out.`,
  optionTakesNoValue: (name: string) => `--${name} takes no value.`,
  optionNeedsValue: (name: string, kind: readonly string[] | 'text') =>
    `--${name} needs a value${kind === 'text' ? '' : `: ${kind.join(', ')}`}.`,
  badOptionValue: (name: string, value: string, kind: readonly string[], near: readonly string[]) =>
    `--${name} cannot be '${value}'. Use one of ${kind.join(', ')}.${near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`}`,
  functionWord: (word: string) =>
    `${word} is a function, and a command line holds texts. Name a property and compare it, as in Where-Object Price -GT 5, or write a cmdlet.`,
  openList: (word: string) =>
    `The list ${word} ${word.startsWith(',') ? 'begins' : 'ends'} with a comma. Write lists without blanks, as Name,Price; a comma that belongs to a value is written \\,.`,
  nameWithoutValue: (word: string) => `${word} needs a value after the colon.`,
  unreadableSplat: (path: string, reason: string) => `The parameters in ${path} cannot be read: ${reason}`,
  splatIsNoTable: (path: string) => `${path} must hold an object of parameters by name, or an array of values.`,
  noPackThere: (directory: string) => `${directory} holds no pack: its package.json has no field "cmdlets".`,
  nothingThere: (path: string) => `There is no ${path}, so no pack is loaded from it.`,
  noManifestThere: (directory: string) =>
    `${directory} holds no pack: it has no package.json. Name the folder of a package, or the module of a pack.`,
  unreadablePack: (directory: string, reason: string) => `The pack in ${directory} cannot be read: ${reason}`,
  packThrew: (name: string, module: string, reason: string) =>
    `The pack ${name} cannot be loaded: ${module} failed with: ${reason}`,
  moduleMissing: (name: string, module: string) =>
    `The pack ${name} cannot be loaded: its module ${module} is not there. Build the pack first, as with "cmdlet build", or mend the field "cmdlets" of its package.json.`,
  aModule: 'one of its modules',
  indexWithout: (pack: string, command: string) =>
    `The index of the pack ${pack} tells of ${command}, which its code does not. All of it is loaded; write the index anew with "cmdlet build".`,
  exportsNoPack: (name: string, module: string) =>
    `${module} of ${name} exports no pack. Export the result of definePack as default.`,
  badCmdletsField: (directory: string) =>
    `The pack in ${directory} cannot be read: the field "cmdlets" of its package.json should be the path of a module, or { "module": path, "index": path }.`,
  unusableIndex: (directory: string, reason: string) =>
    `The index of the pack in ${directory} cannot be used, so its code is loaded: ${reason}`,
  outdatedIndex: (index: string, module: string) =>
    `${index} is older than ${module}, so the code is loaded instead. Write it anew with "cmdlet build".`,
  incompatiblePack: (pack: string, dependency: string, theirs: string, ours: string) =>
    `The pack ${pack} cannot be loaded: it was made for ${dependency} ${theirs}, and this command has ${ours}. Update @cmdlet/shell.`,
  noCompiler: (file: string) =>
    `${file} cannot be compiled: neither typescript (up to version 6) nor @swc/core is installed for it. Write "npm install --save-dev typescript", or name the compiled module.`,
  badJsonLine: (line: number, reason: string) => `Line ${line} of the input is no JSON: ${reason}`,
  badJson: (reason: string) =>
    `The input is no JSON: ${reason.replace(/\.?$/u, '.')} For one value a line use --input jsonl.`,
  tooManyValues: (line: number, extra: number) =>
    `Line ${line} of the input has ${extra} more ${extra === 1 ? 'value' : 'values'} than there are columns.`,
  openQuote: (line: number) => `The quote in line ${line} of the input is not closed.`,
  inputFailed: (reason: string) => `Standard input cannot be read: ${reason}`,
  outputFailed: (code: string | undefined, reason: string) =>
    code === 'ENOSPC'
      ? 'Standard output cannot be written: there is no space left where it goes. What is there is not complete.'
      : `Standard output cannot be written: ${reason} What is there is not complete.`,
  helpForFields: '(Type !? for help.)',
  noFieldHelp: 'No help is available.',
  defaultChoice: (key: string) => ` (default is "${key}")`,
  help: 'Help',
  commandNotFound: (name: string, near: readonly string[]) =>
    `No cmdlet is called ${name}.${near.length === 0 ? ' cmdlet list shows all there are.' : ` Did you mean ${near.join(' or ')}?`}`,
  unknownHelpOption: (word: string, known: string) => `${word} says nothing about help. ${known}`,
  helpOptions: 'Write cmdlet help <command> [-Detailed | -Full | -Examples | -Parameter <name> | -Online].',
  listWords: 'Write cmdlet list [name | pattern]...',
  helpParameter: '-Parameter needs the name of a parameter; * means all.',
  nothingListed: (words: readonly string[]) =>
    `No cmdlet is called like ${words.join(' or ')}. cmdlet list shows all there are.`,
  noParameter: (command: string, wanted: string, near: readonly string[], names: readonly string[]) => {
    const found = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `It has ${names.join(', ') || 'none'}.`;
    return `${command} has no parameter ${wanted}. ${found}`;
  },
  unsettled: (commands: readonly string[]) =>
    `${commands.join(' or ') || 'The command'} has not ended, and nothing is left that could wake it: it waits for a promise that never settles.`,
  interrupted: 'Interrupted. Jobs are being stopped; once more ends at once.',
};
