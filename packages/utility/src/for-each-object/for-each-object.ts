import {
  AllowEmptyCollection,
  AllowNull,
  Cmdlet,
  CmdletException,
  dictionaryOf,
  Int32,
  inject,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  ScriptBlock,
  Session,
  Switch,
  type TypedStage,
  textOfValue,
  ValidateNotNullOrEmpty,
  ValidateRange,
} from '@cmdlet/core';
import type { ForEachTypes } from './for-each-types.js';
import { memberOf, methodNotFound } from './member.js';
import { ParallelCall } from './parallel-call.js';
import { type RecordBlock, type ScriptSteps, scriptSteps } from './script-steps.js';
import { text } from './text.js';

const BLOCKS = 'ScriptBlockSet';
const MEMBER = 'PropertyAndMethodSet';
const PARALLEL = 'ParallelParameterSet';

/** Does something with each record: calls functions, reads a property, calls a method, or works on several at a time. */
@Cmdlet('ForEach', 'Object', {
  defaultParameterSetName: BLOCKS,
  supportsShouldProcess: true,
  aliases: ['%', 'foreach'],
  asJob: false,
  synopsis: 'Does something with each record.',
  examples: [
    { title: 'A property of each', code: 'Get-Job | ForEach-Object Name' },
    { title: 'A method of each', code: "'a b', 'c d' | ForEach-Object Split ' '" },
  ],
})
export class ForEachObject extends PSCmdlet<unknown> implements TypedStage<ForEachTypes>, NeverAsJob {
  declare readonly ['~stage']: ForEachTypes;
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline. */
  @Parameter({ parameterSetName: [BLOCKS, MEMBER, PARALLEL], valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Is called before the first record. */
  @Parameter({ parameterSetName: BLOCKS, type: ScriptBlock })
  begin?: RecordBlock;

  /** Is called with each record. Of several the first is called at the beginning; of three and more the last at the end. */
  @AllowNull()
  @AllowEmptyCollection()
  @Parameter({ parameterSetName: BLOCKS, mandatory: true, position: 0, type: [ScriptBlock] })
  process!: (RecordBlock | null)[];

  /** Is called after the last record. */
  @Parameter({ parameterSetName: BLOCKS, type: ScriptBlock })
  end?: RecordBlock;

  /** More of what is called with each record. */
  @AllowNull()
  @AllowEmptyCollection()
  @Parameter({ parameterSetName: BLOCKS, valueFromRemainingArguments: true, type: [ScriptBlock] })
  remainingScripts?: (RecordBlock | null)[];

  /** The property to read, or the method to call; a wildcard is allowed if it stands for one. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: MEMBER, mandatory: true, position: 0, type: String })
  memberName!: string;

  /** Arguments of the method. */
  @Parameter({ parameterSetName: MEMBER, valueFromRemainingArguments: true, aliases: ['Args'], type: [Object] })
  argumentList?: unknown[];

  /** Is called with each record, for several at the same time, where it does not see the caller's variables. */
  @Parameter({ parameterSetName: PARALLEL, mandatory: true, type: ScriptBlock })
  parallel!: (record: never, context: never) => unknown;

  /** Values that the block sees by name as `using`. */
  @Parameter({ parameterSetName: PARALLEL, type: dictionaryOf(String, Object) })
  using?: Map<string, unknown>;

  /** How many records are worked on at the same time. */
  @ValidateRange(1, Int32.max)
  @Parameter({ parameterSetName: PARALLEL, type: Int32 })
  throttleLimit = 5;

  /** How many seconds all of it may take; what is not done then is stopped. 0 for no limit. */
  @ValidateRange(0, Math.floor(Int32.max / 1000))
  @Parameter({ parameterSetName: PARALLEL, type: Int32 })
  timeoutSeconds = 0;

  /** Gives a job instead of the results, with one child per record, when all records have come. */
  @Parameter({ parameterSetName: PARALLEL, type: Switch })
  asJob = false;

  /** Gives each record an environment that has run nothing before. */
  @Parameter({ parameterSetName: PARALLEL, type: Switch })
  useNewRunspace = false;

  readonly #session = inject(Session);
  #steps: ScriptSteps | undefined;
  #parallel: ParallelCall | undefined;

  override beginProcessing(): Promise<void> | void {
    if (this.parameterSetName === PARALLEL) return this.#beginParallel();
    if (this.parameterSetName !== BLOCKS) return;
    const { begin, end, process, remainingScripts } = this;
    this.#steps = scriptSteps({ begin, process: process ?? [], remaining: remainingScripts ?? [], end });
    return this.#call(this.#steps.begin, undefined);
  }

  override processRecord(): Promise<void> | void {
    switch (this.parameterSetName) {
      case BLOCKS:
        return this.#callAll(this.inputObject);
      case PARALLEL:
        return this.#parallel?.add(this.inputObject);
      default:
        return this.#readMember(this.inputObject);
    }
  }

  override async endProcessing(): Promise<void> {
    await this.#call(this.#steps?.end, undefined);
    await this.#parallel?.end();
  }

  override stopProcessing(): void {
    this.#parallel?.stop();
  }

  override dispose(): void {
    this.#parallel?.dispose();
  }

  #callAll(record: unknown): Promise<void> | void {
    const blocks = this.#steps?.process ?? [];
    return blocks.length === 1 ? this.#call(blocks[0], record) : this.#callInOrder(blocks, record);
  }

  async #callInOrder(blocks: readonly (RecordBlock | null)[], record: unknown): Promise<void> {
    for (const block of blocks) await this.#call(block, record);
  }

