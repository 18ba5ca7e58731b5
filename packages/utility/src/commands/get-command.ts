import {
  Alias,
  Cmdlet,
  CommandNotFoundException,
  enumOf,
  Int32,
  inject,
  isWildcard,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Session,
  Switch,
  ValidateNotNullOrEmpty,
  wildcardPattern,
} from '@cmdlet/core';
import { CommandFinder, firstOfNames } from './command-finder.js';
import { AliasInfo, CmdletInfo, syntaxText } from './command-infos.js';
import { text } from './text.js';

const ALL = 'AllCommandSet';
const BY_PARTS = 'CmdletSet';

/** Gets the commands of the session, or how they are typed. */
@Cmdlet('Get', 'Command', {
  defaultParameterSetName: BY_PARTS,
  aliases: ['gcm'],
  outputType: [CmdletInfo, AliasInfo, String],
  asJob: false,
  synopsis: 'Gets the commands of the session.',
  examples: [
    { title: 'How a command is typed', code: 'Get-Command Select-Object -Syntax' },
    { title: 'Everything about jobs', code: 'Get-Command -Noun Job' },
  ],
})
export class GetCommand extends PSCmdlet<CmdletInfo | AliasInfo | string> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** Names, aliases, `Pack\Name`; wildcards are allowed. Default: all cmdlets. */
  @ValidateNotNullOrEmpty()
  @Parameter({
    parameterSetName: ALL,
    position: 0,
    valueFromPipeline: true,
    valueFromPipelineByPropertyName: true,
    supportsWildcards: true,
    type: [String],
  })
  name?: string[];

  /** Verbs; wildcards are allowed. */
  @Parameter({
    parameterSetName: BY_PARTS,
    valueFromPipelineByPropertyName: true,
    supportsWildcards: true,
    type: [String],
  })
  verb?: string[];

  /** Nouns; wildcards are allowed. */
  @Parameter({
    parameterSetName: BY_PARTS,
    valueFromPipelineByPropertyName: true,
    supportsWildcards: true,
    type: [String],
  })
  noun?: string[];

  /** Names of packs; wildcards are allowed. */
  @Alias('PSSnapin')
  @Parameter({ valueFromPipelineByPropertyName: true, supportsWildcards: true, type: [String] })
  module?: string[];

  /** Only cmdlets, or only aliases. */
  @Alias('Type')
  @Parameter({
    parameterSetName: ALL,
    valueFromPipelineByPropertyName: true,
    type: enumOf(['Alias', 'Cmdlet', 'All'], 'CommandTypes'),
  })
  commandType: 'Alias' | 'Cmdlet' | 'All' = 'All';

  /** Names of packs whose commands are left out; wildcards are allowed. */
  @ValidateNotNullOrEmpty()
  @Parameter({ valueFromPipelineByPropertyName: true, supportsWildcards: true, type: [String] })
  excludeModule?: string[];

  /** At most so many. */
  @Parameter({ valueFromPipelineByPropertyName: true, type: Int32 })
  totalCount = -1;

  /** How the commands are typed, as text. */
  @Parameter({ valueFromPipelineByPropertyName: true, type: Switch })
  syntax = false;

  /** Also commands that a call does not find, since another one has their name. */
  @Parameter({ valueFromPipelineByPropertyName: true, type: Switch })
  all = false;

  /** Only commands whose packs the session has imported, and none that it would load when they are called. */
  @Parameter({ valueFromPipelineByPropertyName: true, type: Switch })
  listImported = false;

  /** Arguments by which commands decide about dynamic parameters. */
  @Alias('Args')
  @Parameter({ position: 1, valueFromRemainingArguments: true, type: [Object] })
  argumentList?: unknown[];

  /** Only commands that have a parameter of one of these names; wildcards are allowed. */
  @ValidateNotNullOrEmpty()
  @Parameter({ supportsWildcards: true, type: [String] })
  parameterName?: string[];

  /** Only commands that have a parameter of one of these types: `string`, `int[]`. */
  @ValidateNotNullOrEmpty()
  @Parameter({ type: [String] })
  parameterType?: string[];

  readonly #session = inject(Session);
  #written = 0;

  override async processRecord(): Promise<void> {
    const finder = new CommandFinder(this.#session, { argumentList: this.argumentList, imported: this.listImported });
    if (this.name === undefined) {
      await this.#write(finder.all());
      return;
    }
    for (const name of this.name) {
      const found = finder.allNamed(name);
      if (found.length > 0) await this.#write(found, !isWildcard(name));
      else if (!isWildcard(name)) {
        await this.writeError(new CommandNotFoundException(text.commandNotFound(name), name).errorRecord);
      }
    }
  }

  /** @param isOne whether they are called the same, so that a call finds but one of them */
  async #write(commands: readonly (CmdletInfo | AliasInfo)[], isOne = false): Promise<void> {
    const wanted = commands.filter((command) => this.#isWanted(command));
    const found = this.all ? wanted : isOne ? wanted.slice(0, 1) : firstOfNames(wanted);
    for (const command of found) {
      if (this.totalCount >= 0 && this.#written >= this.totalCount) return;
      this.#written++;
      await this.writeObject(this.syntax ? syntaxOf(command) : command);
    }
  }

  #isWanted(command: CmdletInfo | AliasInfo): boolean {
    const { verb, noun, description } = command instanceof AliasInfo ? command.resolvedCommand : command;
    const { parameters } = description;
    return (
      (this.commandType === 'All' || this.commandType === command.commandType) &&
      matches(verb, this.verb) &&
      matches(noun, this.noun) &&
      matches(command.source, this.module) &&
      (this.excludeModule === undefined || !matches(command.source, this.excludeModule)) &&
      (this.parameterName === undefined ||
        parameters.some(({ name, aliases }) => [name, ...aliases].some((each) => matches(each, this.parameterName)))) &&
      (this.parameterType === undefined || parameters.some(({ type }) => matches(type, this.parameterType)))
    );
  }
}

function matches(text: string, wildcards: readonly string[] | undefined): boolean {
  return wildcards === undefined || wildcards.some((wildcard) => wildcardPattern(wildcard).test(text));
}

/** The lines of an alias stand under its own name. */
function syntaxOf(command: CmdletInfo | AliasInfo): string {
  if (command instanceof CmdletInfo) return command.definition;
  const { name, resolvedCommand } = command;
  const lines = resolvedCommand.description.sets.map((set) => `${name} ${set.text}`);
  return syntaxText([`${name} (alias) -> ${resolvedCommand.name}`, ...lines]);
}
