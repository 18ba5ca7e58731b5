import { resolve } from 'node:path';
import { Cmdlet, CmdletException, inject, JobIdCounter, ParameterBindingException, Session } from '@cmdlet/core';
import { awaitJobs } from '../await-jobs.js';
import type { WorkSource } from '../execution/executor.js';
import { RemoteExecutor } from '../execution/remote/remote-executor.js';
import type { RemoteTarget } from '../execution/remote/remote-target.js';
import { RemoteTransport } from '../execution/remote/remote-transport.js';
import { currentLocation } from '../start-job/current-location.js';
import { readScriptFile } from '../start-job/script-file.js';
import { ScriptReader, type ScriptWork } from '../start-job/script-work.js';
import { InvokeCommandParameters, InvokeParameterSet } from './invoke-command-parameters.js';
import { RemoteJob } from './remote-job.js';
import { optionsOf, targetsOfHosts, targetsOfTables } from './remote-targets.js';
import { runInProcess } from './run-in-process.js';
import { StepWriter } from './step-writer.js';
import { TargetInput } from './target-input.js';
import { text } from './text.js';

const { InProcess, Computer, Host, Table, FileOnHost, FileOnTable } = InvokeParameterSet;
/** Records of one target that may wait to be written before it is held. */
const RECORD_WINDOW = 1024;

/**
 * Runs a script block or a script file on other computers over SSH, on all of them at the same time, and writes what
 * comes as it comes; with `-AsJob` in the background. Without a target it runs here and now.
 *
 * Nothing has to be installed on the other computers but Node. What comes back are copies; `getOrigin` tells from where.
 */
@Cmdlet('Invoke', 'Command', {
  defaultParameterSetName: InProcess,
  aliases: ['icm'],
  asJob: false,
  synopsis: 'Runs a script block here or on other computers.',
  examples: [
    { title: 'On two computers', code: 'Invoke-Command -HostName web1, admin@web2:2222 -FilePath ./report.ts' },
    {
      title: 'In the background',
      code: 'Invoke-Command -HostName web1, web2 -FilePath ./report.ts -AsJob -JobName Report',
    },
  ],
})
export class InvokeCommand extends InvokeCommandParameters {
  readonly #session = inject(Session);
  readonly #ids = inject(JobIdCounter);
  readonly #transport = inject(RemoteTransport);
  #targets: readonly RemoteTarget[] = [];
  #work: ScriptWork | undefined;
  readonly #writer = new StepWriter(this);
  /** What goes on while records come: the script here, or the handing on of what comes from elsewhere. */
  #running: Promise<void> | undefined;
  #job: RemoteJob | undefined;
  #input: TargetInput | undefined;

  override async beginProcessing(): Promise<void> {
    if (this.parameterSetName === Computer) this.#refuseWsman();
    const location = currentLocation(this.sessionState);
    this.#targets = this.#readTargets(location);
    this.#work = await this.#readWork(location);
  }

