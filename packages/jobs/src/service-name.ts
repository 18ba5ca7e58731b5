/**
 * Under this a class says the name by which services of it are known in a session: a pack may have its own copy of this
 * package, and what it asks for is then what the session's copy provides. The same symbol as in `@cmdlet/core`.
 */
export const SERVICE_NAME = Symbol.for('@cmdlet/core/service');
