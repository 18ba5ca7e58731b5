import { WarningRecord } from '../records/message-records.js';

/** Stands where records of a job were dropped that nobody had received. A warning of id `JobRecordsDropped`. */
export class OverflowRecord extends WarningRecord {
  constructor(
    /** How many records were dropped. */
    readonly dropped: number,
    message: string,
  ) {
    super(message, 'JobRecordsDropped');
  }
}
