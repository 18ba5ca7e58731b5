import {
  type CmdletClass,
  type CommandDescription,
  commandMetadata,
  definePack,
  describeCall,
  metadataOf,
  Session,
} from '@cmdlet/core';
import { jobPack } from '@cmdlet/jobs';
import { utilityPack } from '@cmdlet/utility';
import type {
  CommandName,
  CompletableCommand,
  CompletionSources,
  FileEntry,
} from '../../../packages/shell/src/completion/completion-sources.js';
import { powerShellStyle } from '../../../packages/shell/src/completion/powershell-style.js';
import type { CompletionCase, CompletionFile } from './completion-case.js';
import { goldenCompleter } from './completion-completer.js';
import { setupOf } from './completion-setup.js';
import { syntaxCmdlet } from './syntax-cmdlet.js';
import { NotApplicable } from './utility-case.js';

/** The commands of a file, and those of the session's packs. */
export interface DeclaredCommands extends AsyncDisposable {
  readonly file: CompletionFile;
  readonly packName: string;
  readonly session: Session;
  readonly all: readonly { readonly packName: string; readonly description: CommandDescription }[];
}

/** Declares the commands of a file in a session. */
export async function commandsOf(file: CompletionFile, packName: string): Promise<DeclaredCommands> {
  const classes = Object.entries(file.cmdlets).map(([name, declaration]) => syntaxCmdlet(name, declaration));
  const packs = [definePack({ name: packName, cmdlets: classes }), utilityPack, jobPack];
  const session = await Session.create({ packs });
  const all = packs.flatMap(({ name, cmdlets }) =>
    cmdlets.filter(isClass).map((source) => ({ packName: name, description: commandMetadata(source) })),
  );
  return { file, packName, session, all, [Symbol.asyncDispose]: () => session.dispose() };
}

/** What a case finds: the commands of its file, functions and aliases of the setup, and files. */
export function sourcesFor(
  { file: { setup = '', files = [] }, packName, session, all }: DeclaredCommands,
  given: CompletionCase,
): CompletionSources {
  const { functions, aliases } = setupOf(`${setup}; ${given.setup ?? ''}`);
  const definitions = new Map<string, string>([
    ...all.flatMap(({ description }) => description.aliases.map((alias) => [alias, description.name] as const)),
    ...aliases,
  ]);
  const find = (name: string): (typeof all)[number] | undefined => {
    const plain = name.slice(name.lastIndexOf('\\') + 1).toLowerCase();
    const alias = [...definitions].find(([each]) => each.toLowerCase() === plain)?.[1].toLowerCase();
    return all.find(({ description }) => [plain, alias].includes(description.name.toLowerCase()));
  };
  return {
    style: powerShellStyle,
    files: {
      workingDirectory: ['<tmp>', given.location].filter(Boolean).join('/'),
      home: '<tmp>',
      list: listing(files),
    },
    completerTimeout: 5_000,
    async find(name) {
      if (functions.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
        throw new NotApplicable('parameters of functions belong to the command language');
      }
      if (BUILT_IN.test(name)) throw new NotApplicable(`there is no ${name}`);
      const found = find(name);
      return found === undefined ? undefined : completable(found, session);
    },
    async names() {
      const commands = all.map(({ packName: of, description: { name, syntax } }) => commandName(name, of, syntax));
      const functionNames = functions.map(({ name, syntax }) => commandName(name, '', syntax));
      const aliasNames = [...definitions].map(
        ([name, definition]): CommandName => ({ name, definition, packName, toolTip: async () => definition }),
      );
      return [...commands, ...functionNames, ...aliasNames];
    },
    registered(command, parameter) {
      const found = given.registered?.find(
        (each) =>
          each.native !== true &&
          each.command?.toLowerCase() === command?.toLowerCase() &&
          each.parameter?.toLowerCase() === parameter.toLowerCase(),
      );
      return found === undefined ? undefined : goldenCompleter(found.completer);
    },
    native(command) {
      const found = given.registered?.find((each) => each.native === true && each.command === command)?.completer;
      if (found === undefined) return undefined;
      return async function* (word, commandText) {
        const parameterName = String(given.cursor);
        const request = {
          commandName: command,
          parameterName,
          wordToComplete: word,
          commandText,
          fakeBoundParameters: {},
        };
        for await (const result of goldenCompleter(found)(request)) {
          yield typeof result === 'string' ? result : result.completionText;
        }
      };
    },
  };
}

/** The tool tip of a command: its lines of syntax with an empty line in front and between. */
function commandName(name: string, packName: string, syntax: readonly string[]): CommandName {
  return { name, packName, toolTip: async () => `\n${syntax.join('\n\n')}\n` };
}

/** Commands of PowerShell that we do not have. */
const BUILT_IN =
  /^(?:(?:Get|Set|Push|Pop)-Location|\w+-(?:Content|Item|ChildItem|ItemProperty|Alias|Module|Process|Service|Variable|PSDrive|PSProvider|Path|Host|Verb)|New-Object|cd|dir|ls|gci|cat|type|echo|Write-\w+|Trace-Command|Add-Type|Register-ArgumentCompleter)$/iu;

function isClass(source: unknown): source is CmdletClass {
  try {
    metadataOf(source as CmdletClass);
    return true;
  } catch {
    return false;
  }
}

function completable(
  { description, packName }: { readonly description: CommandDescription; readonly packName: string },
  session: Session,
): CompletableCommand {
  return {
    description,
    packName,
    async completer(parameter) {
      const { metadata } = session.commandOf(description.name);
      return metadata.parameters.find(({ name }) => name === parameter)?.completer;
    },
    describeFor: async (given) => describeCall(session, description.name, { arguments: given }),
  };
}

/** Folders and files of the paths that a file lists. */
function listing(paths: readonly string[]): (directory: string) => Promise<readonly FileEntry[]> {
  return async (directory) => {
    const prefix = `${directory.replace(/^<tmp>\/?/u, '').replace(/\/$/u, '')}/`.replace(/^\//u, '');
    if (!directory.startsWith('<tmp>')) return [];
    const entries = new Map<string, boolean>();
    for (const path of paths) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...below] = path.slice(prefix.length).split('/');
      if (name !== '') entries.set(name, below.length > 0);
    }
    return [...entries].map(([name, isDirectory]) => ({ name, isDirectory }));
  };
}
