import { defineCmdlet, ValidateSet } from '@cmdlet/core';

/** Greets people. In its steps, `this` is the cmdlet: its parameters are properties, and it writes with `writeObject`. */
export const GetGreeting = defineCmdlet({
  verb: 'Get',
  noun: 'Greeting',
  outputType: String,
  synopsis: 'Greets people.',
  examples: [{ title: 'Greet in Norwegian', code: 'Get-Greeting Ada -Language no', output: ['Hei, Ada!'] }],
  parameters: {
    name: {
      type: String,
      mandatory: true,
      position: 0,
      valueFromPipeline: true,
      helpMessage: 'Whom to greet.',
    },
    language: {
      type: String,
      default: 'en',
      validate: [ValidateSet('en', 'no')],
      helpMessage: 'The language to greet in.',
    },
  },
  async process() {
    await this.writeObject(`${this.language === 'no' ? 'Hei' : 'Hello'}, ${this.name}!`);
  },
});
