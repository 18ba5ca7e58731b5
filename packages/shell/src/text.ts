/** Everything the command says to people by itself. */
export const text = {
  pipeWithoutCommand: 'A command must stand before and after --pipe.',
  unknownOption: (word: string) =>
    `${word} is no option of cmdlet. Options of a cmdlet stand after its name; cmdlet --help lists the others.`,
  optionTakesNoValue: (name: string) => `--${name} takes no value.`,
  optionNeedsValue: (name: string, kind: readonly string[] | 'text') =>
    `--${name} needs a value${kind === 'text' ? '' : `: ${kind.join(', ')}`}.`,
  badOptionValue: (name: string, value: string, kind: readonly string[]) =>
    `--${name} cannot be '${value}'. Use one of ${kind.join(', ')}.`,
  nameWithoutValue: (word: string) => `${word} needs a value after the colon.`,
  unreadableSplat: (path: string, reason: string) => `The parameters in ${path} cannot be read: ${reason}`,
  splatIsNoTable: (path: string) => `${path} must hold an object of parameters by name, or an array of values.`,
  noPackThere: (directory: string) => `${directory} holds no pack: its package.json has no field "cmdlets".`,
  unreadablePack: (directory: string, reason: string) => `The pack in ${directory} cannot be read: ${reason}`,
  packThrew: (name: string, module: string, reason: string) =>
    `The pack ${name} cannot be loaded: ${module} failed with: ${reason}`,
  exportsNoPack: (name: string, module: string) =>
    `${module} of ${name} exports no pack. Export the result of definePack as default.`,
  badJsonLine: (line: number, reason: string) => `Line ${line} of the input is no JSON: ${reason}`,
  badJson: (reason: string) => `The input is no JSON: ${reason} For one value a line use --input jsonl.`,
  tooManyValues: (line: number, values: number, names: number) =>
    `Line ${line} of the input has ${values} values for ${names} columns.`,
  openQuote: (line: number) => `The quote in line ${line} of the input is not closed.`,
  defaultChoice: (key: string) => ` (default is "${key}")`,
  help: 'Help',
  commandNotFound: (name: string, near: readonly string[]) =>
    `No cmdlet is called ${name}.${near.length === 0 ? ' cmdlet list shows all there are.' : ` Did you mean ${near.join(' or ')}?`}`,
  interrupted: 'Interrupted. Jobs are being stopped; once more ends at once.',
};
