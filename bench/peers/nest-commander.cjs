// hello with nest-commander, as its documentation shows; decorators as TypeScript compiles them.
require('reflect-metadata');
const { Module } = require('@nestjs/common');
const { Command, CommandFactory, CommandRunner, Option } = require('nest-commander');

let HelloCommand = class HelloCommand extends CommandRunner {
  async run(_given, { name }) {
    console.log(`Hello ${name}`);
  }

  name(text) {
    return text;
  }

  count(text) {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1 || number > 9) throw new Error('A number from 1 to 9.');
    return number;
  }
};
const decorate = (key, decorator) => {
  const descriptor = Object.getOwnPropertyDescriptor(HelloCommand.prototype, key);
  Reflect.defineMetadata('design:type', Function, HelloCommand.prototype, key);
  decorator(HelloCommand.prototype, key, descriptor);
};
decorate('name', Option({ flags: '-n, --name <name>', description: 'Whom to greet.', required: true }));
decorate('count', Option({ flags: '-c, --count <count>', description: 'How often.', defaultValue: 1 }));
HelloCommand =
  Command({
    name: 'hello',
    description: 'Says hello to one person, politely and without waiting for an answer.',
  })(HelloCommand) ?? HelloCommand;

let AppModule = class AppModule {};
AppModule = Module({ providers: [HelloCommand] })(AppModule) ?? AppModule;

CommandFactory.run(AppModule);
