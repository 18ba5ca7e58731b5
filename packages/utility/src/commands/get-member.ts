import {
  Alias,
  Cmdlet,
  CmdletException,
  compareText,
  enumOf,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Switch,
  typeNamesOf,
  ValidateNotNullOrEmpty,
  wildcardPattern,
} from '@cmdlet/core';
import { MemberDefinition, type MemberType } from './member-definition.js';
import { membersOf, staticMembersOf } from './members-of.js';
import { text } from './text.js';

/** What may be asked for: one kind, or several together. */
const WANTED: Readonly<Record<string, readonly MemberType[]>> = {
  All: ['NoteProperty', 'Property', 'ScriptProperty', 'Method'],
  Properties: ['NoteProperty', 'Property', 'ScriptProperty'],
  Property: ['Property'],
  NoteProperty: ['NoteProperty'],
  ScriptProperty: ['ScriptProperty'],
  Methods: ['Method'],
  Method: ['Method'],
  AliasProperty: [],
  CodeProperty: [],
  PropertySet: [],
  ScriptMethod: [],
  CodeMethod: [],
  ParameterizedProperty: [],
  MemberSet: [],
  Event: [],
  Dynamic: [],
};

/** Tells the properties and methods of objects; of several objects of one type those of the first. */
@Cmdlet('Get', 'Member', {
  aliases: ['gm'],
  outputType: MemberDefinition,
  asJob: false,
  synopsis: 'Tells the properties and methods of objects.',
  examples: [{ title: 'What a job can tell', code: 'Get-Job | Get-Member -MemberType Properties' }],
})
export class GetMember extends PSCmdlet<MemberDefinition> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The objects, mostly from the pipeline. A list given here is one object. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Names of members; wildcards are allowed. */
  @ValidateNotNullOrEmpty()
  @Parameter({ position: 0, supportsWildcards: true, type: [String] })
  name: string[] = ['*'];

  /** The kinds of members; several may be given. Kinds that there are none of here are accepted. */
  @Alias('Type')
  @Parameter({ type: [enumOf(Object.keys(WANTED), 'PSMemberTypes')] })
  memberType: string[] = ['All'];

  /** The members of the class itself. */
  @Parameter({ type: Switch })
  static = false;

  /** With members that are hidden otherwise: the constructor, and names that begin with an underscore. */
  @Parameter({ type: Switch })
  force = false;

  readonly #seen = new Set<string>();

  override async processRecord(): Promise<void> {
    const object = this.inputObject;
    if (object === null || object === undefined) return;
    const [typeName = ''] = typeNamesOf(object);
    if (this.#seen.has(typeName)) return;
    this.#seen.add(typeName);
    const wanted = new Set(this.memberType.flatMap((kind) => WANTED[kind] ?? []));
    const members = (this.static ? staticMembersOf(object, typeName) : membersOf(object, typeName, this.force)).filter(
      (member) => wanted.has(member.memberType),
    );
    for (const name of this.name) {
      const pattern = wildcardPattern(name);
      await this.writeObject(members.filter((member) => pattern.test(member.name)).sort(byKindAndName), true);
    }
  }

  override async endProcessing(): Promise<void> {
    if (this.#seen.size > 0) return;
    const facts = { errorId: 'NoObjectInGetMember', category: 'CloseError' } as const;
    await this.writeError(new CmdletException(text.noObject, facts).errorRecord);
  }
}

function byKindAndName(left: MemberDefinition, right: MemberDefinition): number {
  return compareText(left.memberType, right.memberType) || compareText(left.name, right.name);
}