  override async processRecord(): Promise<void> {
    if (this.#work === undefined) return;
    const { expectingInput, boundParameters } = this.myInvocation;
    const hasInput = expectingInput || 'InputObject' in boundParameters;
    if (this.#running === undefined && this.#job === undefined) {
      if (this.parameterSetName === InProcess) this.#beginHere(this.#work, hasInput);
      else await this.#beginElsewhere(this.#work, hasInput);
    }
    if (hasInput) await this.#addInput(this.inputObject);
  }

  override async endProcessing(): Promise<void> {
    this.#endInput();
    await this.#writer.handOn(this.#running);
  }

  override stopProcessing(): void {
    if (this.#running !== undefined) void this.#job?.stop();
  }

  /** A job that was written goes on; one that only this command knows ends with it. */
  override async dispose(): Promise<void> {
    this.#endInput();
    this.#writer.close();
    if (this.#running !== undefined) await this.#job?.stop();
  }

  #refuseWsman(): never {
    const { asJob, jobName, inDisconnectedSession, sessionName } = this;
    if (this.computerName === undefined) {
      throw new ParameterBindingException(text.noTarget, {
        errorId: 'AmbiguousParameterSet',
        category: 'InvalidArgument',
      });
    }
    const invalid = (message: string): CmdletException =>
      new CmdletException(message, { errorId: 'System.InvalidOperationException', category: 'NotSpecified' });
    if (inDisconnectedSession && (asJob || jobName)) throw invalid(text.asJobAndDisconnected);
    if (!inDisconnectedSession && sessionName !== undefined) throw invalid(text.sessionNameNeedsDisconnected);
    throw new CmdletException(text.noWsman, {
      errorId: 'System.Management.Automation.Remoting.PSRemotingDataStructureException',
      category: 'ResourceUnavailable',
    });
  }

  #readTargets(location: string): readonly RemoteTarget[] {
    const { userName, keyFilePath, port, subsystem, connectingTimeout, options } = this;
    switch (this.parameterSetName) {
      case Host:
      case FileOnHost:
        return targetsOfHosts(this.hostName, {
          userName,
          keyFilePath: keyFilePath === undefined ? undefined : resolve(location, keyFilePath),
          port,
          subsystem,
          connectingTimeout,
          options: options === undefined ? undefined : optionsOf(options),
        });
      case Table:
      case FileOnTable:
        return targetsOfTables(this.sshConnection).map((target) =>
          target.keyFilePath === undefined ? target : { ...target, keyFilePath: resolve(location, target.keyFilePath) },
        );
      default:
        return [];
    }
  }

  async #readWork(location: string): Promise<ScriptWork> {
    const using = Object.fromEntries(this.using ?? []);
    const here = this.parameterSetName === InProcess;
    if (here && typeof this.scriptBlock === 'function') {
      return { source: { kind: 'live', run: this.scriptBlock }, using, command: '' };
    }
    const reader = new ScriptReader(this.#session, this, {
      using,
      file: this.sourceFile === undefined ? ScriptReader.noFile(location) : resolve(location, this.sourceFile),
      initialized: false,
      expectingInput: this.myInvocation.expectingInput,
    });
    return this.parameterSetName === FileOnHost || this.parameterSetName === FileOnTable
      ? reader.ofFile(readScriptFile(this.filePath, location, false))
      : reader.ofBlock(this.scriptBlock);
  }

  #beginHere({ source, using }: ScriptWork, hasInput: boolean): void {
    const input = hasInput ? new TargetInput() : undefined;
    this.#input = input;
    const call = { source: source as Exclude<WorkSource, { kind: 'cmdlet' }>, using, input, host: this.#session.host };
    this.#run(runInProcess({ ...call, args: this.argumentList ?? [] }, this.#writer).finally(() => input?.return()));
  }

  async #beginElsewhere({ source, using, command }: ScriptWork, expectingInput: boolean): Promise<void> {
    const { clock, host, jobRetention } = this.#session;
    const { jobName: name, throttleLimit } = this;
    const inBackground = this.asJob || (name !== undefined && name !== '');
    const limits = inBackground ? jobRetention : { recordWindow: RECORD_WINDOW };
    const job = new RemoteJob(
      { ids: this.#ids, name, command, clock, throttleLimit, ...limits },
      {
        executors: this.#targets.map((target) => new RemoteExecutor(target, this.#transport, clock)),
        request: { source, using, args: this.argumentList ?? [], name: name || command },
        expectingInput,
        hideComputerName: this.hideComputerName,
      },
    );
    this.#job = job;
    if (inBackground) this.#session.jobs.add(job);
    job.begin();
    if (inBackground) await this.writeObject(job);
    else this.#run(awaitJobs([job], { recurse: true, force: true, writeEvents: false, host, clock }, this.#writer));
  }

  #run(running: Promise<unknown>): void {
    this.#running = running.then(() => undefined);
    this.#running.catch(() => undefined); // Whoever waits for it is told.
  }

  /** Hands a record on; meanwhile, and while there is no room for more, what has come back is written. */
  async #addInput(record: unknown): Promise<void> {
    const room = this.#input?.add(record) ?? this.#job?.addInput(record);
    if (this.#running === undefined) await room;
    else await this.#writer.handOn(room === undefined ? undefined : Promise.race([room, this.#running]));
  }

  #endInput(): void {
    this.#input?.end();
    this.#job?.endInput();
  }
}
