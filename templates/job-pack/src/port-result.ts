/** Whether somebody listens at an address. */
export class PortResult {
  constructor(
    readonly address: string,
    readonly open: boolean,
    /** How often it was tried. */
    readonly tries: number,
  ) {}
}
