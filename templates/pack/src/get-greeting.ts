import { Cmdlet, Parameter, PSCmdlet, ValidateSet } from '@cmdlet/core';

/** Greets people. */
@Cmdlet('Get', 'Greeting', {
  outputType: String,
  synopsis: 'Greets people.',
  examples: [{ title: 'Greet in Norwegian', code: 'Get-Greeting Ada -Language no', output: ['Hei, Ada!'] }],
})
export class GetGreeting extends PSCmdlet<string> {
  /** Whom to greet. */
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true })
  name!: string;

  /** The language to greet in. */
  @Parameter()
  @ValidateSet('en', 'no')
  language = 'en';

  override *processRecord(): Generator<string> {
    yield `${this.language === 'no' ? 'Hei' : 'Hello'}, ${this.name}!`;
  }
}
