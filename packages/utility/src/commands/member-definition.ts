import { View } from '@cmdlet/core';

/** Kinds of members, and names for several of them. */
export type MemberType = 'NoteProperty' | 'Property' | 'ScriptProperty' | 'Method';

/** One member of an object, as `Get-Member` writes it. */
@View.table(['name', 'memberType', 'definition'], { groupBy: { property: 'typeName', label: 'TypeName' } })
export class MemberDefinition {
  constructor(
    /** The type of the object. */
    readonly typeName: string,
    readonly name: string,
    readonly memberType: MemberType,
    /** Its type with its value, or how it is called. */
    readonly definition: string,
  ) {}

  toString(): string {
    return this.definition;
  }
}
