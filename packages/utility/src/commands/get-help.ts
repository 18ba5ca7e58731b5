import {
  Cmdlet,
  CmdletException,
  type CommandDescription,
  inject,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Session,
  Switch,
  View,
  wildcardPattern,
} from '@cmdlet/core';
import { CommandFinder } from './command-finder.js';
import { AliasInfo, CmdletInfo } from './command-infos.js';
import { type HelpView, helpLines, parameterLines, sortedParameters } from './help-lines.js';
import { linkOpenerOf, showOnlineHelp } from './online-help.js';
import { text } from './text.js';

/** One of several commands whose help was asked for at once. */
@View.table([
  { property: 'name', label: 'Name', width: 33 },
  { property: 'category', label: 'Category', width: 9 },
  { property: 'module', label: 'Module', width: 25 },
  { property: 'synopsis', label: 'Synopsis' },
])
export class HelpTopic {
  readonly category = 'Cmdlet';
  constructor(
    readonly name: string,
    readonly module: string,
    readonly synopsis: string,
  ) {}
}

/** Shows the help of a command as text, or a list of the commands that a wildcard means. */
@Cmdlet('Get', 'Help', {
  defaultParameterSetName: 'AllUsersView',
  outputType: [String, HelpTopic],
  asJob: false,
  synopsis: 'Shows the help of a command.',
  examples: [
    { title: 'Everything', code: 'Get-Help Select-Object -Full' },
    { title: 'One parameter', code: 'Get-Help Select-Object -Parameter First' },
  ],
})
export class GetHelp extends PSCmdlet<string | HelpTopic> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** Name or alias of a command; wildcards are allowed. Default: all commands. */
  @Parameter({ position: 0, valueFromPipelineByPropertyName: true, supportsWildcards: true, type: String })
  name = '*';

  /** With the parameters and the examples. */
  @Parameter({ parameterSetName: 'DetailedView', mandatory: true, type: Switch })
  detailed = false;

  /** With everything there is. */
  @Parameter({ parameterSetName: 'AllUsersView', type: Switch })
  full = false;

  /** Only the examples. */
  @Parameter({ parameterSetName: 'Examples', mandatory: true, type: Switch })
  examples = false;

  /** Only these parameters; wildcards are allowed. */
  @Parameter({ parameterSetName: 'Parameters', mandatory: true, supportsWildcards: true, type: [String] })
  parameter?: string[];

  /** Opens the page of the web that the links of the command name. */
  @Parameter({ parameterSetName: 'Online', mandatory: true, type: Switch })
  online = false;

  readonly #session = inject(Session);

  override async processRecord(): Promise<void> {
    const found = new CommandFinder(this.#session).named(this.name).map(commandOf);
    const commands = [...new Map(found.map((command) => [command.name, command])).values()];
    const [first] = commands;
    if (first === undefined) {
      await this.#report('HelpNotFound', 'ResourceUnavailable', text.helpNotFound(this.name), this.name);
    } else if (commands.length > 1) {
      for (const { name, source, description } of commands) {
        await this.writeObject(new HelpTopic(name, source, description.synopsis ?? description.syntax.join('\n')));
      }
    } else if (this.online) {
      await this.#showOnline(first.description);
    } else if (this.parameter !== undefined) {
      await this.#writeParameters(first.description, this.parameter);
    } else {
      await this.writeObject(helpLines(first.description, this.#view).join('\n'));
    }
  }

  async #showOnline(command: CommandDescription): Promise<void> {
    try {
      await showOnlineHelp(command, linkOpenerOf(this.#session));
    } catch (error) {
      if (!(error instanceof CmdletException)) throw error;
      await this.writeError(error.errorRecord);
    }
  }

  get #view(): HelpView {
    if (this.examples) return 'examples';
    if (this.detailed) return 'detailed';
    return this.full ? 'full' : 'default';
  }

  async #writeParameters(command: CommandDescription, names: readonly string[]): Promise<void> {
    for (const name of names) {
      const pattern = wildcardPattern(name);
      const found = sortedParameters(command).filter((parameter) => pattern.test(parameter.name));
      if (found.length === 0) {
        await this.#report('NoParmsFound', 'InvalidArgument', text.noParameter(name), name);
        continue;
      }
      await this.writeObject(found.map((parameter) => parameterLines(parameter).join('\n')).join('\n\n\n'));
    }
  }

  async #report(
    errorId: string,
    category: CmdletException['category'],
    message: string,
    target: unknown,
  ): Promise<void> {
    await this.writeError(new CmdletException(message, { errorId, category, target }).errorRecord);
  }
}

function commandOf(found: CmdletInfo | AliasInfo): CmdletInfo {
  return found instanceof AliasInfo ? found.resolvedCommand : found;
}
