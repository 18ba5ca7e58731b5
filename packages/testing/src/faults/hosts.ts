import { type Host, HostException } from '@cmdlet/core';
import { text } from '../text.js';

/** A host that says no to every question, and gives no values. */
export function decliningHost(): Host {
  return {
    promptForChoice: (_caption, _message, choices) =>
      Promise.resolve(choices.findIndex(({ label }) => label.replaceAll('&', '').toLowerCase() === 'no')),
    prompt: () => Promise.resolve(null),
  };
}

/** A host that refuses to ask: every question fails. @param error Default: a HostException */
export function refusingHost(error: Error = new HostException(text.hostRefuses)): Host {
  const refuse = (): Promise<never> => Promise.reject(error);
  return { promptForChoice: refuse, prompt: refuse };
}

/** A host that never answers: a question ends only when the run is stopped. */
export function unansweringHost(): Host {
  const wait = (signal: AbortSignal): Promise<never> =>
    new Promise((_resolve, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
  return {
    promptForChoice: (_caption, _message, _choices, _preset, signal) => wait(signal),
    prompt: (_caption, _message, _fields, signal) => wait(signal),
  };
}
