import { type CmdletClass, type Host, type PSCmdlet, type RunObserver, Session } from '@cmdlet/core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Trace, turn } from './traced-cmdlet.js';

const unhandled = vi.fn<(reason: unknown) => void>();
beforeEach(() => {
  unhandled.mockClear();
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
});

const refusing: Host = { promptForChoice: () => Promise.reject(new RangeError('nobody answers')) };
const observer: RunObserver = { confirmationAnswered: () => undefined };

it.each<[string, object, (cmdlet: PSCmdlet) => Promise<unknown>]>([
  ['shouldProcess', { confirm: true }, (cmdlet) => cmdlet.shouldProcess('x')],
  ['shouldProcess that is told verbosely', { verbose: true }, (cmdlet) => cmdlet.shouldProcess('x')],
  ['shouldProcessWithReason', { confirm: true }, (cmdlet) => cmdlet.shouldProcessWithReason('d', 'q', 'c')],
  ['shouldContinue', {}, (cmdlet) => cmdlet.shouldContinue('q', 'c')],
])('%s that fails and that nobody awaits fails the run, once', async (_, parameters, ask) => {
  for (const observed of [{}, { observer }]) {
    const session = await Session.create({ host: refusing, ...observed });
    const { failure } = await session
      .pipeline(asking(ask), parameters)
      .merge({ verbose: 'output' })
      .pipe(failing())
      .run();
    await turn();
    await session.dispose();
    expect(failure?.errorId).toBe('RangeError');
    expect(unhandled.mock.calls).toEqual([]);
  }
});

function asking(ask: (cmdlet: PSCmdlet) => Promise<unknown>): CmdletClass {
  const process = (cmdlet: PSCmdlet): void => void ask(cmdlet);
  return new Trace().cmdlet('Asking', { supportsShouldProcess: true, confirmImpact: 'Low', process });
}

/** Takes its time to refuse what comes. */
function failing(): CmdletClass {
  return new Trace().cmdlet('Failing', { process: () => turn().then(() => Promise.reject(new RangeError('refused'))) });
}
