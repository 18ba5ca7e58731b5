import { ExitCode } from './exit-code.js';

/** Why no pack was made, or why it does not work. The id is for programs, the message for people. */
export class CreateError extends Error {
  override name = 'CreateError';
  constructor(
    readonly errorId: string,
    message: string,
    readonly exitCode: ExitCode = ExitCode.Usage,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** Somebody interrupted. */
export class Interrupted extends CreateError {
  constructor(message: string) {
    super('Interrupted', message, ExitCode.Interrupted);
  }
}
