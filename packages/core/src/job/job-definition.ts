/** What a {@link JobDefinition} is made of. */
export interface JobDefinitionFacts {
  readonly name: string;
  /** Text that tells what is run. */
  readonly command: string;
  /** The kind of source that makes the job: `typeName`, or name, of a registered `JobSourceAdapter`. */
  readonly jobSourceAdapterTypeName: string;
  /** Name of the pack that holds the source, for people to import it. Default empty. */
  readonly moduleName?: string | undefined;
  /** A UUID. Default: a new one. */
  readonly instanceId?: string | undefined;
}

/** What is to be done, by which source of jobs. The same definition may be started often; sources add what they need. */
export class JobDefinition {
  readonly name: string;
  readonly command: string;
  readonly jobSourceAdapterTypeName: string;
  readonly moduleName: string;
  /** A UUID. */
  readonly instanceId: string;

  constructor(facts: JobDefinitionFacts) {
    this.name = facts.name;
    this.command = facts.command;
    this.jobSourceAdapterTypeName = facts.jobSourceAdapterTypeName;
    this.moduleName = facts.moduleName ?? '';
    this.instanceId = facts.instanceId ?? crypto.randomUUID();
  }
}
