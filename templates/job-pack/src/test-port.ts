import { Cmdlet, Int32, inject, Parameter, PSCmdlet, Session, ValidatePattern, ValidateRange } from '@cmdlet/core';
import { Connector } from './connector.js';
import { JobPerAddress } from './job-per-address.js';
import { PortResult } from './port-result.js';

/**
 * Tells whether somebody listens at addresses. With `-AsJob`, one child job per address.
 *
 * @example Wait for a server that is starting
 * ```powershell
 * Test-Port localhost:8080 -MaximumRetryCount 10
 * ```
 *
 * @example Two at a time, in the background
 * ```powershell
 * Test-Port web1:80,web2:80,web3:80 -AsJob -ThrottleLimit 2
 * ```
 */
@Cmdlet('Test', 'Port', { job: JobPerAddress, throttleLimit: true, outputType: PortResult })
export class TestPort extends PSCmdlet<PortResult> {
  /** Hosts with ports: `localhost:22`. */
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true, type: [String] })
  @ValidatePattern(/:\d{1,5}$/, { errorMessage: "'{0}' has no port. Write it as in localhost:22." })
  address!: string[];

  /** How often to try again where nobody listens. */
  @Parameter({ type: Int32 })
  @ValidateRange(0, 1_000)
  maximumRetryCount = 0;

  /** How many seconds to wait before trying again. */
  @Parameter({ type: Int32 })
  @ValidateRange(1, 3_600)
  retryIntervalSec = 5;

  readonly #connector = inject(Connector);
  /** Whoever waits asks the clock of the session, which a test can move. */
  readonly #clock = inject(Session).clock;

  override async *processRecord(): AsyncGenerator<PortResult> {
    for (const address of this.address) yield await this.#test(address);
  }

  async #test(address: string): Promise<PortResult> {
    const most = this.maximumRetryCount + 1;
    for (let tries = 1; ; tries++) {
      await this.writeProgress({
        activity: `Testing ${address}`,
        statusDescription: `Try ${tries} of ${most}`,
        percentComplete: ((tries - 1) / most) * 100,
      });
      const open = await this.#connector.connects(address, this.stopping);
      if (open || tries === most) return new PortResult(address, open, tries);
      await this.#wait(this.retryIntervalSec * 1_000);
    }
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.after(milliseconds, resolve);
      this.stopping.addEventListener('abort', () => {
        cancel();
        reject(this.stopping.reason as Error);
      });
    });
  }
}
