import { resolve } from 'node:path';
import {
  Cmdlet,
  InvalidOperationException,
  inject,
  Job,
  JobManager,
  ParameterBindingException,
  Session,
} from '@cmdlet/core';
import type { ProcessUser } from '../execution/process/process-user.js';
import { jobError } from '../job-error.js';
import type { BackgroundJob } from './background-job.js';
import { currentLocation, workingDirectoryOf } from './current-location.js';
import { JobSettings } from './job-settings.js';
import { JobStarter } from './job-starter.js';
import { jobUser } from './job-user.js';
import { chooseRuntime, type NodeRuntime } from './node-runtime.js';
import { readScriptFile, type ScriptFile } from './script-file.js';
import { ScriptReader, type ScriptWork } from './script-work.js';
import { StartJobParameterSet, StartJobParameters } from './start-job-parameters.js';
import { text } from './text.js';

const { File: FILE, LiteralFile: LITERAL, Definition: DEFINITION } = StartJobParameterSet;

/**
 * Runs a script block or a script file in a process of its own, and gives the job at once.
 *
 * One job is made for the whole pipeline: at the first record, the others are fed to it.
 */
@Cmdlet('Start', 'Job', {
  defaultParameterSetName: StartJobParameterSet.Block,
  aliases: ['sajb'],
  outputType: Job,
  asJob: false,
  synopsis: 'Starts a background job.',
  examples: [
    { title: 'A script file in the background', code: 'Start-Job -FilePath ./report.ts -Name Report' },
    { title: 'With arguments', code: 'Start-Job ./report.ts -Name Report -ArgumentList 2026, 11' },
  ],
})
export class StartJob extends StartJobParameters {
  declare readonly ['~asJob']: false;

  readonly #session = inject(Session);
  readonly #settings = inject(JobSettings);
  readonly #starter = inject(JobStarter);
  readonly #manager = inject(JobManager);
  #place:
    | { readonly directory: string; readonly runtime: NodeRuntime; readonly user: ProcessUser | undefined }
    | undefined;
  #work: ScriptWork | undefined;
  #initialization: ScriptWork | undefined;

  override async beginProcessing(): Promise<void> {
    if (this.authentication === 'NegotiateWithImplicitCredential' && this.credential !== undefined) {
      throw new ParameterBindingException(text.implicitCredential, {
        errorId: 'ParameterBindingFailed',
        category: 'WriteError',
        parameterName: 'Authentication',
      });
    }
    const { psVersion: version, runAs32 } = this;
    const runtime = chooseRuntime(this.#settings.runtimes, { version, runAs32 });
    const location = currentLocation(this.sessionState);
    const directory = workingDirectoryOf(this.workingDirectory, location);
    if (this.parameterSetName === DEFINITION) return;
    const file = this.#scriptFile(location);
    if (this.authentication !== 'Default') {
      throw new InvalidOperationException(text.onlyDefaultAuthentication(this.authentication));
    }
    this.#place = { directory, runtime, user: jobUser(this.credential) };
    await this.#read(directory, file);
  }

  override async processRecord(): Promise<void> {
    if (this.parameterSetName === DEFINITION) return this.#startDefinition();
    await super.processRecord();
  }

  #scriptFile(location: string): ScriptFile | undefined {
    switch (this.parameterSetName) {
      case FILE:
        return readScriptFile(this.filePath, location, false);
      case LITERAL:
        return readScriptFile(this.literalPath, location, true);
      default:
        return undefined;
    }
  }

  async #read(directory: string, file: ScriptFile | undefined): Promise<void> {
    const { initializationScript } = this;
    const reader = new ScriptReader(this.#session, this, {
      using: Object.fromEntries(this.using ?? []),
      file: this.sourceFile === undefined ? ScriptReader.noFile(directory) : resolve(directory, this.sourceFile),
      initialized: initializationScript !== undefined,
      expectingInput: this.myInvocation.expectingInput,
    });
    this.#work = file === undefined ? await reader.ofBlock(this.scriptBlock) : await reader.ofFile(file);
    if (initializationScript !== undefined) {
      this.#initialization = await reader.ofBlock(initializationScript, false);
    }
  }

  async #startDefinition(): Promise<void> {
    const { definitionName: name, definitionPath, type } = this;
    const path = definitionPath === undefined ? undefined : resolve(currentLocation(this.sessionState), definitionPath);
    const jobs = await this.#manager.getJobToStart(name, path, type);
    const [job] = jobs;
    if (job === undefined) {
      const message = text.noDefinition({ name, path, type }, this.#manager.adapters);
      await this.writeError(jobError(message, 'StartJobFromDefinitionNameNotFound', 'ObjectNotFound', name));
    } else if (jobs.length > 1) {
      const message = text.severalDefinitions(name, jobs);
      await this.writeError(jobError(message, 'StartJobFromDefinitionNameMoreThanOneMatch', 'InvalidResult', name));
    } else {
      await job.startJob();
      await this.writeObject(job);
    }
  }

  protected override start(input: AsyncIterable<unknown> | undefined): BackgroundJob {
    if (this.#place === undefined || this.#work === undefined) throw new InvalidOperationException(text.notBegun);
    const { directory, runtime, user } = this.#place;
    return this.#starter.inProcess(
      {
        ...this.#work,
        using: { ...this.#initialization?.using, ...this.#work.using },
        name: this.name,
        initialization: this.#initialization?.source,
        args: this.argumentList ?? [],
        input,
        workingDirectory: directory,
        timeoutSeconds: this.timeoutSeconds,
      },
      { runtime, user },
    );
  }
}
