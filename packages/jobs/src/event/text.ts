/** Every text of the event cmdlets that a user may see. */
export const text = {
  actionAndForward: 'The action is not supported when you are forwarding events.',

  actionMandatory: 'The Action parameter is mandatory when events are not forwarded. Give -Action or -Forward.',

  noBlock: 'The action is compiled to the call of a cmdlet, and must be a script block.',

  subscriberExists: (sourceIdentifier: string): string =>
    `Cannot subscribe to the specified event. A subscriber with the source identifier '${sourceIdentifier}' already exists.`,

  noSuchEvent: (eventName: string, candidates: readonly string[]): string =>
    `Cannot register for the specified event. An event with the name '${eventName}' does not exist.` +
    (candidates.length === 0
      ? ' The object is no EventEmitter, no EventTarget, and has no Observable.'
      : ` The object has these: ${candidates.join(', ')}.`),

  sourceRefused: (sourceIdentifier: string, reason: string): string =>
    `Cannot register for the event of the subscription '${sourceIdentifier}': the object refused the listener. ${reason}`,

  sourceFailed: (sourceIdentifier: string, reason: string): string =>
    `The source of the subscription '${sourceIdentifier}' has failed: ${reason}`,

  subscriptionNotFound: (identifier: string | number): string =>
    `Event subscription with identifier '${identifier}' does not exist.`,

  sourceNotFound: (sourceIdentifier: string): string =>
    `Event with source identifier '${sourceIdentifier}' does not exist.`,

  eventNotFound: (eventIdentifier: number): string => `Event with identifier '${eventIdentifier}' does not exist.`,

  subscriptionTarget: (sourceIdentifier: string): string => `Event subscription '${sourceIdentifier}'`,
  unsubscribe: 'Unsubscribe',

  eventTarget: (sourceIdentifier: string): string => `Event '${sourceIdentifier}'`,
  remove: 'Remove',
};
