/** Thrown to end a script block with an exit code, which is no failure. */
export class ExitSignal extends Error {
  override name = 'ExitSignal';
  constructor(readonly exitCode: number | undefined) {
    super(`The script ended itself with exit code ${exitCode ?? 0}.`);
  }
}
