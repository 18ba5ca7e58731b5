/** What script blocks of commands get from TypeScript, and what they may ask for themselves. */
import type { Session } from '@cmdlet/core';
import {
  InvokeCommand,
  RegisterObjectEvent,
  RegisterScheduledJob,
  type ScriptBlockContext,
  StartJob,
  StartThreadJob,
} from '@cmdlet/jobs';
import { expectTypeOf } from 'vitest';

declare const session: Session;

void session.invoke(StartJob, {
  scriptBlock: async ({ args, using, input, writeObject }) => {
    expectTypeOf(args).toEqualTypeOf<readonly unknown[]>();
    expectTypeOf(using).toEqualTypeOf<Readonly<Record<string, unknown>>>();
    expectTypeOf(input).toEqualTypeOf<AsyncIterable<unknown>>();
    await writeObject(args.length);
  },
  initializationScript: ({ scriptPath }) => {
    expectTypeOf(scriptPath).toEqualTypeOf<string | undefined>();
  },
});
void session.invoke(StartThreadJob, {
  scriptBlock: async function* ({ input }) {
    for await (const record of input) yield record;
  },
});
void session.invoke(InvokeCommand, { hostName: ['a'], scriptBlock: ({ args: [first] }) => first });
void session.invoke(RegisterScheduledJob, { name: 'n', scriptBlock: ({ signal }) => signal.aborted });
void session.invoke(RegisterObjectEvent, {
  inputObject: {},
  eventName: 'open',
  action: ({ event }) => event.eventIdentifier.toFixed(),
});

// What a block wants of its context may be narrower than what commands know.
void session.invoke(StartJob, {
  scriptBlock: ({ args: [a, b] }: ScriptBlockContext<never, [number, string]>) => b.repeat(a),
  argumentList: [2, 'x'],
});
void session.invoke(StartJob, {
  scriptBlock: ({ using: { label } }: ScriptBlockContext<never, [], { label: string }>) => label,
  using: { label: 'x' },
});
void session.invoke(StartJob, { scriptBlock: ({ signal }: { signal: AbortSignal }) => signal.aborted });
void session.invoke(StartJob, { scriptBlock: 'Get-Date' });
// @ts-expect-error: a context has nothing like it
void session.invoke(StartJob, { scriptBlock: ({ argumentz }) => [argumentz].length });
// @ts-expect-error: a number is no script block
void session.invoke(StartJob, { scriptBlock: 5 });
