/** One event that has happened. */
export class PSEventArgs {
  /** The first of {@link sourceArgs}; null if there is none. */
  readonly sourceEventArgs: unknown;

  constructor(
    /** Its number in the session, from 1. */
    readonly eventIdentifier: number,
    /** Whose events it is one of: the name of the subscription, or that under which it was made. */
    readonly sourceIdentifier: string,
    /** The object that raised it; null for one that was made by `New-Event` without a sender. */
    readonly sender: unknown,
    /** What the source handed to its listeners. */
    readonly sourceArgs: readonly unknown[],
    /** What whoever registered, or made the event, wants to be told; null if nothing. */
    readonly messageData: unknown,
    readonly timeGenerated: Date,
  ) {
    this.sourceEventArgs = sourceArgs[0] ?? null;
  }

  /** The same event for a subscriber with message data of its own. */
  withMessageData(messageData: unknown): PSEventArgs {
    const { eventIdentifier, sourceIdentifier, sender, sourceArgs, timeGenerated } = this;
    return new PSEventArgs(eventIdentifier, sourceIdentifier, sender, sourceArgs, messageData, timeGenerated);
  }
}
