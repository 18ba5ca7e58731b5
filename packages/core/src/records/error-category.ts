/**
 * What kind of failure an {@link ErrorRecord} reports, by PowerShell's names.
 *
 * The names are stable; programs may branch on them.
 */
export const ErrorCategory = {
  NotSpecified: 'NotSpecified',
  OpenError: 'OpenError',
  CloseError: 'CloseError',
  DeviceError: 'DeviceError',
  DeadlockDetected: 'DeadlockDetected',
  InvalidArgument: 'InvalidArgument',
  InvalidData: 'InvalidData',
  InvalidOperation: 'InvalidOperation',
  InvalidResult: 'InvalidResult',
  InvalidType: 'InvalidType',
  MetadataError: 'MetadataError',
  NotImplemented: 'NotImplemented',
  NotInstalled: 'NotInstalled',
  ObjectNotFound: 'ObjectNotFound',
  OperationStopped: 'OperationStopped',
  OperationTimeout: 'OperationTimeout',
  SyntaxError: 'SyntaxError',
  ParserError: 'ParserError',
  PermissionDenied: 'PermissionDenied',
  ResourceBusy: 'ResourceBusy',
  ResourceExists: 'ResourceExists',
  ResourceUnavailable: 'ResourceUnavailable',
  ReadError: 'ReadError',
  WriteError: 'WriteError',
  FromStdErr: 'FromStdErr',
  SecurityError: 'SecurityError',
  ProtocolError: 'ProtocolError',
  ConnectionError: 'ConnectionError',
  AuthenticationError: 'AuthenticationError',
  LimitsExceeded: 'LimitsExceeded',
  QuotaExceeded: 'QuotaExceeded',
  NotEnabled: 'NotEnabled',
} as const;

/** One of the names in {@link ErrorCategory}. */
export type ErrorCategory = keyof typeof ErrorCategory;
