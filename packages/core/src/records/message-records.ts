import { brand, hasBrand } from './brand.js';
import type { InvocationInfo } from './invocation-info.js';

const WARNING = brand('WarningRecord');
const VERBOSE = brand('VerboseRecord');
const DEBUG = brand('DebugRecord');

/** A text on one of the message streams, with the command it came from. */
abstract class MessageRecord {
  invocationInfo: InvocationInfo | undefined;
  constructor(readonly message: string) {}
  toString(): string {
    return this.message;
  }
}

/** Something the user should know that is no error. */
export class WarningRecord extends MessageRecord {
  /** Stable id of a warning that the engine writes, as `ParameterObsolete`; empty for an author's own. */
  readonly fullyQualifiedWarningId: string;
  constructor(message: string, fullyQualifiedWarningId = '') {
    super(message);
    this.fullyQualifiedWarningId = fullyQualifiedWarningId;
  }
  static is(value: unknown): value is WarningRecord {
    return hasBrand(value, WARNING);
  }
}

/** What a command is doing, for who asks with `-Verbose`. */
export class VerboseRecord extends MessageRecord {
  static is(value: unknown): value is VerboseRecord {
    return hasBrand(value, VERBOSE);
  }
}

/** What an author wants to see, for who asks with `-Debug`. */
export class DebugRecord extends MessageRecord {
  static is(value: unknown): value is DebugRecord {
    return hasBrand(value, DEBUG);
  }
}

Object.defineProperty(WarningRecord.prototype, WARNING, { value: true });
Object.defineProperty(VerboseRecord.prototype, VERBOSE, { value: true });
Object.defineProperty(DebugRecord.prototype, DEBUG, { value: true });
