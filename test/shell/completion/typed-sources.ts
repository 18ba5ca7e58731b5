import { normalize } from 'node:path/posix';
import {
  type ArgumentCompleter,
  type CmdletClass,
  type CommandArgument,
  commandMetadata,
  describeCall,
  metadataOf,
  Session,
} from '@cmdlet/core';
import type {
  CommandName,
  CompletionSources,
  FileEntry,
} from '../../../packages/shell/src/completion/completion-sources.js';
import type { CompletionStyle } from '../../../packages/shell/src/completion/completion-style.js';
import { plainStyle } from '../../../packages/shell/src/completion/plain-style.js';

export interface TypedSourcesSetting {
  readonly style?: CompletionStyle;
  /** Paths below `/work`, which is the working directory; a slash at the end makes a folder. */
  readonly files?: readonly string[];
  readonly registered?: (command: string | undefined, parameter: string) => ArgumentCompleter | undefined;
}

/** Sources that know some classes and some files, and note what code was asked for. */
export function typedSources(
  classes: readonly CmdletClass[],
  { style = plainStyle, files = [], registered = () => undefined }: TypedSourcesSetting = {},
): CompletionSources & { readonly asked: string[] } {
  const asked: string[] = [];
  const all = classes.map((cmdletClass) => ({ cmdletClass, description: commandMetadata(cmdletClass) }));
  return {
    asked,
    style,
    registered,
    files: { workingDirectory: '/work', home: '/home/me', list: async (folder) => entriesOf(files, normalize(folder)) },
    async find(name) {
      const plain = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
      const found = all.find(({ description }) =>
        [description.name, ...description.aliases].some((each) => each.toLowerCase() === plain),
      );
      if (found === undefined) return undefined;
      const { cmdletClass, description } = found;
      return {
        description,
        packName: 'typed',
        async completer(parameter) {
          asked.push(parameter);
          return metadataOf(cmdletClass).parameters.find((each) => each.name === parameter)?.completer;
        },
        async describeFor(given: readonly CommandArgument[]) {
          asked.push('dynamic parameters');
          await using session = await Session.create();
          return describeCall(session, cmdletClass, { arguments: given });
        },
      };
    },
    async names() {
      return all.flatMap(({ description: { name, aliases } }) => [
        { name, packName: 'typed', toolTip: async () => name },
        ...aliases.map(
          (alias): CommandName => ({ name: alias, definition: name, packName: 'typed', toolTip: async () => name }),
        ),
      ]);
    },
  };
}

function entriesOf(paths: readonly string[], folder: string): readonly FileEntry[] {
  const prefix = `${folder.replace(/^\/work\/?/, '').replace(/\/$/, '')}/`.replace(/^\//, '');
  if (!folder.startsWith('/work')) return [];
  const entries = new Map<string, boolean>();
  for (const path of paths.filter((each) => each.startsWith(prefix))) {
    const [name = '', ...below] = path.slice(prefix.length).split('/');
    if (name !== '') entries.set(name, below.length > 0);
  }
  return [...entries].map(([name, isDirectory]) => ({ name, isDirectory }));
}
