// hello with commander, as its README shows.
const { InvalidArgumentError, program } = require('commander');

function count(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 9) throw new InvalidArgumentError('A number from 1 to 9.');
  return number;
}

program
  .name('peer')
  .command('hello')
  .summary('Greets somebody.')
  .description('Says hello to one person, politely and without waiting for an answer.')
  .requiredOption('-n, --name <name>', 'Whom to greet.')
  .option('-c, --count <count>', 'How often.', count, 1)
  .action(({ name }) => console.log(`Hello ${name}`));
program.parse();
