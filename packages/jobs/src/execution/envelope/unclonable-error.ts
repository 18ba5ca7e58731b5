/** A value cannot be sent at all. The message says why, without the name of the value. */
export class UnclonableError extends Error {
  override name = 'UnclonableError';
}
