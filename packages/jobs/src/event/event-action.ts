import type { ErrorRecord, JobSink, ParameterType, Session, WarningRecord } from '@cmdlet/core';
import { from } from 'rxjs';
import { Stream } from '../execution/envelope/marker.js';
import { runFunction } from '../execution/work/run-function.js';
import { ScriptContext } from '../execution/work/script-context.js';
import type { WorkOutput } from '../execution/work/work-output.js';
import { writeTo } from '../execution/work/write-to.js';
import type { ScriptBlockContext } from '../script-block/script-block.js';
import { type ScriptBlockText, scriptBlockType } from '../script-block/script-block-argument.js';
import type { PSEventArgs } from './ps-event-args.js';
import type { PSEventSubscriber } from './ps-event-subscriber.js';

/** What an action sees: the event, and where to write. `args` are what the source handed to its listeners. */
export interface EventActionContext extends ScriptBlockContext {
  /** The event. */
  readonly event: PSEventArgs;
  /** The subscription by which the action is told of it. */
  readonly eventSubscriber: PSEventSubscriber;
  /** The object that raised the event. */
  readonly sender: unknown;
  /** The first of `args`. */
  readonly eventArgs: unknown;
}

/**
 * What is done at each event. It runs in this thread; what it writes, or gives back as a script block does, is received
 * from the job of the subscription. What it throws makes that job Failed, and later events are ignored.
 *
 * @example
 * ({ eventArgs, event }) => `${event.timeGenerated.toISOString()} ${eventArgs}`
 */
export type EventAction = (context: EventActionContext) => unknown;

/** What a parameter for actions takes: a function, or text of the session's command language. */
export type EventActionArgument = EventAction | ScriptBlockText | string;

/** Type of a parameter that takes an action. */
export const eventActionType = scriptBlockType as ParameterType<EventActionArgument>;

/** Runs an action for one event; resolves when it has ended and all that it gave back is written. */
export async function runEventAction(
  action: EventAction,
  event: PSEventArgs,
  eventSubscriber: PSEventSubscriber,
  sink: JobSink,
  session: Pick<Session, 'host' | 'errors'>,
): Promise<void> {
  const { sender, sourceArgs: args, sourceEventArgs: eventArgs } = event;
  const output = shownOutput((value, stream) => writeTo(sink, value, stream), session);
  const context = new ScriptContext({
    input: undefined,
    args,
    using: {},
    signal: sink.signal,
    scriptPath: undefined,
    host: sink.host,
    output,
    observe: (values) => from(values),
  });
  await runFunction(
    action,
    Object.assign(context, { event, eventSubscriber, sender, eventArgs }),
    output,
    'The action',
  );
}

/**
 * Nobody may ever receive the job of a subscription, so errors and warnings of its actions are shown by the session's
 * host, and errors listed, as soon as they happen; they stay in the job besides.
 */
function shownOutput(output: WorkOutput, { host, errors }: Pick<Session, 'host' | 'errors'>): WorkOutput {
  return (value, stream) => {
    if (stream === Stream.Error) {
      errors.add(value as ErrorRecord);
      host.showError?.(value as ErrorRecord);
    } else if (stream === Stream.Warning) host.showWarning?.(value as WarningRecord);
    return output(value, stream);
  };
}
