import {
  ActionPreferenceStopException,
  CmdletException,
  CmdletInvocationException,
  CommandNotFoundException,
  type ErrorCategory,
  ErrorRecord,
  HostException,
  InvalidOperationException,
  ParameterBindingException,
  PipelineStoppedException,
} from '@cmdlet/core';

/** Exceptions of the other runtime that carry an error record of their own: its id and category. */
const CARRYING: Readonly<Record<string, readonly [id: string, category: ErrorCategory]>> = {
  RuntimeException: ['RuntimeException', 'NotSpecified'],
  PSArgumentException: ['Argument', 'InvalidArgument'],
  PSArgumentNullException: ['ArgumentNull', 'InvalidArgument'],
  PSArgumentOutOfRangeException: ['ArgumentOutOfRange', 'InvalidArgument'],
  PSInvalidOperationException: ['InvalidOperation', 'InvalidOperation'],
  PSInvalidCastException: ['PSInvalidCastException', 'InvalidArgument'],
  PSNotImplementedException: ['NotImplemented', 'NotImplemented'],
  PSNotSupportedException: ['NotSupported', 'NotImplemented'],
  PSObjectDisposedException: ['ObjectDisposed', 'InvalidOperation'],
};

/** How the engine's own exceptions are called in the cases. */
const ENGINE: readonly (readonly [new (...parameters: never[]) => Error, string])[] = [
  [PipelineStoppedException, 'PipelineStoppedException'],
  [ActionPreferenceStopException, 'ActionPreferenceStopException'],
  [CmdletInvocationException, 'CmdletInvocationException'],
  [CommandNotFoundException, 'CommandNotFoundException'],
  [ParameterBindingException, 'ParameterBindingException'],
  [HostException, 'HostException'],
  [InvalidOperationException, 'PSInvalidOperationException'],
];

/** Names of exceptions whose texts are the engine's, not the case's. */
export const ENGINE_EXCEPTIONS: ReadonlySet<string> = new Set([
  ...ENGINE.map(([, name]) => name).filter((name) => name !== 'CmdletInvocationException'),
  ...Object.keys(CARRYING).filter((name) => name.startsWith('PS')),
  'ParameterBindingValidationException',
  'ArgumentOutOfRangeException',
]);

/** An exception of a type of the other runtime, or of one that only the cases know. */
export function exceptionOfType(type: string, message: string): Error {
  if (type === 'PipelineStoppedException') return new PipelineStoppedException();
  const carrying = CARRYING[type];
  if (carrying === undefined) return Object.defineProperty(new Error(message), 'name', { value: type });
  const [errorId, category] = carrying;
  return Object.defineProperty(new CmdletException(message, { errorId, category }), 'name', { value: type });
}

/** The name that the cases use for what was thrown here. */
export function exceptionName(thrown: unknown): string {
  for (const [type, name] of ENGINE) if (thrown instanceof type) return name;
  if (!(thrown instanceof Error)) return typeof thrown;
  if (thrown.name !== 'CmdletException' || !(thrown instanceof CmdletException)) return thrown.name;
  const found = Object.entries(CARRYING).find(([, [id]]) => id === thrown.errorId);
  return found?.[0] ?? thrown.name;
}

/** An exception that carries an error record of the case's own making. */
export class CarryingException extends CmdletException {
  override name = 'RuntimeException';
  readonly #record: ErrorRecord;
  constructor(record: ErrorRecord) {
    super(record.exception.message, { errorId: record.errorId, category: record.categoryInfo.category });
    this.#record = record;
  }
  override get errorRecord(): ErrorRecord {
    return this.#record;
  }
}

/** What an action says about an error. */
export interface ErrorSpec {
  readonly id?: string | null;
  readonly category?: ErrorCategory;
  readonly message?: string;
  readonly target?: unknown;
  readonly exception?: string;
  readonly activity?: string;
  readonly reason?: string;
  readonly targetName?: string;
  readonly targetType?: string;
  readonly details?: string;
  readonly recommendedAction?: string;
}

/** The error record that an action describes. */
export function errorRecordOf(spec: ErrorSpec): ErrorRecord {
  const message = spec.message ?? '';
  const exception = exceptionOfType(spec.exception ?? 'InvalidOperationException', message);
  const record = new ErrorRecord(exception, spec.id ?? null, spec.category ?? 'NotSpecified', spec.target ?? null);
  const info = record.categoryInfo;
  if (spec.activity !== undefined) info.activity = spec.activity;
  if (spec.reason !== undefined) info.reason = spec.reason;
  if (spec.targetName !== undefined) info.targetName = spec.targetName;
  if (spec.targetType !== undefined) info.targetType = spec.targetType;
  if (spec.details !== undefined || spec.recommendedAction !== undefined) {
    record.errorDetails = {
      message: spec.details ?? message,
      ...(spec.recommendedAction === undefined ? {} : { recommendedAction: spec.recommendedAction }),
    };
  }
  return record;
}
