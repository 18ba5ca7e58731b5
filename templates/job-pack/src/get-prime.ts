import { Cmdlet, Int32, Parameter, PSCmdlet, ValidateRange } from '@cmdlet/core';
import { isolatedJob } from '@cmdlet/jobs';

/**
 * Gets the prime numbers up to a limit.
 *
 * It only computes, so as a job it runs in a thread of its own, where it keeps nobody waiting.
 *
 * @example The primes up to ten
 * ```powershell
 * Get-Prime 10
 * ```
 * ```text
 * 2
 * 3
 * 5
 * 7
 * ```
 */
@Cmdlet('Get', 'Prime', {
  // There, this module is loaded once more, and the class is found by its name.
  job: isolatedJob({ in: 'thread', module: import.meta.url }),
  outputType: Int32,
})
export class GetPrime extends PSCmdlet<number> {
  /** The greatest number to look at. */
  @Parameter({ mandatory: true, position: 0, type: Int32 })
  @ValidateRange(2, 100_000_000)
  maximum!: number;

  override async *processRecord(): AsyncGenerator<number> {
    const step = Math.ceil(this.maximum / 100);
    for (let number = 2; number <= this.maximum; number++) {
      if (number % step === 0) await this.#tell((number / this.maximum) * 100);
      if (isPrime(number)) yield number;
    }
  }

  #tell(percentComplete: number): Promise<void> {
    const statusDescription = `${Math.floor(percentComplete)} %`;
    return this.writeProgress({ activity: 'Looking for primes', statusDescription, percentComplete });
  }
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return true;
}
