import { type CmdletClass, CmdletException, type defineCmdlet, type Host, type Session } from '@cmdlet/core';
import { Stream, type StreamNumber } from '../envelope/marker.js';
import type { WorkSource } from '../executor.js';
import { text } from '../text.js';
import { importScript } from './import-script.js';
import type { WorkOutput } from './work-output.js';

/** What a cmdlet is run with. */
export interface CmdletRun {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly input: AsyncIterable<unknown> | undefined;
  readonly host: Host;
  readonly signal: AbortSignal;
  readonly output: WorkOutput;
}

/** What of the core is needed; it is given, since it is large, and the far side loads it only for cmdlets. */
export interface Core {
  readonly Session: typeof Session;
  readonly defineCmdlet: typeof defineCmdlet;
}

/**
 * Invokes a cmdlet in a session of its own. It is stopped with the work, waits while its reader is slow, and asks whoever
 * receives the job. Of its messages those are written that the preferences want to be seen.
 */
export async function runCmdlet(
  source: Extract<WorkSource, { kind: 'cmdlet' }>,
  { parameters, input, host, signal, output }: CmdletRun,
  core: Core,
): Promise<void> {
  const module = await importScript(source.module);
  const Cmdlet: unknown = Reflect.get(module, source.exportName);
  if (typeof Cmdlet !== 'function') throw notCmdlet(source);
  const WriteOutput = core.defineCmdlet({
    verb: 'Out',
    noun: 'Work',
    outputType: Object,
    parameters: { inputObject: { type: Object, valueFromPipeline: true } },
    async process() {
      await output(this.inputObject, Stream.Output);
    },
  });
  const session = await core.Session.create({
    host: { ...questionsOf(host), ...shownBy(output) },
    binding: source.binding ?? {},
  });
  try {
    const command = Cmdlet as CmdletClass;
    const begin =
      source.expectingInput && input !== undefined
        ? session.from(input).pipe(command, parameters as never)
        : session.pipeline(command, parameters as never);
    const { records$ } = begin.pipe(WriteOutput as CmdletClass).with({ signal });
    await new Promise<void>((resolve, reject) => {
      records$.subscribe({
        next: ({ stream, record }) => stream === 'Information' && void output(record, Stream.Information),
        error: reject,
        complete: resolve,
      });
    });
  } finally {
    await session.dispose();
  }
}

function questionsOf(host: Host): Host {
  return {
    ...(host.promptForChoice === undefined ? {} : { promptForChoice: host.promptForChoice.bind(host) }),
    ...(host.prompt === undefined ? {} : { prompt: host.prompt.bind(host) }),
  };
}

function shownBy(output: WorkOutput): Host {
  const write = (stream: StreamNumber) => (record: unknown) => void output(record, stream);
  return {
    showError: write(Stream.Error),
    showWarning: write(Stream.Warning),
    showVerbose: write(Stream.Verbose),
    showDebug: write(Stream.Debug),
    showProgress: write(Stream.Progress),
  };
}

function notCmdlet({ exportName, module }: { exportName: string; module: string }): CmdletException {
  return new CmdletException(text.notCmdlet(exportName, module), {
    errorId: 'CmdletNotFoundException',
    category: 'ObjectNotFound',
    target: exportName,
  });
}
