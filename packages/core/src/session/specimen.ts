/*
 * V8 keeps optimised code of a class no longer than its hidden class, and that no longer than the last object that has it.
 * The objects of a call live as short as the call. So a full collection that finds no call under way would drop all
 * optimised code of calls, jobs and pipelines, and the next thousands would run ten to twenty times slower until it is made
 * again. One finished call of each kind, kept for as long as the process, prevents that.
 */
import { type Clock, systemClock } from '../run/clock.js';
import { defineCmdlet } from '../run/define-cmdlet.js';
import type { CmdletClass } from '../run/inference.js';
import { discard } from '../run/receiver.js';
import type { Pipeline, PipelineSession } from './pipeline.js';
import { Preparation } from './prepared-pipeline.js';

/** A session of its own, in which the specimens are made. */
interface SpecimenSession extends PipelineSession, AsyncDisposable {
  pipeline(cmdlet: CmdletClass, parameters: Readonly<Record<string, unknown>>): Pipeline<unknown>;
  from(records: Iterable<unknown>): Pipeline<unknown>;
}

/** Time in which nothing waits for the event loop. */
const hurriedClock: Clock = { ...systemClock, turn: () => Promise.resolve() };

/** So many calls show that there will be more; most processes that make fewer end soon. */
const MANY_CALLS = 200;

let calls = 0;
const specimens: object[] = [];

/** To be called with each call. Of many the specimens are made, once in a process. */
export function noteCall(createSession: (options: { readonly clock: Clock }) => Promise<SpecimenSession>): void {
  // Without specimens calls are slower, and nothing else.
  if (++calls === MANY_CALLS) createSession({ clock: hurriedClock }).then(makeSpecimens).catch(ignore);
}

async function makeSpecimens(session: SpecimenSession): Promise<void> {
  try {
    await makeEachKind(session);
  } finally {
    await session[Symbol.asyncDispose]();
  }
}

async function makeEachKind(session: SpecimenSession): Promise<void> {
  const cmdlet: CmdletClass = defineCmdlet({
    verb: 'Test',
    noun: 'Specimen',
    parameters: { inputObject: { type: Object, valueFromPipeline: true }, flag: { type: Boolean, default: false } },
    process() {
      specimens.push(this);
      void this.writeObject(this.flag);
    },
  });
  const pipelines = [
    session.pipeline(cmdlet, { flag: true }),
    session.pipeline(cmdlet, { flag: true, asJob: true }).pipe(cmdlet),
    session.from([{}, {}]).pipe(cmdlet),
  ];
  for (const pipeline of pipelines) specimens.push(pipeline, await pipeline);
  session.from([{}]).pipe(cmdlet).output$.subscribe({ error: ignore });
  specimens.push(new Preparation([], false, discard, session.contextFor(undefined)));
}

function ignore(): void {}
