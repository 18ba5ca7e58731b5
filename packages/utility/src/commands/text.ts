/** Every text of the cmdlets about commands that a user may see. */
export const text = {
  commandNotFound: (name: string): string =>
    `The term '${name}' is not recognized as a name of a cmdlet or an alias. Check the spelling of the name.`,
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
