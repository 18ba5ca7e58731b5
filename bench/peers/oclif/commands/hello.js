import { Command, Flags } from '@oclif/core';

/** hello with oclif, as its documentation shows. */
// biome-ignore lint/style/noDefaultExport: oclif finds a command as the default export of its module
export default class Hello extends Command {
  static summary = 'Greets somebody.';
  static description = 'Says hello to one person, politely and without waiting for an answer.';
  static flags = {
    name: Flags.string({ char: 'n', description: 'Whom to greet.', required: true }),
    count: Flags.integer({ char: 'c', description: 'How often.', default: 1, min: 1, max: 9 }),
  };

  async run() {
    const { flags } = await this.parse(Hello);
    this.log(`Hello ${flags.name}`);
  }
}
