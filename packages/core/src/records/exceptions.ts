import { brand, hasBrand } from './brand.js';
import { CmdletException, containsErrorRecord, type ErrorFacts } from './cmdlet-exception.js';
import type { ErrorRecord } from './error-record.js';

const PIPELINE_STOPPED = brand('PipelineStoppedException');

/** A class or a pack was declared wrongly. Raised at registration; its id never has a source. */
export class MetadataException extends CmdletException {
  override name = 'MetadataException';
  constructor(errorId: string, message: string, cause?: unknown) {
    super(message, { errorId, category: 'MetadataError', ...(cause === undefined ? {} : { cause }) });
  }
}

/** What a binding failure tells besides id and category. */
export interface BindingFacts extends ErrorFacts {
  /** Name of the parameter; for `PositionalParameterNotFound` the value's text. */
  readonly parameterName?: string;
  /** Name of the parameter's type. */
  readonly parameterType?: string;
  /** Name of the argument's type. */
  readonly typeSpecified?: string;
}

/** An argument could not be given to a parameter. */
export class ParameterBindingException extends CmdletException {
  override name = 'ParameterBindingException';
  readonly parameterName: string;
  readonly parameterType: string;
  readonly typeSpecified: string;
  constructor(message: string, facts: BindingFacts) {
    super(message, facts);
    this.parameterName = facts.parameterName ?? '';
    this.parameterType = facts.parameterType ?? '';
    this.typeSpecified = facts.typeSpecified ?? '';
  }
}

/** A validation, or the null and empty check of a mandatory parameter, refused the value. */
export class ParameterBindingValidationException extends ParameterBindingException {
  override name = 'ParameterBindingValidationException';
}

/** An argument transformation threw. */
export class ParameterBindingArgumentTransformationException extends ParameterBindingException {
  override name = 'ParameterBindingArgumentTransformationException';
}

/** The value that a parameter held before the pipeline could not be read. */
export class ParameterBindingParameterDefaultValueException extends ParameterBindingException {
  override name = 'ParameterBindingParameterDefaultValueException';
}

/** A validation failed; `errorId` names the rule that was broken. Becomes the cause of a binding failure. */
export class ValidationMetadataException extends CmdletException {
  override name = 'ValidationMetadataException';
  constructor(errorId: string, message: string, cause?: unknown) {
    super(message, { errorId, category: 'InvalidData', ...(cause === undefined ? {} : { cause }) });
  }
}

/**
 * The run is over: every write, question and read throws this from then on.
 *
 * Let it pass. Catching it does not revive the run.
 */
export class PipelineStoppedException extends CmdletException {
  override name = 'PipelineStoppedException';
  constructor() {
    super('The pipeline has been stopped.', { errorId: 'PipelineStopped', category: 'OperationStopped' });
  }
  /** Whether a value is the stop signal, of this copy of the package or another. */
  static is(value: unknown): value is PipelineStoppedException {
    return hasBrand(value, PIPELINE_STOPPED);
  }
}
Object.defineProperty(PipelineStoppedException.prototype, PIPELINE_STOPPED, { value: true });

/**
 * A preference of Stop, or the answer Halt, ended the command.
 *
 * For an error that was written, `errorRecord` is the record that was written, id and category unchanged.
 */
export class ActionPreferenceStopException extends CmdletException {
  override name = 'ActionPreferenceStopException';
  readonly #original: ErrorRecord | undefined;
  constructor(message: string, original?: ErrorRecord) {
    super(message, {
      errorId: 'ActionPreferenceStop',
      category: 'OperationStopped',
      ...(original === undefined ? {} : { cause: original.exception }),
    });
    this.#original = original;
  }
  override get errorRecord(): ErrorRecord {
    return this.#original ?? super.errorRecord;
  }
}

/** Something was done at a time or from a place where it is not allowed. */
export class InvalidOperationException extends CmdletException {
  override name = 'InvalidOperationException';
  constructor(message: string, facts: Partial<ErrorFacts> = {}) {
    super(message, { errorId: 'InvalidOperation', category: 'InvalidOperation', ...facts });
  }
}

/** The host cannot do what was asked of it: nobody to ask, nothing to draw on. */
export class HostException extends CmdletException {
  override name = 'HostException';
  constructor(message: string, facts: Partial<ErrorFacts> = {}) {
    super(message, { errorId: 'HostFunctionNotImplemented', category: 'NotImplemented', ...facts });
  }
}

/** No command of that name. */
export class CommandNotFoundException extends CmdletException {
  override name = 'CommandNotFoundException';
  constructor(message: string, commandName: string) {
    super(message, { errorId: 'CommandNotFoundException', category: 'ObjectNotFound', target: commandName });
  }
}

/** The class that is called is no cmdlet. */
export class CmdletNotFoundException extends CmdletException {
  override name = 'CmdletNotFoundException';
  constructor(message: string, className: string, cause: unknown) {
    super(message, { errorId: 'CmdletNotFoundException', category: 'ObjectNotFound', target: className, cause });
  }
}

/**
 * What a run that failed throws to its caller, where the failure itself cannot tell its record.
 *
 * `cause` is the exception that was thrown; `errorRecord` the record with id, category, target and invocation.
 */
export class CmdletInvocationException extends CmdletException {
  override name = 'CmdletInvocationException';
  readonly #failure: ErrorRecord;
  constructor(failure: ErrorRecord) {
    super(failure.toString(), {
      errorId: failure.errorId,
      category: failure.categoryInfo.category,
      target: failure.targetObject,
      cause: failure.exception,
    });
    this.#failure = failure;
  }

  /** The exception for a failure: its own where that carries the record, else a new one around it. */
  static from(failure: ErrorRecord): Error {
    const { exception } = failure;
    return containsErrorRecord(exception) && exception.errorRecord === failure
      ? exception
      : new CmdletInvocationException(failure);
  }

  override get errorRecord(): ErrorRecord {
    return this.#failure;
  }
}
