import { CmdletException } from '../records/cmdlet-exception.js';
import type { MessageStream } from '../run/run-environment.js';
import type { Merge } from '../run/stream-writer.js';
import { text } from './text.js';

/** Where streams of a command go instead of to the caller: into its output, or nowhere. */
export type Redirections = Readonly<
  Partial<Record<'all' | 'error' | 'warning' | 'verbose' | 'debug' | 'information', 'output' | 'null'>>
>;

/** What a command is told of its streams. Another stream or target is `RedirectionNotSupported`. */
export function mergeOf(redirections: Redirections): Merge {
  const merge: Merge = {};
  for (const [name, target] of Object.entries(redirections)) {
    for (const stream of streamsOf(name)) merge[stream] = targetOf(target);
  }
  return merge;
}

const STREAMS: Readonly<Record<string, MessageStream>> = {
  error: 'Error',
  warning: 'Warning',
  verbose: 'Verbose',
  debug: 'Debug',
  information: 'Information',
};

function streamsOf(name: string): readonly MessageStream[] {
  if (name === 'all') return Object.values(STREAMS);
  const stream = Object.hasOwn(STREAMS, name) ? STREAMS[name] : undefined;
  if (stream === undefined) throw redirectionNotSupported(text.notMergeable(name, ['all', ...Object.keys(STREAMS)]));
  return [stream];
}

function targetOf(target: string): 'output' | 'null' {
  if (target === 'output' || target === 'null') return target;
  throw redirectionNotSupported(text.badMergeTarget(target));
}

function redirectionNotSupported(message: string): CmdletException {
  return new CmdletException(message, { errorId: 'RedirectionNotSupported', category: 'InvalidArgument' });
}
