import { ErrorRecord } from '@cmdlet/core';

/** What went wrong with one file or folder, as a record: the id says what was tried, the category why it failed. */
export function fileError(errorId: string, path: string, cause: unknown): ErrorRecord {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
      return new ErrorRecord(new Error(`There is no '${path}'.`, { cause }), errorId, 'ObjectNotFound', path);
    case 'EACCES':
    case 'EPERM':
      return new ErrorRecord(new Error(`Access to '${path}' is denied.`, { cause }), errorId, 'PermissionDenied', path);
    default:
      return new ErrorRecord(new Error(`'${path}': ${String(cause)}`, { cause }), errorId, 'ReadError', path);
  }
}
