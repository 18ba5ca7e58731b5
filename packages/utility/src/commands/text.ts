/** Every text of the cmdlets about commands that a user may see. */
export const text = {
  commandNotFound: (name: string): string =>
    `The term '${name}' is not recognized as a name of a cmdlet or an alias. Check the spelling of the name.`,
  parameterNotFound: (name: string): string =>
    `No command has a parameter called '${name}'. Check the spelling of the name, or use a wildcard.`,
  notTogether: (first: string, second: string): string =>
    `The parameters '${first}' and '${second}' cannot be used together. Give one of them.`,
  moduleWithoutName: 'A pack is described by its name: a text, or a table with a ModuleName that is not empty.',
  moduleWithoutVersion:
    'A table that describes a pack needs a ModuleVersion, a RequiredVersion or a MaximumVersion beside its ModuleName. Where any version will do, give the name alone.',
  keysNotTogether: (first: string, second: string): string =>
    `A table that describes a pack cannot have both ${first} and ${second}. Give one of them.`,
  unknownModuleKeys: (unknown: readonly string[], known: readonly string[]): string =>
    `A table that describes a pack has no ${unknown.map((key) => `'${key}'`).join(', ')}. Its keys are ${known.join(', ')}.`,
  badMaximumVersion: (version: string): string =>
    `'${version}' is no version. A MaximumVersion is two to four numbers with dots between them, the last of which may be a '*'.`,
  helpNotFound: (name: string): string => `Get-Help could not find ${name} in a help topic of this session.`,
  noParameter: (name: string): string => `No parameter matches criteria ${name}.`,
  noOnlineHelp: (name: string): string =>
    `The online version of the help of ${name} cannot be displayed because the command names no address of the web among its links.`,
  cannotOpen: (address: string, reason: string): string =>
    `The page ${address} cannot be shown here: ${reason.replace(/\.?$/u, '.')} Open it in a browser.`,
  programFailed: (program: string, code: number | null): string =>
    `${program} ended with ${code === null ? 'a signal' : `exit code ${code}`}`,
  noObject: 'You must specify an object for the Get-Member cmdlet.',
  /** Of all commands. */
  commonParameters: [
    'This cmdlet supports the common parameters: Verbose, Debug,',
    'ErrorAction, ErrorVariable, WarningAction, WarningVariable,',
    'InformationAction, InformationVariable, ProgressAction, OutBuffer,',
    'PipelineVariable and OutVariable.',
  ],
  jobParameters: 'It also supports AsJob and JobName, which run it in the background.',
};
