/**
 * The command by which a POSIX shell starts the entry file on its standard input and output, so that programs which the
 * job's code starts cannot write into the channel: they get an empty input, and standard error for output.
 *
 * @param node path or name of the Node executable there
 * @param entry path of the entry file there
 */
export function farSideCommand(node: string, entry: string): string {
  return `exec ${quoted(node)} ${quoted(entry)} 3<&0 4>&1 </dev/null 1>&2`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
