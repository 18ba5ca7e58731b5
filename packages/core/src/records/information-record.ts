import { brand, hasBrand } from './brand.js';
import type { InvocationInfo } from './invocation-info.js';

const INFORMATION = brand('InformationRecord');

/** Tag of a record that is text for the host. */
export const HOST_TAG = 'PSHOST';
/** Tag of the record that says what a command would do. */
export const WHAT_IF_TAG = 'WhatIf';

/** Text for the host, with colours where it wants them. */
export interface HostInformationMessage {
  readonly message: string;
  readonly foregroundColor?: string;
  readonly backgroundColor?: string;
  readonly noNewLine?: boolean;
}

/** Structured data about what happened, found again by its tags. */
export class InformationRecord<TData = unknown> {
  invocationInfo: InvocationInfo | undefined;
  /** When it was made. */
  readonly timeGenerated: Date;

  /**
   * @param messageData any object
   * @param source name of the command or script that wrote it
   * @param tags names to filter by; those that begin with `PS` belong to the engine
   */
  constructor(
    readonly messageData: TData,
    readonly source: string,
    readonly tags: readonly string[] = [],
  ) {
    this.timeGenerated = new Date();
  }

  static is(value: unknown): value is InformationRecord {
    return hasBrand(value, INFORMATION);
  }

  toString(): string {
    const data: unknown = this.messageData;
    if (data === null || data === undefined) return '';
    if (this.tags.includes(HOST_TAG)) return (data as HostInformationMessage).message;
    return String(data);
  }
}
Object.defineProperty(InformationRecord.prototype, INFORMATION, { value: true });
