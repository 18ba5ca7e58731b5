import { CmdletException, type JobSink, WarningRecord } from '@cmdlet/core';
import type { Dropped } from '../envelope/copying-packer.js';
import { UnclonableError } from '../envelope/unclonable-error.js';
import type { WorkRequest, WorkSource } from '../executor.js';
import { type Frame, messageFrame } from '../protocol/frame.js';
import type { ToWork } from '../protocol/messages.js';
import { packedFrame } from '../protocol/packed-frame.js';
import { text } from '../text.js';
import { tracesOf } from '../work/traces.js';
import { inertCopy } from './inert-copy.js';

/**
 * What tells the place of the work to begin. It is made before there is a place, so that none is taken for what cannot be
 * sent: that is thrown as `SerializationFailed`, and a live function as `LiveFunctionNotSupported`.
 *
 * @param largestRecord bytes, about, that one record may take
 */
export function startFrame(request: WorkRequest, largestRecord: number, sink: JobSink): Frame {
  const { source, initialization, args, using, input, workingDirectory, environment } = request;
  const facts = {
    type: 'start',
    source: sendable(source),
    initialization: initialization === undefined ? undefined : sendable(initialization),
    traces: tracesOf([source, initialization]),
    hasInput: input !== undefined,
    workingDirectory,
    environment: environment === undefined ? undefined : definedOnly(environment),
    largestRecord,
  } as const;
  const [inertArgs, inertUsing] = [inertCopy(args), inertCopy(using)];
  if (source.kind !== 'cmdlet' && inertArgs !== undefined && inertUsing !== undefined) {
    const start: ToWork = { ...facts, args: inertArgs, using: inertUsing, parameters: undefined };
    return messageFrame(start);
  }
  const dropped = warnOnce(sink);
  // What was packed last is what could not be sent.
  let packing: readonly [what: string, value: unknown] = ['ArgumentList', args];
  try {
    return packedFrame((packAlone): ToWork => {
      const pack = (what: string, value: unknown): unknown => {
        packing = [what, value];
        return packAlone(value, (path, kind) => dropped(`${what}${path.startsWith('[') ? '' : '.'}${path}`, kind));
      };
      return {
        ...facts,
        args: pack('ArgumentList', args),
        using: pack('Using', using),
        parameters: source.kind === 'cmdlet' ? pack('Parameters', source.parameters) : undefined,
      };
    });
  } catch (error) {
    if (!(error instanceof UnclonableError)) throw error;
    const [what, target] = packing;
    throw new CmdletException(text.uncloneable(`-${what}`, error.message), {
      errorId: 'SerializationFailed',
      category: 'InvalidData',
      target,
    });
  }
}

/** Writes the first of the warnings on what was left out. */
export function warnOnce(sink: JobSink): Dropped {
  let told = false;
  return (path, what) => {
    if (!told) sink.writeWarning(new WarningRecord(text.dropped(path, what)));
    told = true;
  };
}

/** A source as it travels: the parameters of a cmdlet go apart, packed. */
function sendable(source: WorkSource): Exclude<WorkSource, { kind: 'live' }> {
  if (source.kind === 'live') {
    throw new CmdletException(text.notInline, { errorId: 'LiveFunctionNotSupported', category: 'InvalidType' });
  }
  return source.kind === 'cmdlet' ? { ...source, parameters: {} } : source;
}

function definedOnly(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) defined[name] = value;
  return defined;
}
