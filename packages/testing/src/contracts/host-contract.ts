import assert from 'node:assert/strict';
import {
  type ChoiceDescription,
  DebugRecord,
  ErrorRecord,
  type FieldDescription,
  type Host,
  InformationRecord,
  ProgressRecord,
  VerboseRecord,
  WarningRecord,
} from '@cmdlet/core';
import type { TestCase } from '../test-case.js';
import { nextTurn } from '../time/event-loop.js';
import { contractCases } from './contract-case.js';

/** A host to be tested, and somebody who sits in front of it. */
export interface HostSubject {
  /** Name of the class, for titles. */
  readonly name: string;
  readonly create: () => Host | Promise<Host>;
  /** Takes a choice of the question that is open, as a user would; undefined cancels it. */
  readonly choose?: (host: Host, label: string | undefined) => void | Promise<void>;
  /** Gives the values that are asked for; undefined cancels the question. */
  readonly fillIn?: (host: Host, values: Readonly<Record<string, string>> | undefined) => void | Promise<void>;
}

const CHOICES: readonly ChoiceDescription[] = [
  { label: '&Yes', helpMessage: 'Go on.' },
  { label: 'Yes to &All', helpMessage: 'Go on with everything.' },
  { label: '&No', helpMessage: 'Leave it.' },
];
const FIELDS: readonly FieldDescription[] = [
  { name: 'City', label: '&City', typeName: 'string', helpMessage: 'A city.', isMandatory: true, attributes: [] },
];

/**
 * What every host must do: show any record without failing, give answers as they are meant, end a question with its run.
 *
 * @example
 * defineTests(it, hostContract({ name: 'WebHost', create: () => new WebHost(page), choose: (_host, label) => page.click(label) }));
 */
export function hostContract({ name, create, choose, fillIn }: HostSubject): readonly TestCase[] {
  const ask = async (answer: (host: Host) => void | Promise<void>): Promise<number | undefined> => {
    const host = await create();
    const signal = new AbortController().signal;
    const asked = host.promptForChoice?.('Confirm', 'Are you sure?\nReally?', CHOICES, 0, signal);
    await nextTurn();
    await answer(host);
    return asked;
  };
  const askForValues = async (answer: (host: Host) => void | Promise<void>) => {
    const host = await create();
    const asked = host.prompt?.('cmdlet Get-Forecast', 'Supply values', FIELDS, new AbortController().signal);
    await nextTurn();
    await answer(host);
    return asked;
  };

  return contractCases(name, {
    'shows records of every stream, without failing': async () => {
      const host = await create();
      for (const message of ['plain', '', 'two\nlines', '\u001b[31mred', '🙂']) {
        host.showError?.(new ErrorRecord(new Error(message), message, 'NotSpecified', { odd: true }));
        host.showWarning?.(new WarningRecord(message));
        host.showVerbose?.(new VerboseRecord(message));
        host.showDebug?.(new DebugRecord(message));
        host.showInformation?.(new InformationRecord({ message }, 'Test', ['PSHOST']));
        host.showProgress?.(new ProgressRecord({ activity: 'a', statusDescription: message || '…' }));
        host.showProgress?.(new ProgressRecord({ activity: 'a', statusDescription: 's', completed: true }));
      }
    },
    'gives the index of the choice that is taken':
      choose &&
      (async () => {
        for (const [index, { label }] of CHOICES.entries()) {
          assert.equal(await ask((host) => choose(host, label.replaceAll('&', ''))), index);
        }
      }),
    'gives -1 for a question that is cancelled':
      choose && (async () => assert.equal(await ask((host) => choose(host, undefined)), -1)),
    'gives the values that are filled in':
      fillIn &&
      (async () => assert.deepEqual(await askForValues((host) => fillIn(host, { City: 'Oslo' })), { City: 'Oslo' })),
    'gives null for values that are refused':
      fillIn && (async () => assert.equal(await askForValues((host) => fillIn(host, undefined)), null)),
    'ends an open question when its run is stopped, and can be asked again': async () => {
      const host = await create();
      for (let time = 0; time < 2; time++) {
        const run = new AbortController();
        const asked = host.promptForChoice?.('Confirm', 'Are you sure?', CHOICES, 0, run.signal);
        if (asked === undefined) return;
        await nextTurn();
        run.abort(new Error('stopped'));
        // Whoever answers at once may be first.
        const outcome = await asked.then(
          (index) => CHOICES[index] !== undefined || index === -1,
          () => true,
        );
        assert.equal(outcome, true);
      }
    },
  });
}
