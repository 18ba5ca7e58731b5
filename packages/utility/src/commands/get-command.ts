import {
  Alias,
  Cmdlet,
  CmdletException,
  CommandNotFoundException,
  type ErrorRecord,
  editDistance,
  enumOf,
  Int32,
  inject,
  isWildcard,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Session,
  Switch,
  type TypedStage,
  UInt32,
  ValidateNotNullOrEmpty,
} from '@cmdlet/core';
import { fitsConditions } from './command-filter.js';
import { CommandFinder, firstOfNames } from './command-finder.js';
import { AliasInfo, CmdletInfo, syntaxOf } from './command-infos.js';
import type { GetCommandOutput, GetCommandTypes } from './get-command-types.js';
import { ModuleSpecification } from './module-specification.js';
import { namesAbbreviatedBy, namesMeantBy } from './names-meant.js';
import { NearCommands } from './near-commands.js';
import { ParameterFilter } from './parameter-filter.js';
import { showCommandInfo } from './show-command-info.js';
import { text } from './text.js';

const BY_NAME = 'AllCommandSet';
const BY_PARTS = 'CmdletSet';

type Found = readonly (CmdletInfo | AliasInfo)[];

/** Gets the commands of the session, or how they are typed. */
@Cmdlet('Get', 'Command', {
  defaultParameterSetName: BY_PARTS,
  aliases: ['gcm'],
  outputType: [CmdletInfo, AliasInfo, String, Object],
  asJob: false,
  synopsis: 'Gets the commands of the session.',
  examples: [
    { title: 'How a command is typed', code: 'Get-Command Select-Object -Syntax' },
    { title: 'Everything about jobs', code: 'Get-Command -Noun Job' },
    { title: 'A name that is known by half', code: 'Get-Command Slect-Objekt -UseFuzzyMatching' },
  ],
})
export class GetCommand extends PSCmdlet<GetCommandOutput> implements TypedStage<GetCommandTypes>, NeverAsJob {
  declare readonly ['~stage']: GetCommandTypes;
  declare readonly ['~asJob']: false;

  /** Names, aliases, `Pack\Name`; wildcards are allowed. Default: all cmdlets. */
  @ValidateNotNullOrEmpty()
  @Parameter({
    parameterSetName: BY_NAME,
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

  /** Packs by name and version: `weather`, or `{ moduleName: 'weather', moduleVersion: '1.2' }`. Not with `-Module`. */
  @Parameter({ valueFromPipelineByPropertyName: true, type: [ModuleSpecification] })
  fullyQualifiedModule?: ModuleSpecification[];

  /** Only cmdlets, or only aliases. */
  @Alias('Type')
  @Parameter({
    parameterSetName: BY_NAME,
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

  /** Plain records that say what a form for a command has to show. Not with `-Syntax`. */
  @Parameter({ type: Switch })
  showCommandInfo = false;

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

  /** Also commands whose names are nearly those of `-Name`, the nearest first, each with its distance as `score`. */
  @Parameter({ parameterSetName: BY_NAME, type: Switch })
  useFuzzyMatching = false;

  /** How many letters of a name that is nearly right may be wrong, missing, too many, or swapped with their neighbour. */
  @Parameter({ parameterSetName: BY_NAME, type: UInt32 })
  fuzzyMinimumDistance = 5;

  /** Also commands whose capitals are those of `-Name`: `i-psdf` finds `Import-PowerShellDataFile`. */
  @Parameter({ parameterSetName: BY_NAME, valueFromPipelineByPropertyName: true, type: Switch })
  useAbbreviationExpansion = false;

  readonly #session = inject(Session);
  /** What was found by distance: the nearest are known when the last name has come. */
  readonly #near = new NearCommands();
  #parameters = new ParameterFilter({});
  #written = 0;

  override beginProcessing(): void {
    this.#parameters = new ParameterFilter(this);
    if (!this.showCommandInfo || !this.syntax) return;
    throw new CmdletException(text.notTogether('ShowCommandInfo', 'Syntax'), {
      errorId: 'GetCommandCannotSpecifySyntaxAndShowCommandInfoTogether',
      category: 'InvalidArgument',
    });
  }

  override async processRecord(): Promise<void> {
    if (this.module !== undefined && this.fullyQualifiedModule !== undefined) {
      throw new CmdletException(text.notTogether('Module', 'FullyQualifiedModule'), {
        errorId: 'ModuleAndFullyQualifiedModuleCannotBeSpecifiedTogether',
        category: 'InvalidOperation',
      });
    }
    const finder = new CommandFinder(this.#session, { argumentList: this.argumentList, imported: this.listImported });
    if (this.useFuzzyMatching) for (const name of this.name ?? ['*']) this.#collect(finder, name);
    else if (this.name === undefined) await this.#write(this.#ofEach(this.#unnamed(finder)));
    else for (const name of this.name) await this.#find(finder, name);
  }

  override async endProcessing(): Promise<void> {
    for (const name of this.#parameters.missing) await this.writeError(parameterNotFound(name));
    await this.#write(this.#near.ordered);
  }

  /** All cmdlets; the aliases too where their kind is asked for. */
  #unnamed(finder: CommandFinder): Found {
    const isTyped = Object.hasOwn(this.myInvocation.boundParameters, 'CommandType');
    return this.#fitting(isTyped ? finder.allMeant(() => true) : finder.all());
  }

  async #find(finder: CommandFinder, name: string): Promise<void> {
    const isPattern = isWildcard(name) || this.useAbbreviationExpansion;
    const isMeant = this.useAbbreviationExpansion ? namesAbbreviatedBy(name) : namesMeantBy(name);
    const found = this.#fitting(finder.allMeant(isMeant));
    if (isPattern) await this.#write(this.#ofEach(found));
    else if (found.length > 0) await this.#write(this.#ofOne(found));
    else await this.writeError(new CommandNotFoundException(text.commandNotFound(name), name).errorRecord);
  }

  #collect(finder: CommandFinder, wanted: string): void {
    const distanceOf = (name: string): number => editDistance(name.toUpperCase(), wanted.toUpperCase());
    const found = this.#fitting(finder.allMeant((name) => distanceOf(name) <= this.fuzzyMinimumDistance));
    for (const command of this.#ofEach(found)) this.#near.add(command, distanceOf(command.name));
  }

  #fitting(commands: Found): Found {
    return commands.filter((command) => fitsConditions(command, this));
  }

  /** Of commands that may be called differently those with the parameters: of each name the one that a call finds. */
  #ofEach(commands: Found): Found {
    const wanted = commands.filter((command) => this.#parameters.fits(command));
    return this.all ? wanted : firstOfNames(wanted);
  }

  /** Of commands that are called the same those with the parameters: the one that a call finds. */
  #ofOne(commands: Found): Found {
    const wanted = commands.filter((command) => this.#parameters.fits(command));
    return this.all ? wanted : wanted.slice(0, 1);
  }

  async #write(commands: Found): Promise<void> {
    for (const command of commands) {
      if (this.totalCount >= 0 && this.#written >= this.totalCount) return;
      this.#written++;
      await this.writeObject(this.#shown(command));
    }
  }

  #shown(command: CmdletInfo | AliasInfo): GetCommandOutput {
    if (this.syntax) return syntaxOf(command);
    return this.showCommandInfo ? showCommandInfo(command) : command;
  }
}

function parameterNotFound(name: string): ErrorRecord {
  return new CmdletException(text.parameterNotFound(name), {
    errorId: 'CommandParameterNotFound',
    category: 'ObjectNotFound',
    target: name,
  }).errorRecord;
}
