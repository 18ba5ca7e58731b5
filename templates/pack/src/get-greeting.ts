import { Cmdlet, Parameter, PSCmdlet } from '@cmdlet/core';

/**
 * Greets people.
 *
 * @example Greet in Norwegian
 * ```powershell
 * Get-Greeting Ada -Language no
 * ```
 * ```text
 * Hei, Ada!
 * ```
 */
@Cmdlet('Get', 'Greeting', { outputType: String })
export class GetGreeting extends PSCmdlet<string> {
  /** Whom to greet. */
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true })
  name!: string;

  /** The language to greet in. */
  @Parameter()
  language: 'en' | 'no' = 'en';

  override *processRecord(): Generator<string> {
    yield `${this.language === 'no' ? 'Hei' : 'Hello'}, ${this.name}!`;
  }
}
