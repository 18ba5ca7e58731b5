import type { CommandArgument, CommandInfo, ServiceProvider, Session } from '@cmdlet/core';
import { CommandListing, LinkOpener } from '@cmdlet/utility';
import { withListValues } from '../command-line/list-values.js';
import type { CommandWords } from '../command-line/parse-command-line.js';
import { wordsToArguments } from '../command-line/words-to-arguments.js';
import type { CatalogCommand, CommandCatalog } from '../commands/command-catalog.js';
import type { Surroundings } from '../surroundings.js';
import { refuseFunctions } from './refuse-functions.js';

/** A command of the line with its class loaded, as a pipeline takes it. */
export interface ResolvedCommand {
  readonly info: CommandInfo;
  readonly lookUp: () => CommandInfo;
  readonly invocationName: string;
  readonly arguments: readonly CommandArgument[];
}

/**
 * Finds all commands of a line, then loads what they need into the session. A name that nobody has is found out before
 * any code is loaded.
 *
 * @throws CommandNotFoundException, PackError, UsageError
 */
export async function resolveCommands(
  session: Session,
  catalog: CommandCatalog,
  line: readonly CommandWords[],
  { workingDirectory, openLink }: Pick<Surroundings, 'workingDirectory' | 'openLink'>,
): Promise<readonly ResolvedCommand[]> {
  const found: CatalogCommand[] = [];
  for (const { command } of line) found.push(await catalog.find(command));
  const resolved: ResolvedCommand[] = [];
  for (const [index, { command, words }] of line.entries()) {
    const info = await importCommand(session, found[index] as CatalogCommand);
    if (tellsOfCommands(info)) await listAll(session, catalog, openLink);
    if (info.packName === 'utility') refuseFunctions(words);
    const given = withListValues(await wordsToArguments(words, workingDirectory), info.metadata);
    resolved.push({ info, lookUp: () => info, invocationName: command, arguments: given });
  }
  return resolved;
}

/** Looked up right after the import of its own pack, and in that pack alone: others may have a command of the name. */
async function importCommand(session: Session, found: CatalogCommand): Promise<CommandInfo> {
  const { description } = found;
  const pack = await found.load();
  await session.import(pack);
  return commandOf(session, pack.name, description.name) ?? session.commandOf(`${pack.name}\\${description.name}`);
}

/** The one added last. */
function commandOf(session: Session, packOfCommand: string, name: string): CommandInfo | undefined {
  return [...session.commands]
    .filter(({ packName, metadata }) => packName === packOfCommand && metadata.name === name)
    .at(-1);
}

function tellsOfCommands({ packName, metadata }: CommandInfo): boolean {
  return packName === 'utility' && (metadata.name === 'Get-Command' || metadata.name === 'Get-Help');
}

/** Tells the session of all commands, from the indexes. Those whose parameters only their code knows are loaded. */
async function listAll(session: Session, catalog: CommandCatalog, openLink: LinkOpener['open']): Promise<void> {
  const commands = await catalog.all();
  // The nearest last, as of equal names the one imported last counts.
  const imported = new Set<CatalogCommand>();
  for (const command of [...commands].reverse()) {
    const part = command.description.hasDynamicParameters ? await catalog.tryLoad(command) : undefined;
    if (part === undefined) continue;
    await session.import(part);
    imported.add(command);
  }
  const rest = commands.filter((command) => !imported.has(command));
  const listed = rest.map(({ names: [name, ...aliases], packName, packVersion = '', description }) => {
    return { name, aliases, packName, packVersion, description };
  });
  const services: ServiceProvider[] = [
    [CommandListing, new CommandListing(listed)],
    [LinkOpener, new LinkOpener(openLink)],
  ];
  await session.import({ name: 'listing', cmdlets: [], services });
}