  /** Calls a block and writes what it gives back, its elements one by one. */
  #call(block: RecordBlock | null | undefined, record: unknown): Promise<void> | void {
    if (block === null || block === undefined) return;
    const given = block(record as never);
    if (given instanceof Promise) return given.then((value: unknown) => this.#writeResult(value));
    return this.#writeResult(given);
  }

  #writeResult(value: unknown): Promise<void> | void {
    return value === undefined ? undefined : this.writeObject(value as Iterable<unknown>, true);
  }

  async #readMember(record: unknown): Promise<void> {
    const args = this.argumentList ?? [];
    if (record === null || record === undefined) {
      await this.writeObject(null);
      return;
    }
    const member = memberOf(record, this.memberName, args.length > 0);
    switch (member.kind) {
      case 'property':
        if (await this.#shouldProcess(record, text.readProperty(member.name))) await this.#writeResult(member.read());
        return;
      case 'method':
        return this.#invoke(record, member, args);
      case 'ambiguous':
        return this.writeError(member.error);
      case 'none':
        if (args.length > 0) return this.writeError(methodNotFound(record, this.memberName));
        if (await this.#shouldProcess(record, text.readProperty(this.memberName))) await this.writeObject(null);
    }
  }

  async #invoke(
    record: unknown,
    { name, invoke }: { readonly name: string; readonly invoke: (args: readonly unknown[]) => unknown },
    args: readonly unknown[],
  ): Promise<void> {
    const action =
      args.length === 0
        ? text.invokeMethod(name)
        : text.invokeMethodWith(name, args.map((each) => textOfValue(each)).join(', '));
    if (!(await this.#shouldProcess(record, action))) return;
    try {
      await this.#writeResult(await invoke(args));
    } catch (error) {
      if (!(error instanceof CmdletException)) throw error;
      await this.writeError(error.errorRecord);
    }
  }

  #shouldProcess(record: unknown, action: string): Promise<boolean> {
    return this.shouldProcess(text.target(shown(record)), action);
  }

  async #beginParallel(): Promise<void> {
    const { parallel: block, throttleLimit, timeoutSeconds, asJob, useNewRunspace } = this;
    const using = Object.fromEntries(this.using ?? []);
    const facts = { block, using, throttleLimit, timeoutSeconds, asJob, useNewRunspace };
    this.#parallel = await ParallelCall.begin(facts, this, this.#session);
  }
}

/** A record as text; of one that cannot be read the name of its class. */
function shown(record: unknown): string {
  try {
    return textOfValue(record);
  } catch {
    return Object.prototype.toString.call(record).slice('[object '.length, -1);
  }
}
