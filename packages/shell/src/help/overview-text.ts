import { errorFormats, inputFormats, outputFormats } from '../command-line/shell-options.js';

/** What the command says about itself. */
export const overviewText = `Runs cmdlets of packs from the command line.

  cmdlet <command> [parameters] [--pipe <command> [parameters]]...
  cmdlet help <command> [-Detailed | -Full | -Examples | -Parameter <name> | -Online]
  cmdlet list [name]          all commands, or those that are called like it
  cmdlet completion bash | zsh | fish | pwsh
  cmdlet build | new | docs   for authors of packs

Parameters
  -City Oslo   -City:Oslo   --city oslo   --city=oslo   -Force   @values.json
  --                       what follows are values, whatever they begin with

Options, anywhere before --
  --output <format>        ${outputFormats.join(' | ')}
  --input <format>         ${inputFormats.join(' | ')}: records from standard input
  --error-output <format>  ${errorFormats.join(' | ')}
  --pack <path>            a pack beside those in the project and in node_modules
  --trace                  shows where errors come from

Exit codes
  0 no error   1 errors   2 nothing was run   3 a job failed   130 interrupted
`;
