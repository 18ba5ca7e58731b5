/** Everything that completion says to people by itself. */
export const text = {
  /** Words of the command that are no cmdlets. */
  ownWords: {
    build: 'Writes the index of a pack',
    completion: 'Prints a script that completes calls in a shell',
    docs: 'Writes pages about the commands of a pack',
    help: 'Tells about a command',
    list: 'Lists all commands',
    new: 'Begins a pack',
  },
  completionHelp: (shells: readonly string[]) =>
    `Write cmdlet completion ${shells.join('|')}. It prints what the shell has to load, as in\n\n` +
    '  bash        source <(cmdlet completion bash)\n' +
    '  zsh         source <(cmdlet completion zsh)\n' +
    '  fish        cmdlet completion fish | source\n' +
    '  PowerShell  cmdlet completion pwsh | Out-String | Invoke-Expression\n',
  unknownShell: (given: string | undefined, known: readonly string[]) =>
    `${given === undefined ? 'Say for which shell' : `No completion is known for ${given}`}: cmdlet completion ${known.join('|')}.`,
};
