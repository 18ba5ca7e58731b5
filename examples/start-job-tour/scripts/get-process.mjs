/**
 * A script block in a file of its own: the processes whose names stand in `args`, all without. A name that no process has
 * is an error, and the others are looked for all the same.
 */
// biome-ignore lint/style/noDefaultExport: The default export of a script is its script block.
export default async function getProcess({ args, writeObject, writeError }) {
  const processes = await list();
  if (args.length === 0) return processes;
  for (const name of args) {
    const found = processes.filter((process) => process.name === name);
    for (const process of found) await writeObject(process);
    if (found.length === 0) await writeError(`Cannot find a process with the name "${name}".`);
  }
  return undefined;
}

async function list() {
  const { execFile } = await import('node:child_process');
  const { basename } = await import('node:path');
  const { promisify } = await import('node:util');
  // Not `comm`: there newer Nodes have the name of their main thread.
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,args=']);
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+-?(\S+)/.exec(line))
    .filter((match) => match !== null)
    .map(([, id, name]) => ({ id: Number(id), name: basename(name) }));
}
